namespace Initiatives.Domain;

/// <summary>
/// The owner posts a judgement, in a round or at any time. It is never edited: a correction is a new post that points at
/// the latest. A late one is taken and says so.
/// </summary>
/// <param name="Corrects">The number of the status it corrects.</param>
public sealed record PostStatus(StatusContent Content, int? Corrects = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        var suggested = SuggestedLight.For(initiative.Terms, Content, setting.Today, setting.Cluster.Tolerances);
        // Nothing was overridden, so a reason left over from last time would mislead its readers.
        var content = Content.Light == suggested.Light ? Content with { OverrideReason = null } : Content;
        if (initiative.Status is { } last && last.On == setting.Today && last.Content == content && last.Corrects == Corrects)
            return Decision<InitiativeEvent>.Nothing;
        // A correction stands instead of another status, and answers no round of its own.
        var round = Corrects is null ? Round.At(setting.Calendar, setting.Cluster, setting.Today) : null;
        var number = initiative.Statuses + 1;
        return new BrokenRules(initiative, setting)
            .InDelivery()
            .If(Corrects is { } c && (c < 1 || c > initiative.Statuses), InitiativeRefusals.CorrectedUnknown)
            .If(Corrects >= 1 && Corrects < initiative.Status?.Posted, InitiativeRefusals.CorrectedSuperseded)
            .Status(content, suggested, initiative, setting)
            .Else(() =>
            [
                new StatusReported(number, setting.Today, content, suggested.Light, suggested.Because, round?.Meeting.Id, round?.IsLate(setting.Today) ?? false, Corrects),
                .. DeviationRule.After(initiative, number, content.Light),
            ]);
    }
}
