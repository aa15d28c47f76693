using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Agendas;

/// <summary>One thing that the meeting made of an item.</summary>
/// <param name="Words">As the minutes have it, in Danish.</param>
public sealed record PointOutcome(AgendaOutcome Outcome, string Words)
{
    /// <summary>What the initiative's own facts say, also when the case was decided on its own page; and what was recorded here alone.</summary>
    internal static IReadOnlyList<PointOutcome> Of(AgendaItem item, IReadOnlyList<AgendaOutcomeRecorded> recorded, MeetingCase? about, ClusterRecord record)
    {
        List<PointOutcome> facts = about is null ? [] : [.. about.Decided.Where(d => d.Key == item.Key).Select(d => new PointOutcome(d.Outcome, MeetingFact.Words(d.Fact, about.Latest, record)))];
        var here = recorded.Where(o => o.Item.Key == item.Key && facts.TrueForAll(f => f.Outcome != o.Outcome)).ToList();
        // What changes no initiative can be recorded anew, when it was recorded wrong: the last word stands.
        return [.. facts, .. (item.IsDecidedHere ? here.TakeLast(1) : here.DistinctBy(o => (o.Outcome, o.Text))).Select(o => new PointOutcome(o.Outcome, Tell(o.Item.Kind, o.Outcome, o.Text, o.ToMeeting, record.Calendar)))];
    }

    /// <summary>An outcome that no initiative's fact tells.</summary>
    internal static string Tell(AgendaItemKind kind, AgendaOutcome outcome, string? said, string? toMeeting, Calendar calendar) => (kind, outcome) switch
    {
        (_, AgendaOutcome.Decided) when said is not null => said,
        (AgendaItemKind.Opening, AgendaOutcome.Approved) => With("Dagsordenen blev godkendt.", said),
        (AgendaItemKind.Opening, _) => $"Dagsordenen blev godkendt med bemærkning: {said}",
        (AgendaItemKind.Minutes or AgendaItemKind.Procedure, AgendaOutcome.TakenNote) => With("Orienteringen blev taget til efterretning.", said),
        (_, AgendaOutcome.TakenNote) => With("Taget til efterretning.", said),
        (_, AgendaOutcome.Approved) => With("Indstillingen blev godkendt.", said),
        (_, AgendaOutcome.ApprovedWithRemarks) => $"Indstillingen blev godkendt med bemærkning: {said}",
        (_, AgendaOutcome.Postponed) => With(MeetingFact.Postponed(calendar, toMeeting), said),
        _ => said ?? "",
    };

    private static string With(string sentence, string? said) => said is null ? sentence : $"{sentence} {said}";
}
