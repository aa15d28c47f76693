using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Rights;
using Initiatives.Domain;
using Initiatives.EventStore;

namespace Initiatives.Api.Features.Tasks;

/// <summary>Reads what a person's tasks are told from, beyond how the cluster stands: the states of the few initiatives that may concern them.</summary>
internal sealed class TaskReader(EventStoreDataSources sources)
{
    private const string Sql = "SELECT data FROM stream_states WHERE tenant_id = $1 AND stream_id = ANY ($2)";

    public async Task<IReadOnlyList<ToDo>> ReadAsync(Standing standing, Membership me, DateOnly today, CancellationToken cancellation)
    {
        string[] streams = [.. standing.Cards.Where(c => TaskList.MayConcern(c, me)).Select(c => Streams.Initiative(c.Plan, c.Number))];
        return TaskList.Of(standing, me, today, streams.Length == 0 ? new Dictionary<int, Initiative>() : await StatesAsync(me.Cluster, streams, cancellation));
    }

    private async Task<IReadOnlyDictionary<int, Initiative>> StatesAsync(string tenant, string[] streams, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new Npgsql.NpgsqlBatch(connection)
        {
            BatchCommands = { EventStoreDataSources.TenantSetting(tenant), new(Sql) { Parameters = { new() { Value = tenant }, new() { Value = streams } } } },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var states = new Dictionary<int, Initiative>();
        while (await reader.ReadAsync(cancellation))
        {
            var state = Noun.Initiative.Read(reader.GetString(0));
            states[state.Number] = state;
        }
        return states;
    }
}
