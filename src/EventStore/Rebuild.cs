using Npgsql;

namespace Initiatives.EventStore;

/// <summary>How far a rebuild has come.</summary>
/// <param name="Total">Events in the log when it began.</param>
public readonly record struct RebuildProgress(long Done, long Total);

/// <summary>
/// Goes through the log once, from its first event to its end at the start of the rebuild, so that whatever was derived from it can be
/// derived anew. What to empty, fold and write is the caller's; so is the choice of one transaction or many. Events written
/// meanwhile are not seen: rebuild with the writers stopped, or catch up afterwards from the position that is returned.
/// </summary>
public static class Rebuild
{
    /// <param name="fold">Given the events page by page, in the order of the log; the next page is read meanwhile.</param>
    /// <param name="tenant">Only this one's; all when null.</param>
    /// <returns>The position up to which everything was folded.</returns>
    public static async Task<long> RunAsync(
        EventLog log, Func<IReadOnlyList<RecordedEvent>, CancellationToken, Task> fold, IProgress<RebuildProgress>? progress = null,
        string? tenant = null, CancellationToken cancellation = default)
    {
        var end = await log.SafePositionAsync(cancellation);
        var total = await log.CountAsync(end, tenant, cancellation);
        var done = 0L;
        progress?.Report(new(done, total));
        await foreach (var page in log.ReadPagesAsync(0, end, tenant, cancellation: cancellation))
        {
            await fold(page, cancellation);
            done += page.Count;
            progress?.Report(new(done, total));
        }
        return end;
    }
}
