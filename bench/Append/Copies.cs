using Npgsql;

namespace Initiatives.Bench.Append;

/// <summary>The seeded database and its copies: every run begins from the same bytes, and leaves nothing to the next.</summary>
/// <param name="server">PostgreSQL's first process.</param>
internal sealed class Copies(string connectionString, int server)
{
    private const string Seed = "seed", Copy = "copy";

    /// <returns>Where to seed.</returns>
    public async Task<string> SeedAsync()
    {
        await ExecuteAsync("postgres", $"CREATE DATABASE {Seed}");
        return To(Seed);
    }

    /// <exception cref="InvalidOperationException">The record does not hold what the contender said it had posted.</exception>
    public async Task<Cost> RunAsync(Contender contender, int writers, Pace pace)
    {
        await ExecuteAsync("postgres", $"DROP DATABASE IF EXISTS {Copy} WITH (FORCE)");
        await ExecuteAsync("postgres", $"CREATE DATABASE {Copy} TEMPLATE {Seed} STRATEGY file_copy");
        // The first change of a page after a checkpoint writes the whole page to the log. Locking every row takes that, and the
        // reading in, out of the measured time: otherwise the disk would speak for every contender, and the slowest would look well.
        await ExecuteAsync("postgres", "CHECKPOINT");
        foreach (var table in (string[])["mt_streams", "stream_states", "initiative_cards"])
            await ExecuteAsync(Copy, $"SELECT count(*) FROM (SELECT FROM {table} FOR UPDATE) locked");

        var before = await CountAsync();
        var cpu = Cpu.OfEndedChildren(server);
        var posted = await contender.RunAsync(To(Copy), writers, pace);
        if (await CountAsync() - before is var added && added != posted.Total)
            throw new InvalidOperationException($"{contender.Name} posted {posted.Total} statuses, and {added} are there.");
        return new(posted.PerSecond, posted.ClientMicroseconds, (Cpu.OfEndedChildren(server) - cpu) / posted.Total);
    }

    private async Task<long> CountAsync() => (long)(await ExecuteAsync(Copy, "SELECT count(*) FROM mt_events"))!;

    private async Task<object?> ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection($"{To(database)};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private string To(string database) => new NpgsqlConnectionStringBuilder(connectionString) { Database = database }.ConnectionString;
}

/// <summary>What a round came to: statuses per second, and the processor time of one on either side of the socket.</summary>
internal readonly record struct Cost(double PerSecond, double ClientMicroseconds, double ServerMicroseconds);
