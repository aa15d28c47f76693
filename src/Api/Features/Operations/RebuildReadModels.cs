using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.EventStore;
using Initiatives.Reporting.Record;

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
/// stream still stands where it was read, and a stream that has moved on keeps what its writer left. No reader finds a gap.
/// </summary>
internal sealed class RebuildReadModels(KeptStreams kept, EventLog log, EventStoreDataSources sources, ClusterRegister clusters)
{
    private const int Batch = 200;

    /// <returns>How many rows were put in place.</returns>
    /// <param name="progress">Facts folded.</param>
    public async Task<int> RunAsync(ReadModels which, string? only, IProgress<long>? progress, CancellationToken cancellation)
    {
        var (replaced, seen) = (0, 0L);
        foreach (var cluster in only is null ? (await clusters.ReadAsync(cancellation)).Select(c => c.Id) : [only])
        {
            var timeZone = await kept.TimeZoneAsync(cluster, cancellation);
            var states = new List<FoldedState>(Batch);
            var cards = new List<(KeptStream Stream, InitiativeCard Card)>(Batch);
            await foreach (var stream in kept.ReadAsync(cluster, cancellation))
            {
                var (state, card) = await kept.FoldAsync(cluster, stream.Stream, stream.Head.Version, timeZone, cancellation);
                if (which.HasFlag(ReadModels.States))
                    states.Add(new(stream.Stream, stream.Head, state));
                if (which.HasFlag(ReadModels.Cards) && card is not null)
                    cards.Add((stream, card));
                if (states.Count == Batch || cards.Count == Batch)
                    replaced += await PutAsync(cluster, states, cards, cancellation);
                progress?.Report(seen += stream.Head.Version);
            }
            replaced += await PutAsync(cluster, states, cards, cancellation);
        }
        return replaced;
    }

    private async Task<int> PutAsync(string cluster, List<FoldedState> states, List<(KeptStream Stream, InitiativeCard Card)> cards, CancellationToken cancellation)
    {
        var replaced = states.Count == 0 ? 0 : await log.KeepStatesAsync(cluster, states, cancellation);
        if (cards.Count > 0)
        {
            await using var connection = await sources.App.OpenConnectionAsync(cancellation);
            await using var batch = new Npgsql.NpgsqlBatch(connection) { BatchCommands = { EventStoreDataSources.TenantSetting(cluster) } };
            foreach (var (stream, card) in cards)
                batch.BatchCommands.Add(Cards.PutWhereUnmoved(cluster, stream.Stream, stream.Head, card));
            await batch.ExecuteNonQueryAsync(cancellation);
            replaced += batch.BatchCommands.Cast<Npgsql.NpgsqlBatchCommand>().Skip(1).Sum(c => (int)c.Rows);
        }
        states.Clear();
        cards.Clear();
        return replaced;
    }
}
