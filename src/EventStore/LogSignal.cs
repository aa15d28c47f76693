namespace Initiatives.EventStore;

/// <summary>
/// Wakes those of this process who wait for new facts. A hint, never the truth: whoever wakes looks in the log, and looks
/// now and then without being woken.
/// </summary>
public sealed class LogSignal
{
    private TaskCompletionSource _any = New(), _own = New();
    private long _newest;

    /// <summary>The newest position heard of; facts up to it may still be in flight.</summary>
    public long Newest => Volatile.Read(ref _newest);

    /// <summary>Completes at the next news. Take it before looking in the log, await it after, and nothing is missed.</summary>
    public Task Next => Volatile.Read(ref _any).Task;

    /// <summary>The same for facts written by this process only.</summary>
    internal Task NextOwn => Volatile.Read(ref _own).Task;

    /// <summary>This process has written, and committed, up to this position.</summary>
    public void Appended(long position)
    {
        Heard(position);
        Interlocked.Exchange(ref _own, New()).SetResult();
    }

    /// <summary>Something that readers keep has changed here, which is not in the log: look again.</summary>
    public void Raise() => Heard(Newest);

    /// <summary>Somebody has.</summary>
    internal void Heard(long position)
    {
        for (var seen = Newest; position > seen;)
        {
            var before = Interlocked.CompareExchange(ref _newest, position, seen);
            if (before == seen) break;
            seen = before;
        }
        Interlocked.Exchange(ref _any, New()).SetResult();
    }

    // Waiters continue on the pool, not inside the append that woke them.
    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
