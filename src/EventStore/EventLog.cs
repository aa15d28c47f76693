using Npgsql;

namespace Initiatives.EventStore;

/// <summary>
/// The log of facts. This part writes: one round trip per decision, in one transaction, all or nothing.
/// Safe for any number of threads; make one and keep it.
/// </summary>
public sealed partial class EventLog(EventStoreDataSources sources, EventTypes types, LogSignal signal)
{
    public EventTypes Types => types;

    /// <summary>Raised after every append of this process, and for those of other nodes when a <see cref="LogListener"/> runs.</summary>
    public LogSignal Signal => signal;

    /// <summary>Appends the facts, moves the heads, keeps the states and runs what goes alongside.</summary>
    /// <exception cref="ConcurrencyConflict">A stream is not at its expected head any more. Nothing was written.</exception>
    /// <exception cref="PostgresException">A statement alongside failed, or the database refused. Nothing was written.</exception>
    public async Task<Appended> AppendAsync(AppendBatch batch, CancellationToken cancellation = default)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        return await AppendAsync(batch, connection, cancellation);
    }

    /// <summary>The same on a connection of <see cref="EventStoreDataSources.App"/> that the caller has open, and no transaction on it.</summary>
    /// <exception cref="ConcurrencyConflict">A stream is not at its expected head any more. Nothing was written.</exception>
    public async Task<Appended> AppendAsync(AppendBatch batch, NpgsqlConnection connection, CancellationToken cancellation = default)
    {
        var appended = await AppendAsync(batch, connection, null, cancellation);
        if (appended.Position > 0) signal.Appended(appended.Position);
        return appended;
    }

    /// <summary>
    /// The same within the caller's transaction, for what must commit together with something else (a job is scheduled).
    /// Still one round trip. After the commit the caller owes <c>Signal.Appended(position)</c>. Whoever goes on to append
    /// to the same streams in the transaction does so from the returned heads.
    /// </summary>
    public Task<Appended> AppendAsync(
        AppendBatch batch, NpgsqlTransaction transaction, CancellationToken cancellation = default) =>
        AppendAsync(batch, transaction.Connection ?? throw new ArgumentException("The transaction has ended."), transaction, cancellation);

    /// <summary>
    /// The same in one transaction with whatever else is appended so at the moment (<see cref="GroupCommit"/>). It cannot be called off: it takes
    /// as long as a round trip or two.
    /// </summary>
    /// <param name="batch">For one stream, and decided on premises.</param>
    /// <returns>Null when nothing was written, by its own fault or another's: load, decide, and append alone.</returns>
    public async Task<Appended?> AppendTogetherAsync(AppendBatch batch)
    {
        var premises = batch.Premises ?? throw new ArgumentException("Without premises there is nothing to fall back to.", nameof(batch));
        var facts = ChainedFacts.Of(batch.Tenant, batch.Streams.Single(), batch.Metadata, types);
        var entry = new GroupCommit.Entry(facts, premises, batch.Alongside);
        await sources.Groups.RunAsync(entry);
        if (entry.Position is not { } position) return null;
        signal.Appended(position);
        return new([facts.Head], position);
    }

    private async Task<Appended> AppendAsync(
        AppendBatch batch, NpgsqlConnection connection, NpgsqlTransaction? transaction, CancellationToken cancellation)
    {
        var heads = new StreamHead[batch.Streams.Count];
        var position = 0L;
        await using var statements = new NpgsqlBatch(connection, transaction);
        if (batch.Premises is { } premises) statements.BatchCommands.Add(premises.Ask(batch.Tenant));
        var before = statements.BatchCommands.Count;
        for (var i = 0; i < heads.Length; i++)
        {
            var append = batch.Streams[i];
            heads[i] = append.Expected;
            if (append.Events.Count == 0) continue;
            var facts = ChainedFacts.Of(batch.Tenant, append, batch.Metadata, types);
            statements.BatchCommands.Add(new AppendCommand().With(facts));
            heads[i] = facts.Head;
        }
        var appends = statements.BatchCommands.Count - before;
        if (appends == 0)
        {
            if (batch.Alongside.Count == 0) return new(heads, 0);
            if (before == 0) statements.BatchCommands.Add(EventStoreDataSources.TenantSetting(batch.Tenant));
        }
        foreach (var alongside in batch.Alongside) statements.BatchCommands.Add(alongside);

        try
        {
            await using var reader = await statements.ExecuteReaderAsync(cancellation);
            if (before > 0) await reader.NextResultAsync(cancellation);
            for (var i = 0; i < appends; i++)
            {
                await reader.ReadAsync(cancellation);
                position = reader.GetInt64(0);
                await reader.NextResultAsync(cancellation);
            }
            // Errors of later statements surface only by walking to the end.
            while (await reader.NextResultAsync(cancellation)) { }
        }
        catch (PostgresException e) when (ConcurrencyConflict.Is(e))
        {
            throw new ConcurrencyConflict(batch.Tenant, e);
        }
        return new(heads, position);
    }
}
