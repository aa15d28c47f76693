using System.Collections.Concurrent;
using Initiatives.Support;

namespace Initiatives.EventStore.Tests;

public sealed class LogNotifierTests(LogDatabase database) : LogTest(database)
{
    [Fact]
    public async Task Another_node_hears_the_newest_position_and_a_burst_is_one_word()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var failures = new ConcurrentQueue<Exception>();
        var elsewhere = new LogSignal();
        var listener = new LogListener(Sources, elsewhere, TimeProvider.System);
        var running = new[]
        {
            listener.RunAsync(failures.Enqueue, stop.Token),
            new LogNotifier(Sources, Log.Signal, TimeProvider.System, TimeSpan.FromMilliseconds(20)).RunAsync(failures.Enqueue, stop.Token),
        };
        await listener.Listening.WaitAsync(Cancellation);

        var words = 0;
        var last = 0L;
        for (var i = 1; i <= 50; i++) last = (await WaterAsync("bed-1", i)).Position;
        while (elsewhere.Newest < last)
        {
            var next = elsewhere.Next;
            if (elsewhere.Newest >= last) break;
            await next.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
            words++;
        }
        elsewhere.Newest.ShouldBe(last);
        words.ShouldBeLessThan(50);
        failures.ShouldBeEmpty();

        await stop.CancelAsync();
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    [Fact]
    public async Task A_listener_that_was_cut_off_listens_again_and_wakes_everyone_to_look()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var heardWhenLost = new ConcurrentQueue<bool>();
        var signal = new LogSignal();
        var listener = new LogListener(Sources, signal, TimeProvider.System, TimeSpan.FromMilliseconds(10));
        listener.IsListening.ShouldBeFalse();
        var running = listener.RunAsync(_ => heardWhenLost.Enqueue(listener.IsListening), stop.Token);
        await listener.Listening.WaitAsync(Cancellation);
        listener.IsListening.ShouldBeTrue();

        var woken = signal.Next;
        await TamperAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'");
        await woken.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        heardWhenLost.ShouldNotBeEmpty();
        heardWhenLost.ShouldAllBe(heard => !heard, "deaf from the moment the connection is gone");
        await Eventually.HoldsAsync(() => Task.FromResult(listener.IsListening));

        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        listener.IsListening.ShouldBeFalse();
    }
}
