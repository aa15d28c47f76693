namespace Initiatives.Year.Clock;

/// <summary>
/// A clock that stands until it is set, and then wakes everybody whose hour has come, so that a year takes as long as the work in it.
/// A timer also goes off when as much time has passed in reality: who waits for a network, or polls, is not stopped by a clock that
/// stands, and whoever waits for an hour looks at the clock again before acting. What is measured (<see cref="TimeProvider.GetTimestamp"/>) stays real.
/// </summary>
internal sealed class SteppedClock(DateTimeOffset now) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<SteppedTimer> _armed = [];
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    /// <exception cref="ArgumentOutOfRangeException">It would go back.</exception>
    public void Set(DateTimeOffset now)
    {
        SteppedTimer[] due;
        lock (_gate)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(now, _now);
            _now = now;
            due = [.. _armed.Where(t => t.Due <= now)];
        }
        foreach (var timer in due)
            timer.Ring();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SteppedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class SteppedTimer : ITimer
    {
        // Whoever waits for longer does not wait for the network.
        private static readonly TimeSpan LongestReal = TimeSpan.FromDays(1);

        private readonly SteppedClock _clock;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private readonly ITimer _real;
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public SteppedTimer(SteppedClock clock, TimerCallback callback, object? state)
        {
            (_clock, _callback, _state) = (clock, callback, state);
            _real = System.CreateTimer(static timer => ((SteppedTimer)timer!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        /// <summary>Read and written under the clock's lock.</summary>
        public DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_clock._gate)
            {
                _period = period;
                return Arm(dueTime);
            }
        }

        public void Ring()
        {
            lock (_clock._gate)
            {
                if (Due == DateTimeOffset.MaxValue)
                    return;
                Arm(_period > TimeSpan.Zero ? _period : Timeout.InfiniteTimeSpan);
            }
            // As a real timer does: not on the thread of whoever sets the clock.
            ThreadPool.UnsafeQueueUserWorkItem(static timer => timer._callback(timer._state), this, preferLocal: false);
        }

        public void Dispose()
        {
            Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _real.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private bool Arm(TimeSpan wait)
        {
            var never = wait == Timeout.InfiniteTimeSpan;
            Due = never ? DateTimeOffset.MaxValue : _clock._now + wait;
            if (never)
                _clock._armed.Remove(this);
            else
                _clock._armed.Add(this);
            return _real.Change(never || wait > LongestReal ? Timeout.InfiniteTimeSpan : wait, Timeout.InfiniteTimeSpan);
        }
    }
}
