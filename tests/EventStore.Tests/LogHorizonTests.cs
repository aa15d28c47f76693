using Npgsql;

namespace Initiatives.EventStore.Tests;

/// <summary>Positions are handed out before commit: what shows first may stand last.</summary>
public sealed class LogHorizonTests(LogDatabase database) : LogTest(database)
{
    [Fact]
    public async Task A_position_in_flight_is_waited_for_and_then_read()
    {
        await using var slow = await BeginAsync();
        var early = await Log.AppendAsync(To("slow", StreamHead.None, Water(1)), slow, Cancellation);
        var late = await WaterAsync("fast", 2);

        var safe = Log.SafePositionAsync(Cancellation);
        (await LookAsync()).ShouldBeLessThan(early.Position);
        safe.IsCompleted.ShouldBeFalse();

        await slow.CommitAsync(Cancellation);
        (await safe).ShouldBe(late.Position);
        (await StreamsUpToAsync(await safe)).ShouldBe(["slow", "fast"]);
    }

    /// <summary>The usual filter, "transaction below the oldest in flight", passes the lower position here.</summary>
    [Fact]
    public async Task A_lower_position_under_a_higher_transaction_number_is_waited_for()
    {
        await using var older = await BeginAsync();
        await NumberAsync(older);
        await using var younger = await BeginAsync();
        var lower = await Log.AppendAsync(To("younger", StreamHead.None, Water(1)), younger, Cancellation);
        var higher = await Log.AppendAsync(To("older", StreamHead.None, Water(2)), older, Cancellation);
        await older.CommitAsync(Cancellation);

        higher.Position.ShouldBeGreaterThan(lower.Position);
        (await LookAsync()).ShouldBeLessThan(lower.Position);

        await younger.CommitAsync(Cancellation);
        (await StreamsUpToAsync(await Log.SafePositionAsync(Cancellation))).ShouldBe(["younger", "older"]);
    }

    /// <summary>
    /// A snapshot's xmax is one past the last transaction that has <em>ended</em>: it is no fence for one that is the newest of all and
    /// still running, which is why log_horizon takes a number of its own.
    /// </summary>
    [Fact]
    public async Task The_newest_transaction_of_all_is_waited_for_too()
    {
        await using var only = await BeginAsync();
        var appended = await Log.AppendAsync(To("only", StreamHead.None, Water(1)), only, Cancellation);

        (await LookAsync()).ShouldBeLessThan(appended.Position);

        await only.CommitAsync(Cancellation);
        (await Log.SafePositionAsync(Cancellation)).ShouldBe(appended.Position);
    }

    [Fact]
    public async Task A_position_that_was_rolled_back_holds_nobody_up()
    {
        await using (var undone = await BeginAsync())
        {
            await Log.AppendAsync(To("undone", StreamHead.None, Water(1)), undone, Cancellation);
            await undone.RollbackAsync(Cancellation);
        }
        var after = await WaterAsync("after", 2);
        (await Log.SafePositionAsync(Cancellation)).ShouldBe(after.Position);
        (await StreamsUpToAsync(after.Position)).ShouldBe(["after"]);
    }

    [Fact]
    public async Task After_a_restore_into_another_server_the_whole_log_is_read()
    {
        await WaterAsync("bed-1", 1);
        var last = await WaterAsync("bed-1", 2);
        await TamperAsync("UPDATE mt_events SET transaction_id = '9000000000000000000'");
        (await Log.SafePositionAsync(Cancellation)).ShouldBe(last.Position);
        (await StreamsUpToAsync(last.Position)).ShouldBe(["bed-1", "bed-1"]);
    }

    [Fact]
    public async Task An_idle_reader_uses_up_no_transaction_numbers()
    {
        var last = await WaterAsync("bed-1", 1);
        (await ScalarAsync<bool>($"SELECT fence IS NULL FROM log_horizon({last.Position})")).ShouldBeTrue();
        (await ScalarAsync<bool>($"SELECT fence IS NULL FROM log_horizon({last.Position - 1})")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_transaction_that_has_written_cannot_ask()
    {
        await using var writing = await BeginAsync();
        await NumberAsync(writing);
        await using var ask = new NpgsqlCommand("SELECT last FROM log_horizon(0)", writing.Connection, writing);
        await Should.ThrowAsync<PostgresException>(() => ask.ExecuteScalarAsync(Cancellation));
    }

    [Fact]
    public async Task An_empty_log_ends_at_zero() => (await Log.SafePositionAsync(Cancellation)).ShouldBe(0);

    private async Task<NpgsqlTransaction> BeginAsync()
    {
        var connection = await Sources.App.OpenConnectionAsync(Cancellation);
        Open.Push(connection);
        return await connection.BeginTransactionAsync(Cancellation);
    }

    private static async Task NumberAsync(NpgsqlTransaction transaction)
    {
        await using var command = new NpgsqlCommand("SELECT pg_current_xact_id()::text", transaction.Connection, transaction);
        await command.ExecuteScalarAsync(Cancellation);
    }

    private async Task<long> LookAsync()
    {
        await using var connection = await Sources.System.OpenConnectionAsync(Cancellation);
        return await new LogHorizon().LookAsync(connection, Cancellation);
    }

    private async Task<List<string>> StreamsUpToAsync(long position)
    {
        var streams = new List<string>();
        await foreach (var recorded in Log.ReadAllAsync(0, position, cancellation: Cancellation)) streams.Add(recorded.Stream);
        return streams;
    }
}
