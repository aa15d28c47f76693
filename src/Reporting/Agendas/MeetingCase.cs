using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Agendas;

/// <summary>One initiative as a meeting found it, as it left it, and what it decided about it.</summary>
/// <param name="Awaited">What awaited the forum when the meeting came to it, and what came up meanwhile.</param>
/// <param name="Latest">As it stood at the end of the meeting's day; as it stands, when that day is not over.</param>
internal sealed record MeetingCase(InitiativeRef About, IReadOnlyList<Awaiting.Found> Awaited, IReadOnlyList<DecidedAt> Decided, InitiativeRecord Latest)
{
    /// <param name="day">The day it is judged on: the meeting's, or today while that is ahead.</param>
    public static IReadOnlyList<MeetingCase> All(ClusterRecord record, Forum forum, Meeting meeting, DateOnly day)
    {
        var awaiting = new Awaiting(record.Cluster, record.Calendar, forum, day);
        return [.. record.Initiatives.Select(i => Of(i, awaiting, meeting))];
    }

    private static MeetingCase Of(InitiativeRecord initiative, Awaiting awaiting, Meeting meeting)
    {
        var events = initiative.Events;
        var about = new InitiativeRef(initiative.Card.Plan, initiative.Card.Number);
        var decided = events.Where(e => MeetingFact.MeetingOf(e.Fact) == meeting.Id).Select(e => DecidedAt.Of(e, about, events)).ToList();
        // An item stands on the agenda as the meeting found it, though it awaits nobody once it is decided. Recorded a day late
        // it is the same decision, so what decides where to look is the fact and not the day.
        IEnumerable<int> cuts = [.. decided.DistinctBy(d => d.Key).Select(d => d.At), events.TakeWhile(e => e.Stamp.On <= meeting.On).Count()];
        var moments = cuts.Select(at => At(events, at)).ToList();
        return new(about, [.. moments.SelectMany(m => awaiting.Of(m.Record, m.State)).DistinctBy(f => f.Item.Key)], decided, moments[^1].Record);
    }

    private static (InitiativeRecord Record, Initiative State) At(IReadOnlyList<Told<InitiativeEvent>> events, int count)
    {
        var then = events.Take(count).ToList();
        return (InitiativeRecord.Of(then.Select(e => (e.Fact, e.Stamp))), then.Aggregate(Initiative.None, (state, told) => Initiative.Evolve(state, told.Fact)));
    }
}

/// <param name="At">How many of the initiative's facts came before it.</param>
internal sealed record DecidedAt(InitiativeEvent Fact, string Key, AgendaItemKind Kind, int Part, AgendaOutcome Outcome, int At)
{
    public static DecidedAt Of(Told<InitiativeEvent> told, InitiativeRef about, IReadOnlyList<Told<InitiativeEvent>> events)
    {
        var before = events.TakeWhile(e => !ReferenceEquals(e, told)).ToList();
        var fact = MeetingFact.Of(told.Fact, before.Count(e => e.Fact is DeliveryClaimed));
        return new(told.Fact, AgendaItem.KeyOf(fact.Kind, about, fact.Part), fact.Kind, fact.Part, fact.Outcome, before.Count);
    }
}
