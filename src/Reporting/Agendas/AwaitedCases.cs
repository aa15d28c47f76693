using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Agendas;

/// <summary>The cases that await a forum today, each as the item it would be on an agenda.</summary>
public static class AwaitedCases
{
    public static IReadOnlyList<AgendaItem> Of(ClusterRecord record, Forum forum, DateOnly today) =>
        [.. Found(record, forum, today).OrderBy(f => f.Item.Kind).ThenBy(f => f.Severity).ThenBy(f => f.Since).ThenBy(f => f.Item.Initiative!.Number).Select(f => f.Item)];

    /// <summary>
    /// The same case as a proposal that each member can agree to or not, which is all they can do in writing. Null where what awaits is a
    /// discussion or a choice, and only who asks knows what to propose.
    /// </summary>
    public static string? Proposal(ClusterRecord record, Forum forum, DateOnly today, AgendaItem item) =>
        Found(record, forum, today).FirstOrDefault(f => f.Item.Key == item.Key)?.Proposed is { } proposed ? Awaiting.Customary(forum, proposed) : null;

    private static IEnumerable<Awaiting.Found> Found(ClusterRecord record, Forum forum, DateOnly today)
    {
        var awaiting = new Awaiting(record.Cluster, record.Calendar, forum, today);
        return record.Initiatives.SelectMany(i => awaiting.Of(i, i.Events.Aggregate(Initiative.None, (state, told) => Initiative.Evolve(state, told.Fact))));
    }
}
