using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Agendas;

/// <summary>The cases that await a forum today, each as the item it would be on an agenda.</summary>
public static class AwaitedCases
{
    public static IReadOnlyList<AgendaItem> Of(ClusterRecord record, Forum forum, DateOnly today)
    {
        var awaiting = new Awaiting(record.Cluster, record.Calendar, forum, today);
        return
        [
            .. record.Initiatives.SelectMany(i => awaiting.Of(i, i.Events.Aggregate(Initiative.None, (state, told) => Initiative.Evolve(state, told.Fact))))
                .OrderBy(f => f.Item.Kind).ThenBy(f => f.Severity).ThenBy(f => f.Since).ThenBy(f => f.Item.Initiative!.Number).Select(f => f.Item),
        ];
    }
}
