using Initiatives.Support;
using Npgsql;

namespace Initiatives.EventStore.Tests;

public sealed class GroupCommitTests(LogDatabase database) : LogTest(database)
{
    private const string TransactionsOfBeds = "SELECT count(DISTINCT xmin::text) FROM mt_events WHERE stream_id LIKE 'bed-%'";

    [Fact]
    public async Task Who_waits_at_the_same_moment_shares_one_transaction_and_one_question()
    {
        await AskableAsync();

        var appended = await TogetherAsync(Enumerable.Range(1, 10).Select(n => Bed(n)));

        appended.ShouldAllBe(a => a != null && a.Heads[0].Version == 1);
        appended.Select(a => a!.Position).Distinct().Count().ShouldBe(10);
        (await ScalarAsync<long>(TransactionsOfBeds)).ShouldBe(1);
        (await ScalarAsync<long>("SELECT max(streams) FROM asked")).ShouldBe(11, "the shared one and each one's own are asked about once");
        (await Log.LoadAsync(Tenant, "bed-7", Cancellation)).Head.ShouldBe(appended[6]!.Heads[0]);
        (await new Verification(Sources).VerifyAsync(cancellation: Cancellation)).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task More_than_fit_in_a_group_make_several()
    {
        await AskableAsync();
        var appended = await TogetherAsync(Enumerable.Range(1, GroupCommit.Largest + 1).Select(n => Bed(n)));

        appended.ShouldAllBe(a => a != null);
        (await ScalarAsync<long>(TransactionsOfBeds)).ShouldBe(2);
    }

    [Fact]
    public async Task Who_fails_takes_the_group_along_and_each_is_told_to_go_alone()
    {
        await AskableAsync();
        var head = (await WaterAsync("bed-3", 1)).Heads[0];

        var appended = await TogetherAsync([Bed(1), Bed(2), Bed(3, head with { Hash = new('0', 64) })]);

        appended.ShouldAllBe(a => a == null);
        (await ScalarAsync<long>("SELECT count(*) FROM mt_events WHERE stream_id LIKE 'bed-%'")).ShouldBe(1);
        (await TogetherAsync([Bed(1), Bed(2)])).ShouldAllBe(a => a != null);
    }

    [Fact]
    public async Task Whose_premises_hold_no_more_is_told_to_load()
    {
        await AskableAsync();

        (await Log.AppendTogetherAsync(Bed(1) with { Premises = Knowing("bed-1", "moved") })).ShouldBeNull();
        (await Log.LoadAsync(Tenant, "bed-1", Cancellation)).ShouldBe(StreamState.None);
    }

    [Fact]
    public async Task Premises_that_contradict_each_other_are_asked_one_by_one()
    {
        await AskableAsync();

        var appended = await TogetherAsync([Bed(1), Bed(2) with { Premises = Knowing("bed-2", "known", shared: "older") }]);

        // The test's function lets every mark pass but one.
        appended.ShouldAllBe(a => a != null);
        (await ScalarAsync<long>("SELECT max(streams) FROM asked")).ShouldBe(2);
        (await ScalarAsync<long>(TransactionsOfBeds)).ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_for_one_stream_the_second_spoils_nothing()
    {
        await AskableAsync();

        var appended = await TogetherAsync([Bed(1), Bed(2), Bed(1), Bed(3)]);

        appended.Select(a => a is not null).ShouldBe([true, true, false, true]);
        (await ScalarAsync<long>(TransactionsOfBeds)).ShouldBe(1);
    }

    [Fact]
    public async Task Who_waits_for_a_held_row_does_not_keep_the_others()
    {
        await AskableAsync();
        var head = (await WaterAsync("bed-1", 1)).Heads[0];
        await using var holder = await Sources.Owner.OpenConnectionAsync(Cancellation);
        await using var held = await holder.BeginTransactionAsync(Cancellation);
        await using (var hold = new NpgsqlCommand("SELECT FROM stream_states WHERE stream_id = 'bed-1' FOR UPDATE", holder, held))
            await hold.ExecuteNonQueryAsync(Cancellation);

        (await TogetherAsync([Bed(1, head), Bed(2)])).ShouldAllBe(a => a == null);
        await Log.AppendAsync(Bed(2), Cancellation);
    }

    [Fact]
    public async Task What_goes_alongside_runs_behind_its_own_tenants_wall()
    {
        await AskableAsync();
        await TamperAsync("CREATE TABLE seen (tenant_id text, stream text); SELECT protect_tenant_table('seen')");
        AppendBatch Seen(int bed, string tenant) => Bed(bed) with
        {
            Tenant = tenant,
            Alongside = [new("INSERT INTO seen VALUES (current_setting('initiatives.tenant'), $1)") { Parameters = { new NpgsqlParameter<string> { TypedValue = $"{tenant} {bed}" } } }],
        };

        var appended = await TogetherAsync([Seen(1, OtherTenant), Seen(2, Tenant), Seen(3, OtherTenant), Seen(1, Tenant)]);

        appended.ShouldAllBe(a => a != null);
        (await ScalarAsync<long>("SELECT count(*) FROM seen WHERE stream LIKE tenant_id || ' %'")).ShouldBe(4);
        (await ScalarAsync<long>(TransactionsOfBeds)).ShouldBe(1);
    }

    [Fact]
    public async Task When_the_connection_dies_nobody_is_told_that_nothing_was_written()
    {
        await AskableAsync();
        var slow = Enumerable.Range(0, GroupCommit.AtOnce).Select(n => Log.AppendTogetherAsync(Slow(n, seconds: 30))).ToArray();
        var waiting = Log.AppendTogetherAsync(Bed(1));
        const string asleep = "FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";
        await Eventually.HoldsAsync(async () => await ScalarAsync<long>($"SELECT count(*) {asleep}") == slow.Length, TimeSpan.FromSeconds(20));
        await ScalarAsync<long>($"SELECT count(pg_terminate_backend(pid)) {asleep}");

        foreach (var lost in slow) await Should.ThrowAsync<NpgsqlException>(lost);
        (await waiting).ShouldNotBeNull("who had not set out yet goes on a new connection");
    }

    [Fact]
    public async Task Of_32_writers_to_eight_streams_nothing_is_lost_and_nothing_written_twice()
    {
        await AskableAsync();
        const int writers = 32, wins = 8, beds = 8;
        await Task.WhenAll(Enumerable.Range(1, writers).Select(async writer =>
        {
            for (var won = 0; won < wins;)
            {
                var bed = (writer + won) % beds;
                var head = (await Log.LoadAsync(Tenant, $"bed-{bed}", Cancellation)).Head;
                var batch = Bed(bed, head, writer);
                try
                {
                    if (await Log.AppendTogetherAsync(batch) is null) await Log.AppendAsync(batch with { Premises = null }, Cancellation);
                    won++;
                }
                catch (ConcurrencyConflict)
                {
                    // Another was first.
                }
            }
        }));

        (await ScalarAsync<long>("SELECT count(*) FROM mt_events")).ShouldBe(writers * wins);
        (await ScalarAsync<long>("SELECT sum(version)::bigint FROM mt_streams")).ShouldBe(writers * wins);
        (await ScalarAsync<long>("SELECT min(n) FROM (SELECT count(*) AS n FROM mt_events GROUP BY data ->> 'Litres') of_each")).ShouldBe(wins);
        (await new Verification(Sources).VerifyAsync(cancellation: Cancellation)).Findings.ShouldBeEmpty();
    }

    /// <summary>A question that lets every mark pass but <c>moved</c>, and writes down how many streams it was asked about.</summary>
    private Task AskableAsync() => TamperAsync("""
        CREATE TABLE asked (streams bigint);
        GRANT ALL ON asked TO initiatives_app;
        CREATE OR REPLACE FUNCTION stand_in_test(_tenant text, _streams text[], _marks text[], _besides text) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM set_config('initiatives.tenant', _tenant, true);
            IF 'moved' = ANY (_marks) THEN RAISE EXCEPTION 'moved' USING ERRCODE = 'IN409'; END IF;
            INSERT INTO asked VALUES (cardinality(_streams));
        END
        $$;
        """);

    /// <summary>All of them in one group, as far as they fit: they come while as many as may set out at once are under way.</summary>
    private async Task<Appended?[]> TogetherAsync(IEnumerable<AppendBatch> batches)
    {
        var before = Enumerable.Range(0, GroupCommit.AtOnce).Select(n => Log.AppendTogetherAsync(Slow(n, seconds: 0.3))).ToArray();
        var appended = await Task.WhenAll(batches.Select(Log.AppendTogetherAsync));
        await Task.WhenAll(before);
        return appended;
    }

    private static AppendBatch Slow(int n, double seconds) => Bed(n) with
    {
        Streams = [new($"slow-{Guid.NewGuid()}", "garden", StreamHead.None, [Water(n)], null)],
        Alongside = [new("SELECT pg_sleep($1)") { Parameters = { new NpgsqlParameter<double> { TypedValue = seconds } } }],
    };

    private static AppendBatch Bed(int n, StreamHead? head = null, int litres = 1) =>
        Batch(Tenant, new StreamAppend($"bed-{n}", "garden", head ?? StreamHead.None, [Water(litres)], "{}"u8.ToArray())) with { Premises = Knowing($"bed-{n}", "known") };

    private static Premises Knowing(string stream, string mark, string shared = "as it is") =>
        new("SELECT stand_in_test($1, $2, $3, $4)", ["garden", stream], [shared, mark], null);
}
