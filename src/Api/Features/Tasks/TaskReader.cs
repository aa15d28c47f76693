using Initiatives.Api.Features.Procedures;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Rights;
using Initiatives.Domain;
using Initiatives.EventStore;

namespace Initiatives.Api.Features.Tasks;

/// <summary>Reads what a person's tasks are told from, beyond how the cluster stands: the states of the few initiatives, agendas and written procedures that may concern them.</summary>
internal sealed class TaskReader(EventStoreDataSources sources, ProcedureReader procedures)
{
    private const string Sql = "SELECT stream_id, data FROM stream_states WHERE tenant_id = $1 AND stream_id = ANY ($2)";

    public async Task<IReadOnlyList<ToDo>> ReadAsync(Standing standing, Membership me, DateOnly today, CancellationToken cancellation)
    {
        string[] streams = [.. standing.Cards.Where(c => TaskList.MayConcern(c, me)).Select(c => Streams.Initiative(c.Plan, c.Number))];
        var meetings = MinutesTasks.Meetings(standing.Cluster, standing.Calendar, me, today);
        var (states, agendas) = streams.Length == 0 && meetings.Count == 0
            ? (new Dictionary<int, Initiative>(), new Dictionary<string, Agenda>())
            : await StatesAsync(me.Cluster, [.. streams, .. meetings.Select(m => Streams.Agenda(m.Id))], cancellation);
        var asked = await procedures.OpenAsync(me.Cluster, cancellation);
        return
        [
            .. TaskList.Of(standing, me, today, states).Concat(ProcedureTasks.Of(asked, me, today)).Concat(MinutesTasks.Of(standing.Cluster, meetings, agendas, me, today))
                .Concat(PlanEndTasks.Of(standing, me, today))
                .OrderBy(t => !t.Late).ThenBy(t => t.Due ?? DateOnly.MaxValue),
        ];
    }

    private async Task<(Dictionary<int, Initiative> Initiatives, Dictionary<string, Agenda> Agendas)> StatesAsync(string tenant, string[] streams, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new Npgsql.NpgsqlBatch(connection)
        {
            BatchCommands = { EventStoreDataSources.TenantSetting(tenant), new(Sql) { Parameters = { new() { Value = tenant }, new() { Value = streams } } } },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var (states, agendas) = (new Dictionary<int, Initiative>(), new Dictionary<string, Agenda>());
        while (await reader.ReadAsync(cancellation))
        {
            if (Streams.MeetingOfAgenda(reader.GetString(0)) is { } meeting)
            {
                agendas[meeting] = Noun.Agenda.Read(reader.GetString(1));
                continue;
            }
            var state = Noun.Initiative.Read(reader.GetString(1));
            states[state.Number] = state;
        }
        return (states, agendas);
    }
}
