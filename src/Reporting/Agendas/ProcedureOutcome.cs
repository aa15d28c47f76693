using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Agendas;

/// <summary>What a written procedure came to, as the next agenda and its minutes have it. Danish, as they are.</summary>
public static class ProcedureOutcome
{
    /// <returns>Null while it is open.</returns>
    public static string? Of(ProcedureRecord procedure, ClusterRecord record) => procedure.State switch
    {
        { Withdrawn: { } withdrawn } => $"Den skriftlige godkendelse blev trukket tilbage: {withdrawn.Reason}",
        { Concluded: { } concluded } => Decided(procedure, record) ?? PointOutcome.Tell(procedure.Asked.Item.Kind, concluded.Outcome, concluded.Text, concluded.ToMeeting, record.Calendar),
        _ => null,
    };

    /// <summary>What the initiative's own fact says: it was written in the same transaction, and so at the same instant.</summary>
    private static string? Decided(ProcedureRecord procedure, ClusterRecord record)
    {
        var item = procedure.Asked.Item;
        if (item.Initiative is not { } about || procedure.Ended is not { } ended
            || record.Initiatives.FirstOrDefault(i => (i.Card.Plan, i.Card.Number) == (about.Plan, about.Number)) is not { } initiative) return null;
        var said = initiative.Events.Where(e => e.Stamp.At == ended.At && MeetingFact.IsDecision(e.Fact))
            .Where(e => DecidedAt.Of(e, about, initiative.Events).Key == item.Key).Select(e => MeetingFact.Words(e.Fact, initiative, record)).ToList();
        return said.Count == 0 ? null : string.Join('\n', said);
    }
}
