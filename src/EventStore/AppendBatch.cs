using Npgsql;

namespace Initiatives.EventStore;

/// <summary>New facts for one stream.</summary>
/// <param name="Stream">Id of the stream within the tenant.</param>
/// <param name="StreamType">What the stream is about, in snake_case; kept from the first append.</param>
/// <param name="Expected">The head the decision was made on; <see cref="StreamHead.None"/> for a new stream.</param>
/// <param name="Events">Facts in order, each of a registered type. None: nothing is written for this stream.</param>
/// <param name="State">As JSON in UTF-8, the state folded up to the last of <paramref name="Events"/>, handed to the next decision; null keeps none.</param>
public sealed record StreamAppend(
    string Stream, string StreamType, StreamHead Expected, IReadOnlyList<object> Events, byte[]? State)
{
    /// <summary>One per event, where they differ (an import of a history); otherwise the batch's own holds for all.</summary>
    public IReadOnlyList<EventMetadata>? MetadataPerEvent { get; init; }
}

/// <summary>What one decision writes: all of it or nothing, in one round trip.</summary>
/// <param name="Alongside">
/// Statements in the same transaction, after the facts: inline read models, the outcome under the idempotency key, outgoing mail.
/// They run under the tenant's row-level security. Parameters, never values in the
/// text: each text is prepared once. Made anew for each append: Npgsql ties a command to the connection it ran on.
/// </param>
public sealed record AppendBatch(
    string Tenant, IReadOnlyList<StreamAppend> Streams, EventMetadata Metadata, IReadOnlyList<NpgsqlBatchCommand> Alongside)
{
    /// <summary>What it was decided on without asking; asked ahead of the facts. Null: the streams' heads are all that is asked.</summary>
    public Premises? Premises { get; init; }
}

/// <summary>What was written.</summary>
/// <param name="Heads">The new head of each stream, in the order of <see cref="AppendBatch.Streams"/>.</param>
/// <param name="Position">Position in the whole log of the last fact written; 0 when there was none.</param>
public sealed record Appended(IReadOnlyList<StreamHead> Heads, long Position);

/// <summary>
/// Somebody else wrote to the stream first (or two writers of several streams waited for each other). Nothing was written.
/// Load again and decide again; the database says it with SQLSTATE <see cref="SqlState"/>.
/// </summary>
public sealed class ConcurrencyConflict : Exception
{
    /// <summary>Raised by <c>append_events</c>. Classes from I to Z are free for applications (SQL standard, 23.1).</summary>
    public const string SqlState = "IN409";

    internal ConcurrencyConflict(string tenant, PostgresException cause) : base(cause.MessageText, cause) => Tenant = tenant;

    public string Tenant { get; }

    internal static bool Is(PostgresException e) =>
        e.SqlState is SqlState or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;
}
