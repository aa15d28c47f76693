using System.Collections.Concurrent;
using Npgsql;

namespace Initiatives.EventStore.Tests;

public sealed class SubscriptionTests(LogDatabase database) : LogTest(database)
{
    private static readonly SubscriptionPace Quick = new()
    {
        PageSize = 3,
        Gather = TimeSpan.FromMilliseconds(1),
        Poll = TimeSpan.FromMilliseconds(50),
        Candidacy = TimeSpan.FromMilliseconds(20),
        Retry = TimeSpan.FromMilliseconds(10),
    };

    [Fact]
    public async Task Every_fact_is_handled_in_order_those_from_before_and_those_to_come()
    {
        for (var i = 1; i <= 5; i++) await WaterAsync("bed-1", i);
        await using var node = new Node(this);
        await node.HandledAsync(5);
        for (var i = 6; i <= 8; i++) await WaterAsync("bed-1", i);
        await node.HandledAsync(8);
        node.Litres.ShouldBe([1, 2, 3, 4, 5, 6, 7, 8]);
        node.Subscription.IsLeader.ShouldBeTrue();
    }

    [Fact]
    public async Task After_a_restart_it_goes_on_where_it_was()
    {
        await WaterAsync("bed-1", 1);
        await using (var first = new Node(this)) await first.CheckpointAsync(1);
        await WaterAsync("bed-1", 2);
        await using var second = new Node(this);
        await second.HandledAsync(1);
        second.Litres.ShouldBe([2]);
    }

    [Fact]
    public async Task What_a_failing_handler_wrote_is_undone_and_the_same_facts_come_again()
    {
        await TamperAsync("CREATE TABLE handled (position bigint); GRANT ALL ON handled TO initiatives_system");
        await WaterAsync("bed-1", 1);
        var attempts = 0;
        await using var node = new Node(this, async (page, transaction) =>
        {
            await InsertAsync(page, transaction);
            if (++attempts < 3) throw new InvalidOperationException("Not today.");
        });
        await node.CheckpointAsync(1);
        attempts.ShouldBe(3);
        node.Failures.Count.ShouldBe(2);
        (await ScalarAsync<long>("SELECT count(*) FROM handled")).ShouldBe(1);
    }

    [Fact]
    public async Task When_the_leader_dies_another_takes_over_and_nothing_is_skipped_or_done_twice()
    {
        await TamperAsync("CREATE TABLE handled (position bigint); GRANT ALL ON handled TO initiatives_system");
        await using var other = EventStoreDataSources.Create(ConnectionString);
        await using var first = new Node(this, InsertAsync);
        await WaterAsync("bed-1", 1);
        await first.CheckpointAsync(1);
        await using var second = new Node(this, InsertAsync, other);
        second.Subscription.IsLeader.ShouldBeFalse();

        var writers = Task.Run(async () =>
        {
            for (var i = 2; i <= 40; i++) await WaterAsync("bed-1", i);
        }, Cancellation);
        await first.DieAsync();
        await writers;
        await second.CheckpointAsync(40);

        (await ScalarAsync<long>("SELECT count(*) FROM handled")).ShouldBe(40);
        (await ScalarAsync<long>("SELECT count(DISTINCT position) FROM handled")).ShouldBe(40);
        second.Subscription.IsLeader.ShouldBeTrue();
    }

    [Fact]
    public async Task A_leader_whose_session_is_cut_cannot_commit_what_it_was_doing()
    {
        await TamperAsync("CREATE TABLE handled (position bigint); GRANT ALL ON handled TO initiatives_system");
        await WaterAsync("bed-1", 1);
        var cut = false;
        await using var node = new Node(this, async (page, transaction) =>
        {
            await InsertAsync(page, transaction);
            if (cut) return;
            cut = true;
            await TamperAsync($"SELECT pg_terminate_backend({transaction.Connection!.ProcessID})");
        });
        await node.CheckpointAsync(1);
        node.Failures.ShouldNotBeEmpty();
        (await ScalarAsync<long>("SELECT count(*) FROM handled")).ShouldBe(1);
    }

    private static async Task InsertAsync(IReadOnlyList<RecordedEvent> page, NpgsqlTransaction transaction)
    {
        foreach (var recorded in page)
        {
            await using var insert = new NpgsqlCommand("INSERT INTO handled VALUES ($1)", transaction.Connection, transaction)
            {
                Parameters = { new NpgsqlParameter<long> { TypedValue = recorded.Position } },
            };
            await insert.ExecuteNonQueryAsync(Cancellation);
        }
    }

    /// <summary>One service node with the subscription running on it.</summary>
    private sealed class Node : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        private readonly SubscriptionTests _test;
        private readonly Task _running;
        private readonly SemaphoreSlim _page = new(0);

        public Node(SubscriptionTests test, Func<IReadOnlyList<RecordedEvent>, NpgsqlTransaction, Task>? handle = null, EventStoreDataSources? sources = null)
        {
            _test = test;
            Subscription = new("mails", sources ?? test.Sources, test.Log, async (page, transaction, _) =>
            {
                if (handle is not null) await handle(page, transaction);
                foreach (var recorded in page) Litres.Enqueue(((Watered)recorded.Data).Litres);
                _page.Release();
            }, TimeProvider.System, Quick);
            _running = Subscription.RunAsync(Failures.Enqueue, _stop.Token);
        }

        public Subscription Subscription { get; }

        public ConcurrentQueue<int> Litres { get; } = [];

        public ConcurrentQueue<Exception> Failures { get; } = [];

        /// <summary>Until the handler has seen so many.</summary>
        public async Task HandledAsync(int count)
        {
            while (Litres.Count < count)
                (await _page.WaitAsync(TimeSpan.FromSeconds(30), Cancellation)).ShouldBeTrue($"only {Litres.Count} of {count}; {Failures.LastOrDefault()}");
        }

        /// <summary>Until so many have been handled for good, by whichever node.</summary>
        public async Task CheckpointAsync(int count)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            limit.CancelAfter(TimeSpan.FromSeconds(30));
            while (true)
            {
                // Asking the database takes as long as it takes; that is the pause between two looks.
                await using var command = _test.Sources.Owner.CreateCommand("""
                    SELECT count(*) FROM mt_events WHERE seq_id <= (SELECT last_seq_id FROM mt_event_progression WHERE name = 'mails')
                    """);
                if ((long)(await command.ExecuteScalarAsync(limit.Token))! >= count) return;
            }
        }

        /// <summary>The whole process goes: its session with it.</summary>
        public async Task DieAsync()
        {
            await _stop.CancelAsync();
            await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        public async ValueTask DisposeAsync()
        {
            await DieAsync();
            _stop.Dispose();
            _page.Dispose();
        }
    }
}
