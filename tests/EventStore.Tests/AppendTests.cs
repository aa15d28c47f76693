using System.Text.Json;
using Npgsql;

namespace Initiatives.EventStore.Tests;

public sealed class AppendTests(LogDatabase database) : LogTest(database)
{
    [Fact]
    public async Task A_new_stream_begins_at_version_one_and_is_loaded_with_its_state()
    {
        var appended = await Log.AppendAsync(To("bed-1", StreamHead.None, Water(3), Water(4)), Cancellation);

        var state = await Log.LoadAsync(Tenant, "bed-1", Cancellation);
        state.Head.ShouldBe(appended.Heads[0]);
        state.Head.Version.ShouldBe(2);
        state.Head.Hash.Length.ShouldBe(64);
        state.StateJson.ShouldBe("""{"Litres":2}""");
    }

    [Fact]
    public async Task A_stream_that_is_not_there_has_no_head_and_no_state() =>
        (await Log.LoadAsync(Tenant, "nowhere", Cancellation)).ShouldBe(StreamState.None);

    [Fact]
    public async Task What_was_written_is_read_back_with_its_metadata()
    {
        var planted = new Planted("Æbletræ \"Ingrid Marie\"", new(2026, 4, 1), 199.50m, Light.Yellow, null);
        var metadata = new EventMetadata(
            new(2026, 3, 2, 9, 0, 0, 123, 456, TimeSpan.FromHours(1)), "p-1", "f-2", true, "flyttet", Guid.CreateVersion7(), Guid.CreateVersion7(),
            new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
        await Log.AppendAsync(new(Tenant, [new("bed-1", "garden", StreamHead.None, [planted], null)], metadata, []), Cancellation);

        var read = (await Log.ReadStreamAsync(Tenant, "bed-1", cancellation: Cancellation)).ShouldHaveSingleItem();
        read.Data.ShouldBe(planted);
        read.Type.ShouldBe("planted");
        read.Metadata.ShouldBe(metadata with { Timestamp = metadata.Timestamp.ToUniversalTime() });
    }

    [Fact]
    public async Task A_writer_who_decided_on_an_old_head_is_refused_and_nothing_of_it_remains()
    {
        await Log.AppendAsync(To("bed-1", StreamHead.None, Water(1)), Cancellation);

        await Should.ThrowAsync<ConcurrencyConflict>(() => Log.AppendAsync(
            Batch(Tenant, new("bed-2", "garden", StreamHead.None, [Water(2)], null), new("bed-1", "garden", StreamHead.None, [Water(2)], null)),
            Cancellation));

        (await Log.LoadAsync(Tenant, "bed-2", Cancellation)).ShouldBe(StreamState.None);
        (await Log.LoadAsync(Tenant, "bed-1", Cancellation)).Head.Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_head_with_the_right_version_and_another_hash_is_refused()
    {
        var head = (await Log.AppendAsync(To("bed-1", StreamHead.None, Water(1)), Cancellation)).Heads[0];
        await Should.ThrowAsync<ConcurrencyConflict>(
            () => Log.AppendAsync(To("bed-1", head with { Hash = new('0', 64) }, Water(2)), Cancellation));
    }

    [Fact]
    public async Task Of_32_writers_to_one_stream_exactly_one_wins_each_version()
    {
        const int writers = 32, wins = 5;
        var conflicts = 0;
        await Task.WhenAll(Enumerable.Range(1, writers).Select(async writer =>
        {
            for (var won = 0; won < wins;)
            {
                try
                {
                    await WaterAsync("bed-1", writer);
                    won++;
                }
                catch (ConcurrencyConflict)
                {
                    Interlocked.Increment(ref conflicts);
                }
            }
        }));

        var events = await Log.ReadStreamAsync(Tenant, "bed-1", cancellation: Cancellation);
        events.Select(e => e.Version).ShouldBe(Enumerable.Range(1, writers * wins).Select(v => (long)v));
        events.Select(e => e.Position).ShouldBeInOrder();
        events.GroupBy(e => ((Watered)e.Data).Litres).ShouldAllBe(mine => mine.Count() == wins);
        conflicts.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task What_goes_alongside_is_written_with_the_facts_or_not_at_all()
    {
        await TamperAsync("CREATE TABLE seen (tenant_id text PRIMARY KEY, n int NOT NULL); SELECT protect_tenant_table('seen')");
        NpgsqlBatchCommand Insert() => new("INSERT INTO seen VALUES ($1, $2)")
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = Tenant }, new NpgsqlParameter<int> { TypedValue = 1 } },
        };
        await Log.AppendAsync(To("bed-1", StreamHead.None, Water(1)) with { Alongside = [Insert()] }, Cancellation);

        var error = await Should.ThrowAsync<PostgresException>(
            () => Log.AppendAsync(To("bed-2", StreamHead.None, Water(1)) with { Alongside = [Insert()] }, Cancellation));

        error.SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);
        (await Log.LoadAsync(Tenant, "bed-2", Cancellation)).ShouldBe(StreamState.None);
        (await ScalarAsync<long>("SELECT count(*) FROM seen")).ShouldBe(1);
    }

    [Fact]
    public async Task A_batch_without_facts_still_stores_what_goes_alongside()
    {
        await TamperAsync("CREATE TABLE outcomes (tenant_id text, n int); SELECT protect_tenant_table('outcomes')");
        var refused = new NpgsqlBatchCommand("INSERT INTO outcomes VALUES (current_setting('initiatives.tenant'), 409)");

        var appended = await Log.AppendAsync(new(Tenant, [], At(0), [refused]), Cancellation);

        appended.Position.ShouldBe(0);
        (await ScalarAsync<string>("SELECT tenant_id FROM outcomes")).ShouldBe(Tenant);
    }

    [Fact]
    public async Task Within_the_callers_transaction_nothing_is_there_until_it_commits()
    {
        await using var connection = await Sources.App.OpenConnectionAsync(Cancellation);
        await using (var abandoned = await connection.BeginTransactionAsync(Cancellation))
        {
            await Log.AppendAsync(To("bed-1", StreamHead.None, Water(1)), abandoned, Cancellation);
            await abandoned.RollbackAsync(Cancellation);
        }
        (await Log.LoadAsync(Tenant, "bed-1", Cancellation)).ShouldBe(StreamState.None);

        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        var first = await Log.AppendAsync(To("bed-1", StreamHead.None, Water(1)), transaction, Cancellation);
        await Log.AppendAsync(To("bed-1", first.Heads[0], Water(2)), transaction, Cancellation);
        await transaction.CommitAsync(Cancellation);
        (await Log.LoadAsync(Tenant, "bed-1", Cancellation)).Head.Version.ShouldBe(2);
    }

    [Fact]
    public async Task An_idempotency_key_is_looked_up_in_the_same_round_trip_as_the_stream()
    {
        await Log.AppendAsync(To("bed-1", StreamHead.None, Water(1)), Cancellation);

        var (state, outcome) = await Log.LoadAsync(
            Tenant, "bed-1", new("SELECT 'seen ' || current_setting('initiatives.tenant')"), reader => reader.GetString(0), Cancellation);

        state.Head.Version.ShouldBe(1);
        outcome.ShouldBe("seen midt");
    }

    [Fact]
    public async Task Several_streams_are_loaded_in_one_round_trip()
    {
        await WaterAsync("bed-1", 1);
        await WaterAsync("bed-2", 2);

        var states = await Log.LoadManyAsync(Tenant, ["bed-1", "bed-2", "bed-3"], Cancellation);

        states.Keys.Order().ShouldBe(["bed-1", "bed-2"]);
    }

    [Fact]
    public async Task A_state_folded_anew_replaces_the_kept_one_unless_the_stream_has_moved_on()
    {
        var still = (await WaterAsync("bed-1", 1)).Heads[0];
        var moved = (await WaterAsync("bed-2", 1)).Heads[0];
        await WaterAsync("bed-2", 2);

        var kept = await Log.KeepStatesAsync(Tenant, [new("bed-1", still, "[1]"u8.ToArray()), new("bed-2", moved, "[2]"u8.ToArray())], cancellation: Cancellation);

        kept.ShouldBe((1, 0));
        (await Log.LoadAsync(Tenant, "bed-1", Cancellation)).ShouldBe(new(still, "[1]"));
        (await Log.LoadAsync(Tenant, "bed-2", Cancellation)).StateJson.ShouldBe("{}");
    }

    [Fact]
    public async Task Marten_finds_every_column_it_reads_filled()
    {
        await Log.AppendAsync(To("bed-1", StreamHead.None, new Planted("Ask", new(2026, 4, 1), 1m, Light.Red, null), Water(2)), Cancellation);

        (await ScalarAsync<bool>("""
            SELECT bool_and(e.type IN ('planted', 'watered_v2') AND e.timestamp IS NOT NULL AND e.tenant_id = 'midt' AND e.is_archived IS FALSE
                       AND e.mt_dotnet_type IS NULL AND e.bdata IS NULL AND s.is_archived IS FALSE AND s.type = 'garden' AND s.version = 2)
                   AND array_agg(e.version ORDER BY e.seq_id) = ARRAY[1, 2]::bigint[]
            FROM mt_events e JOIN mt_streams s ON s.tenant_id = e.tenant_id AND s.id = e.stream_id
            """)).ShouldBeTrue();
        using var data = JsonDocument.Parse(await ScalarAsync<string>("SELECT data::text FROM mt_events WHERE version = 1"));
        data.RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(["Name", "On", "Price", "Light"], ignoreOrder: true);
        data.RootElement.GetProperty("Light").GetString().ShouldBe("Red");
    }
}
