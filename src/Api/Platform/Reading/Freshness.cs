using System.Collections.Concurrent;
using Initiatives.EventStore;

namespace Initiatives.Api.Platform.Reading;

/// <summary>
/// Keeps what was read for as long as nothing at all has changed: every fact, every sign-out and every change of the register
/// raises the <see cref="LogSignal"/>, on whichever node it happens. A node that does not hear the others keeps nothing.
/// </summary>
/// <param name="most">So many values are kept; when there are more, all go, and the next readers read.</param>
internal sealed class Freshness<T>(LogSignal signal, LogListener listener, int most)
    where T : class
{
    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <param name="Until">Completes when something has changed since before it was read.</param>
    private sealed record Kept(T Value, Task Until);

    public T? Find(string key) => _kept.TryGetValue(key, out var kept) && !kept.Until.IsCompleted && listener.IsListening ? kept.Value : null;

    /// <summary>The value as it is now: the kept one, or read anew.</summary>
    public async ValueTask<T?> GetAsync(string key, Func<Task<T?>> read)
    {
        if (Find(key) is { } known) return known;
        // Taken before it is read: what changes meanwhile ends the value at once.
        var until = signal.Next;
        var value = await read();
        Keep(key, value, until);
        return value;
    }

    /// <summary>Forgets one, which its reader has just changed.</summary>
    public void Drop(string key) => _kept.TryRemove(key, out _);

    /// <summary>For a value that took other readings to make: <paramref name="until"/> was taken from <see cref="Now"/> before the first.</summary>
    public void Keep(string key, T? value, Task until)
    {
        if (value is null || until.IsCompleted || !listener.IsListening) return;
        if (_kept.Count >= most) _kept.Clear();
        _kept[key] = new(value, until);
    }

    public Task Now => signal.Next;
}
