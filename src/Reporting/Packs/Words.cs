using Initiatives.Domain;

namespace Initiatives.Reporting.Packs;

/// <summary>The customary Danish words for what a forum can choose between.</summary>
internal static class Words
{
    /// <summary>Statens It-råd's three tracks.</summary>
    public static string Track(DeviationTrack track) => track switch
    {
        DeviationTrack.BackToPlan => "tilbage til planen",
        DeviationTrack.Replan => "omplanlægning",
        DeviationTrack.CloseInitiative => "luk indsatsen",
        _ => throw new InvalidOperationException($"{track} has no word."),
    };

    public static string Answer(EscalationAnswer answer) => answer switch
    {
        EscalationAnswer.Direction => "retning",
        EscalationAnswer.Money => "økonomi",
        EscalationAnswer.Replan => "omplanlægning",
        EscalationAnswer.CloseInitiative => "luk indsatsen",
        EscalationAnswer.SentBack => "sendt tilbage",
        _ => throw new InvalidOperationException($"{answer} has no word."),
    };
}
