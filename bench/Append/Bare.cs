using System.Globalization;
using System.Text;
using Initiatives.Api.Platform.Commands;
using Initiatives.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Initiatives.Bench.Append;

/// <summary>
/// As little program as can send the same statements: a connection and a prepared batch per writer (cold, two), kept; nothing is
/// thought about, nothing serialized, and only the version and the name of the stream change from post to post.
/// </summary>
internal sealed class Bare(SeededCluster seeded, bool cold) : Contender("bare")
{
    public override async Task<Posted> RunAsync(string connectionString, int writers, Pace pace)
    {
        await using var sources = EventStoreDataSources.Create(connectionString);
        var connections = new NpgsqlConnection[writers];
        try
        {
            return await Crew.RunAsync(writers, pace, async writer =>
            {
                var connection = connections[writer] = await sources.App.OpenConnectionAsync();
                return await ReadyAsync(connection);
            });
        }
        finally
        {
            foreach (var connection in connections) await connection.DisposeAsync();
        }
    }

    private async Task<Func<int, int, Task>> ReadyAsync(NpgsqlConnection connection)
    {
        var number = new NpgsqlParameter<int[]> { TypedValue = [0] };
        var load = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                EventStoreDataSources.TenantSetting(SeededCluster.Tenant),
                new(Loading.InPlanInHand) { Parameters = { Text(SeededCluster.Tenant), Of<string[]>(["cluster", "calendar"]), number, Of(seeded.Marks(cold)) } },
            },
        };

        NpgsqlParameter<string> stream = Text(""), cardStream = Text("");
        NpgsqlParameter<long> expected = Of(0L), version = Of(0L);
        string[] known = ["cluster", "calendar", ""];
        var append = new NpgsqlBatch(connection);
        if (!cold) append.BatchCommands.Add(new(Loading.Standing) { Parameters = { Text(SeededCluster.Tenant), Of(known), Of(seeded.Marks(cold)), Text(SeededCluster.Plan) } });
        append.BatchCommands.Add(new(AppendCommand.Statement)
        {
            Parameters =
            {
                Text(SeededCluster.Tenant), stream, Text("initiative"), expected, Text(SeededCluster.Hash),
                Of<Guid[]>([Guid.CreateVersion7()]), Of<string[]>([seeded.EventType]), Of<DateTime[]>([SeededCluster.Now.UtcDateTime]),
                Of<byte[][]>([Encoding.UTF8.GetBytes(seeded.Data)], NpgsqlDbType.Array | NpgsqlDbType.Jsonb),
                Of<byte[][]>([Encoding.UTF8.GetBytes(seeded.Headers)], NpgsqlDbType.Array | NpgsqlDbType.Jsonb),
                Of<string[]>([Guid.CreateVersion7().ToString()]), Of<string?[]>([null], NpgsqlDbType.Array | NpgsqlDbType.Text), Text(SeededCluster.Hash),
                Of(Encoding.UTF8.GetBytes(seeded.State), NpgsqlDbType.Json),
            },
        });
        append.BatchCommands.Add(new(Cards.Statement) { Parameters = { Text(SeededCluster.Tenant), cardStream, version, Of(Encoding.UTF8.GetBytes(seeded.Card), NpgsqlDbType.Json) } });
        await load.PrepareAsync();
        await append.PrepareAsync();

        return async (at, time) =>
        {
            if (cold) await LoadAsync(load, number.TypedValue!, SeededCluster.First + at);
            stream.TypedValue = cardStream.TypedValue = known[2] = string.Create(CultureInfo.InvariantCulture, $"initiative/{SeededCluster.Plan}/{SeededCluster.First + at}");
            expected.TypedValue = seeded.Version + time;
            version.TypedValue = seeded.Version + time + 1;
            await append.ExecuteNonQueryAsync();
        };
    }

    private static async Task LoadAsync(NpgsqlBatch load, int[] number, int initiative)
    {
        number[0] = initiative;
        await using var reader = await load.ExecuteReaderAsync();
        await reader.NextResultAsync();
        var rows = 0;
        for (; await reader.ReadAsync(); rows++)
        {
            foreach (var column in (int[])[0, 2, 4, 5]) _ = reader.IsDBNull(column) ? "" : reader.GetString(column);
        }
        if (rows != 3) throw new InvalidOperationException($"{rows} rows were loaded.");
    }

    private static NpgsqlParameter<string> Text(string value) => new() { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };

    private static NpgsqlParameter<T> Of<T>(T value, NpgsqlDbType type) => new() { TypedValue = value, NpgsqlDbType = type };
}
