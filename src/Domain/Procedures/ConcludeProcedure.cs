namespace Initiatives.Domain;

/// <summary>
/// What the forum decided in writing, as the chair or the secretariat sums the answers up. Where it changes an initiative it is sent together
/// with the initiative's own command, in one change: both are decided, or neither is.
/// </summary>
/// <param name="ToMeeting">A meeting ahead; demanded by postponed, and only there.</param>
/// <param name="EarlyBecause">Demanded before the deadline is over, while somebody has not answered: their silence is no consent.</param>
public sealed record ConcludeProcedure(string Procedure, string Forum, AgendaOutcome Outcome, string? Text = null, string? ToMeeting = null, string? EarlyBecause = null)
    : ProcedureCommand(Procedure, Forum)
{
    public override Decision<ProcedureEvent> Decide(Procedure procedure, Setting setting)
    {
        if (procedure is { Concluded: { } concluded, Started: { } of } && of.Forum == Forum)
            return (concluded.Outcome, concluded.Text, concluded.ToMeeting) == (Outcome, Text, ToMeeting) ? Decision<ProcedureEvent>.Nothing : ProcedureRefusals.ConcludedOtherwise();
        var early = procedure.IsOpen && !procedure.CanBeConcluded(setting.Today);
        var rules = Open(procedure)
            .If(early && string.IsNullOrWhiteSpace(EarlyBecause), ProcedureRefusals.EarlyNeedsReason)
            .Note(EarlyBecause, "earlyBecause")
            .If(procedure.Started is { } started && !AgendaItem.OutcomesOf(started.Item.Kind).Contains(Outcome), AgendaRefusals.OutcomeNotForItem);
        if (procedure.Started?.Item.IsDecidedHere == true && Outcome is AgendaOutcome.Decided or AgendaOutcome.ApprovedWithRemarks)
            rules.Text(Text, "text", ("hvad der blev besluttet", "what was decided"));
        else
            rules.Note(Text, "text");
        if (Outcome is AgendaOutcome.Postponed)
        {
            var to = ToMeeting is null ? null : setting.Calendar.Find(ToMeeting);
            rules.If(to is null, () => InitiativeRefusals.MeetingUnknown("toMeeting"))
                .If(to is not null && to.Forum != Forum, () => InitiativeRefusals.MeetingOfAnotherForum("toMeeting"))
                .If(to is { IsCancelled: true }, () => InitiativeRefusals.MeetingIsCancelled("toMeeting"))
                .If(to is not null && to.On < setting.Today, () => InitiativeRefusals.DatePast("toMeeting"));
        }
        return rules.Else(() => new ProcedureConcluded(Procedure, Outcome, Text, ToMeeting, early ? EarlyBecause : null));
    }
}
