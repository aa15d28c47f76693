using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.EventStore;
using Initiatives.Reporting.Record;
using Npgsql;

namespace Initiatives.Api.Features.Operations;

/// <summary>What can be folded anew from the log.</summary>
[Flags]
internal enum ReadModels
{
    /// <summary>The state each stream's next decision needs.</summary>
    States = 1,

    /// <summary>The board's rows.</summary>
    Cards = 2,
}

/// <summary>
/// Folds what is kept beside the streams anew. The service may go on meanwhile: what was folded is put in place only where the
/// stream still stands where it was read, and a stream that has moved on keeps what its writer left. No reader finds a gap. Broken off,
/// it leaves whole pages of streams as they were folded, and the others as they were.
/// </summary>
internal sealed class RebuildReadModels(KeptStreams kept, EventLog log, ClusterRegister clusters)
{
    /// <returns>How many rows were put in place.</returns>
    /// <param name="progress">Facts folded.</param>
    public async Task<int> RunAsync(ReadModels which, string? only, IProgress<long>? progress, CancellationToken cancellation)
    {
        var (replaced, seen) = (0, 0L);
        foreach (var cluster in only is null ? (await clusters.ReadAsync(cancellation)).Select(c => c.Id) : [only])
        {
            var timeZone = await kept.TimeZoneAsync(cluster, cancellation);
            // While one page is folded, the next is being read and the one before is being put in place.
            var putting = Task.FromResult(0);
            await foreach (var page in log.ReadStreamsAsync(cluster, cancellation: cancellation))
            {
                var folded = page.Select(s => (s.Stream, s.Head, Folded: KeptStreams.Fold(s.Stream, s.Facts, timeZone))).ToList();
                replaced += await putting;
                putting = PutAsync(
                    cluster,
                    which,
                    [.. folded.Select(s => new FoldedState(s.Stream, s.Head, which.HasFlag(ReadModels.States) ? s.Folded.State : null))],
                    [.. folded.Where(s => s.Folded.Card is not null).Select(s => (s.Stream, s.Head, s.Folded.Card!))],
                    cancellation);
                progress?.Report(seen += page.Sum(s => s.Facts.Count));
            }
            replaced += await putting;
        }
        return replaced;
    }

    private async Task<int> PutAsync(
        string cluster, ReadModels which, List<FoldedState> states, List<(string Stream, StreamHead Head, InitiativeCard Card)> cards, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                var put = await log.KeepStatesAsync(cluster, states, which.HasFlag(ReadModels.Cards) ? Cards.PutWhereUnmoved(cluster, cards) : null, cancellation);
                return (which.HasFlag(ReadModels.States) ? put.States : 0) + put.Besides;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DeadlockDetected)
            {
                // A change of several streams waited for one of ours while we waited for one of its. It has them now: again after it.
            }
        }
    }
}
