using Initiatives.Api.Rights;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Reporting.Record;
using MediatR;
using Npgsql;

namespace Initiatives.Api.Platform.Commands;

/// <summary>
/// The one way in. What this node knows it decides on at once, and the append asks whether that still holds: one round trip, with the
/// board's row and the kept answer (decision 14), shared with whoever else appends at the moment (decision 15). Where it does not, or anything
/// but new facts came of it: load in one round trip, decide, append in one.
/// Pages, endpoints, jobs and the command line all send a <see cref="Change"/>; nothing else writes facts, save the import.
/// </summary>
internal sealed class ChangeHandler(EventStoreDataSources sources, Loading loading, Writing writing, KnownStreams known) : IRequestHandler<Change, Outcome>
{
    // Somebody wins every race, so 32 who order at once into one plan are all through after 32.
    private const int Attempts = 32;

    public async Task<Outcome> Handle(Change change, CancellationToken cancellationToken)
    {
        if (await AsKnownAsync(change, cancellationToken) is { } accepted) return accepted;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AttemptAsync(change, cancellationToken);
            }
            catch (Exception e) when (attempt < Attempts && IsLostRace(e))
            {
                // Decided again on what the other writer left: who named a version is then told that it is stale, and who sent the same
                // request next door finds its answer.
            }
        }
    }

    /// <summary>
    /// Decides on what this node knows without asking. Only new facts can come of it, whose append fails when any of it holds no more;
    /// a refusal, or that there is nothing to do, is not said on memory alone.
    /// </summary>
    /// <returns>Null when it must be loaded.</returns>
    private async Task<Outcome?> AsKnownAsync(Change change, CancellationToken cancellation)
    {
        if (loading.Known(change.Context, change.Wishes) is not { } known || Decide(change, known, out var decided) is not null) return null;
        if (decided.Streams.TrueForAll(s => s.Events.Count == 0)) return null;
        try
        {
            var written = Write(decided, out var changed, out var accepted) with { Premises = Loading.StandsAs(known) };
            if (await writing.WriteAsync(written, cancellation) is not { } appended) return null;
            Keep(decided.Context.Tenant, changed, appended);
            return accepted;
        }
        catch (Exception e) when (IsLostRace(e))
        {
            return null;
        }
    }

    private async Task<Outcome> AttemptAsync(Change change, CancellationToken cancellation)
    {
        var context = change.Context;
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        var loaded = await loading.LoadAsync(context, change.Wishes, connection, cancellation);
        if (loaded.Kept is { } kept)
            return kept.Fingerprint.AsSpan().SequenceEqual(context.Request!.Fingerprint) ? new Outcome.Repeated(kept.Reply) : new Outcome.KeyReused();

        return Decide(change, loaded, out var decided) switch
        {
            null => await AppendAsync(decided, connection, cancellation),
            Outcome.Refused refused => await RefuseAsync(decided.Context, refused, connection, cancellation),
            var ended => ended,
        };
    }

    /// <summary>
    /// Another writer was first, or the same request is being answered next door, or what goes alongside (the scheduler's triggers) crossed a job
    /// that was just beginning: everything was undone, and may be done anew.
    /// </summary>
    private static bool IsLostRace(Exception e) =>
        e is ConcurrencyConflict || e.GetBaseException() is PostgresException { SqlState: KeptReplies.TakenSqlState or PostgresErrorCodes.DeadlockDetected };

    /// <summary>What is to be written.</summary>
    private readonly record struct Decided(CommandContext Context, Setting Setting, List<StreamInHand> Streams);

    /// <returns>What the change ends in without being written; null when it is to be.</returns>
    private static Outcome? Decide(Change change, Loaded loaded, out Decided decided)
    {
        var context = change.Context;
        decided = default;
        if (!TryPermit(change, loaded, out var onBehalfOf)) return new Outcome.Forbidden();
        if (onBehalfOf is not null) context = context with { OnBehalfOf = onBehalfOf };
        if (Barred(change, loaded) is { } barred) return barred;

        var setting = new Setting(Clock.Day(context.Now, loaded.Cluster.TimeZone), loaded.Cluster, loaded.Calendar);
        List<Refusal>? refusals = null;
        for (var i = 0; i < change.Wishes.Count; i++)
        {
            if (change.Wishes[i].Decide(loaded.Streams[i], setting) is { Count: > 0 } broken) (refusals ??= []).AddRange(broken);
        }
        decided = new(context, setting, loaded.Streams.Count == 1 ? [loaded.Streams[0]] : [.. loaded.Streams.Distinct()]);
        return refusals is null ? null : new Outcome.Refused(refusals);
    }

    /// <summary>May the caller want all of this? Said before anything is told of what is there.</summary>
    /// <param name="onBehalfOf">In whose place, when it is not in the caller's own right.</param>
    private static bool TryPermit(Change change, Loaded loaded, out string? onBehalfOf)
    {
        onBehalfOf = null;
        if (change.Context.By is not { } member) return true;
        for (var i = 0; i < change.Wishes.Count; i++)
        {
            if (Guard.MayDo(member, change.Wishes[i].Intent, loaded.Streams[i].Name, loaded.Cluster) is not { } permit) return false;
            onBehalfOf ??= permit.OnBehalfOf;
        }
        return true;
    }

    /// <summary>What ends the change before any rule is asked.</summary>
    private static Outcome? Barred(Change change, Loaded loaded)
    {
        if (!loaded.Cluster.Exists && change.Wishes[0] is not ClusterWish { Creates: true }) return new Outcome.Missing(Streams.Cluster);
        for (var i = 0; i < change.Wishes.Count; i++)
        {
            if (!change.Wishes[i].Creates && !loaded.Streams[i].Exists) return new Outcome.Missing(loaded.Streams[i].Name);
        }
        var current = loaded.Streams[0].Head.Version;
        return change.Context.Expected is { } expected && expected != current ? new Outcome.Stale(current) : null;
    }

    private async Task<Outcome> RefuseAsync(CommandContext context, Outcome refused, NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (context.Request is { } request)
            await writing.WriteAsync(new(context.Tenant, [], Metadata(context), [KeptReplies.Keep(context, request, request.Answer(refused))]), connection, cancellation);
        return refused;
    }

    private async Task<Outcome> AppendAsync(Decided decided, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var batch = Write(decided, out var changed, out var accepted);
        if (batch.Streams.Count == 0 && batch.Alongside.Count == 0) return accepted;
        Keep(decided.Context.Tenant, changed, await writing.WriteAsync(batch, connection, cancellation));
        return accepted;
    }

    /// <summary>What is written for it: the facts, and with them the board's row and the kept answer.</summary>
    private static AppendBatch Write(Decided decided, out List<StreamInHand> changed, out Outcome.Accepted accepted)
    {
        var (context, setting, streams) = decided;
        accepted = new(streams[0].Version, streams.Count == 1 ? streams[0].Events : [.. streams.SelectMany(s => s.Events)]);
        changed = streams.FindAll(s => s.Events.Count > 0);

        var stamp = new Stamp(context.Now, setting.Today, context.Actor, context.OnBehalfOf, Imported: false, Position: 0, Version: 0);
        var besides = new List<NpgsqlBatchCommand>(3);
        foreach (var stream in changed)
        {
            if (stream.Card(stamp) is { } card) besides.Add(Cards.Put(context.Tenant, stream.Name, stream.Version, card));
        }
        if (context.Request is { } request) besides.Add(KeptReplies.Keep(context, request, request.Answer(accepted)));
        if (context.Besides is { } more) besides.Add(more());
        return new(context.Tenant, changed.ConvertAll(s => s.Append()), Metadata(context), besides);
    }

    private void Keep(string tenant, List<StreamInHand> changed, Appended appended)
    {
        for (var i = 0; i < changed.Count; i++) known.Keep(tenant, changed[i].After(appended.Heads[i]));
    }

    private static EventMetadata Metadata(CommandContext context) =>
        new(context.Now, context.Actor, context.OnBehalfOf, CorrelationId: context.Correlation);
}
