using Initiatives.Api.Rights;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Reporting.Record;
using MediatR;
using Npgsql;

namespace Initiatives.Api.Platform.Commands;

/// <summary>
/// The one way in: load in one round trip, decide, append in one round trip with the board's row and the kept answer.
/// Pages, endpoints, jobs and the command line all send a <see cref="Change"/>; nothing else writes facts, save the import.
/// </summary>
internal sealed class ChangeHandler(EventStoreDataSources sources, Loading loading, Writing writing, KnownStreams known) : IRequestHandler<Change, Outcome>
{
    // Somebody wins every race, so 32 who order at once into one plan are all through after 32.
    private const int Attempts = 32;

    public async Task<Outcome> Handle(Change change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AttemptAsync(change, cancellationToken);
            }
            catch (ConcurrencyConflict) when (attempt < Attempts)
            {
                // Decided again on what the other writer left: who named a version is then told that it is stale.
            }
            catch (PostgresException e) when (e.SqlState == KeptReplies.TakenSqlState && attempt < Attempts)
            {
                // The same request is being answered next door: the next load finds its answer.
            }
            catch (Exception e) when (attempt < Attempts && e.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected })
            {
                // What goes alongside (the scheduler's triggers) crossed a job that was just beginning: everything was undone, and is done anew.
            }
        }
    }

    private async Task<Outcome> AttemptAsync(Change change, CancellationToken cancellation)
    {
        var context = change.Context;
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        var loaded = await loading.LoadAsync(context, change.Wishes, connection, cancellation);
        if (loaded.Kept is { } kept)
            return kept.Fingerprint.AsSpan().SequenceEqual(context.Request!.Fingerprint) ? new Outcome.Repeated(kept.Reply) : new Outcome.KeyReused();

        if (!TryPermit(change, loaded, out var onBehalfOf)) return new Outcome.Forbidden();
        if (onBehalfOf is not null) context = context with { OnBehalfOf = onBehalfOf };
        if (Barred(change, loaded) is { } barred) return barred;

        var setting = new Setting(Clock.Day(context.Now, loaded.Cluster.TimeZone), loaded.Cluster, loaded.Calendar);
        List<Refusal>? refusals = null;
        for (var i = 0; i < change.Wishes.Count; i++)
        {
            if (change.Wishes[i].Decide(loaded.Streams[i], setting) is { Count: > 0 } broken) (refusals ??= []).AddRange(broken);
        }
        if (refusals is not null) return await RefuseAsync(context, new Outcome.Refused(refusals), connection, cancellation);

        return await AppendAsync(context, loaded.Streams.Count == 1 ? [loaded.Streams[0]] : [.. loaded.Streams.Distinct()], setting, connection, cancellation);
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

    private async Task<Outcome> AppendAsync(CommandContext context, StreamInHand[] streams, Setting setting, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var events = streams.Length == 1 ? streams[0].Events : [.. streams.SelectMany(s => s.Events)];
        var accepted = new Outcome.Accepted(streams[0].Version, events);
        if (events.Count == 0 && context is { Request: null, Besides: null }) return accepted;

        var stamp = new Stamp(context.Now, setting.Today, context.Actor, context.OnBehalfOf, Imported: false, Position: 0, Version: 0);
        StreamInHand[] changed = Array.FindAll(streams, s => s.Events.Count > 0);
        var besides = new List<NpgsqlBatchCommand>(3);
        foreach (var stream in changed)
        {
            if (stream.Card(stamp) is { } card) besides.Add(Cards.Put(context.Tenant, stream.Name, stream.Version, card));
        }
        if (context.Request is { } request) besides.Add(KeptReplies.Keep(context, request, request.Answer(accepted)));
        if (context.Besides is { } more) besides.Add(more());

        var appended = await writing.WriteAsync(
            new(context.Tenant, Array.ConvertAll(changed, s => s.Append()), Metadata(context), besides), connection, cancellation);
        for (var i = 0; i < changed.Length; i++) known.Keep(context.Tenant, changed[i].After(appended.Heads[i]));
        return accepted;
    }

    private static EventMetadata Metadata(CommandContext context) =>
        new(context.Now, context.Actor, context.OnBehalfOf, CorrelationId: context.Correlation);
}
