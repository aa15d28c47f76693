using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Agendas;

/// <summary>
/// What an outcome means: a fact on the agenda (or of the written procedure), the initiative's own command, and a place on the later agenda when it is postponed.
/// They are sent as one change, decided together and written in one transaction, so that a crash leaves all or nothing; and each of
/// them finds it done when it is sent again, so that meeting and item are the key under which repeating is harmless.
/// </summary>
internal static class OutcomeWishes
{
    public static IReadOnlyList<Wish> Of(AgendaInHand agenda, AgendaItem item, RecordItemOutcome.Body body)
    {
        var (meeting, forum) = (agenda.Meeting.Id, agenda.Forum);
        var wishes = new List<Wish> { new AgendaWish(new RecordOutcome(meeting, forum.Id, item, body.Outcome, body.Text, body.ToMeeting)) };
        if (item.Initiative is { } about && item.Part is { } part && Command(item.Kind, part, body, forum, DecidedHow.Meeting, meeting) is { } command)
            wishes.Add(new InitiativeWish(about.Plan, about.Number, command));
        if (body.Outcome is AgendaOutcome.Postponed && body.ToMeeting is { } to && agenda.Record.Calendar.Find(to) is not null)
            wishes.Add(new AgendaWish(new ReceiveAgendaItem(to, forum.Id, item, meeting)));
        return wishes;
    }

    /// <summary>The same for what a forum decided in a written procedure. What is put off stands on the meeting's agenda, where it does not come by itself.</summary>
    public static IReadOnlyList<Wish> InWriting(string procedure, Forum forum, AgendaItem item, RecordItemOutcome.Body body, string? earlyBecause)
    {
        var wishes = new List<Wish> { new ProcedureWish(new ConcludeProcedure(procedure, forum.Id, body.Outcome, body.Text, body.ToMeeting, earlyBecause)) };
        if (item.Initiative is { } about && item.Part is { } part && Command(item.Kind, part, body, forum, DecidedHow.WrittenProcedure, meeting: null) is { } command)
            wishes.Add(new InitiativeWish(about.Plan, about.Number, command));
        if (body is { Outcome: AgendaOutcome.Postponed, ToMeeting: { } to } && item.Kind is AgendaItemKind.Free)
            wishes.Add(new AgendaWish(new AddAgendaItem(to, forum.Id, item.Heading, item.Recommendation, item.Background)));
        return wishes;
    }

    // What is left out reads as empty, or as none of the choices: the domain has the words for what is missing.
    private static InitiativeCommand? Command(AgendaItemKind kind, int part, RecordItemOutcome.Body body, Forum forum, DecidedHow how, string? meeting) => (kind, body.Outcome) switch
    {
        (AgendaItemKind.Confirmation, AgendaOutcome.Approved or AgendaOutcome.ApprovedWithReservations or AgendaOutcome.ApprovedWithRemarks) =>
            new ApproveConfirmation(part, forum.Id, body.Reservations ?? [], body.Remarks ?? [], how, meeting),
        (AgendaItemKind.Confirmation, AgendaOutcome.Returned) => new ReturnConfirmation(part, forum.Id, body.Reasons ?? "", how, meeting),
        (AgendaItemKind.Confirmation, AgendaOutcome.Postponed) => new PostponeConfirmation(part, forum.Id, body.ToMeeting ?? "", meeting),
        (AgendaItemKind.Deviation, AgendaOutcome.Decided) => new ChooseTrack(part, forum.Id, body.Track ?? (DeviationTrack)(-1), body.Reason, meeting),
        (AgendaItemKind.Deviation, AgendaOutcome.RemedyAgreed) => new AgreeRemedy(part, forum.Id, body.What ?? "", body.Who ?? "", body.Due ?? default, meeting),
        (AgendaItemKind.Deviation, AgendaOutcome.Escalated) =>
            new RaiseEscalation(part, forum.Id, forum.EscalatesTo ?? "", body.Question ?? "", body.Recommendation ?? "", body.DecisionBy, meeting),
        (AgendaItemKind.Deviation, AgendaOutcome.Approved) => new CloseDeviation(part, forum.Id, body.Effect ?? "", meeting),
        (AgendaItemKind.Escalation, AgendaOutcome.Decided) =>
            new DecideEscalation(part, forum.Id, body.Answer ?? (EscalationAnswer)(-1), body.Decision ?? "", body.Amount, how, meeting),
        (AgendaItemKind.Escalation, AgendaOutcome.Escalated) => new ForwardEscalation(part, forum.Id, body.Reason ?? "", meeting),
        (AgendaItemKind.Answer, AgendaOutcome.TakenNote) => new NoteAnswer(part, forum.Id, meeting),
        (AgendaItemKind.Closing, AgendaOutcome.Approved) => new ApproveClosing(forum.Id, body.Decision ?? "", how, meeting, body.LessonsLearned),
        (AgendaItemKind.Closing, AgendaOutcome.Returned) => new RejectDelivery(forum.Id, body.Reasons ?? "", meeting),
        _ => null,
    };
}
