using Initiatives.EventStore;
using Npgsql;

namespace Initiatives.Api.Platform.Commands;

/// <summary>
/// Work that must commit with certain facts or not at all, beyond what a statement in the batch can do: a moved meeting
/// moves its jobs. Registered as a singleton; costs a decision it does not concern one test per event.
/// </summary>
public abstract class Alongside
{
    /// <summary>True for the facts it must not miss.</summary>
    public abstract bool Concerns(object fact);

    /// <summary>
    /// Runs after the facts were appended, before they commit, as initiatives_app with the tenant named. What it throws
    /// undoes all of it. It must not commit, and must be able to run again: a lost race starts the change over.
    /// </summary>
    public abstract Task RunAsync(string tenant, IReadOnlyList<object> facts, NpgsqlTransaction transaction, CancellationToken cancellation);

    /// <summary>It holds now: whoever waits for what was written may be woken.</summary>
    public virtual void Committed() { }
}

/// <summary>Writes decided facts: in one round trip, or in one transaction with the work they concern.</summary>
internal sealed class Writing(EventLog log, EventStoreDataSources sources, IEnumerable<Alongside> alongside)
{
    private readonly Alongside[] _alongside = [.. alongside];

    /// <summary>What was decided without loading: together with what others write at the moment, where it is one stream's and concerns no other work.</summary>
    /// <returns>Null when nothing was written, and it must be loaded.</returns>
    public async Task<Appended?> WriteAsync(AppendBatch batch, CancellationToken cancellation)
    {
        if (batch.Streams.Count == 1 && Concerned(batch).Length == 0) return await log.AppendTogetherAsync(batch);
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        return await WriteAsync(batch, connection, cancellation);
    }

    /// <param name="connection">The one that was loaded on: going back to the pool in between costs twice and gains nothing.</param>
    public async Task<Appended> WriteAsync(AppendBatch batch, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var concerned = Concerned(batch);
        if (concerned.Length == 0) return await log.AppendAsync(batch, connection, cancellation);

        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var appended = await log.AppendAsync(batch, transaction, cancellation);
        object[] facts = [.. batch.Streams.SelectMany(s => s.Events)];
        foreach (var work in concerned) await work.RunAsync(batch.Tenant, facts, transaction, cancellation);
        await transaction.CommitAsync(cancellation);
        log.Signal.Appended(appended.Position);
        foreach (var work in concerned) work.Committed();
        return appended;
    }

    private Alongside[] Concerned(AppendBatch batch) =>
        _alongside.Length == 0 ? [] : Array.FindAll(_alongside, a => batch.Streams.Any(s => s.Events.Any(a.Concerns)));
}
