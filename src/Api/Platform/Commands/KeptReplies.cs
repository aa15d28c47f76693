using Initiatives.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Initiatives.Api.Platform.Commands;

/// <summary>Answers kept under their Idempotency-Key, in the transaction of the facts they answer for.</summary>
internal static class KeptReplies
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>Raised by keep_outcome when the key was taken in the meantime: load again, and find its answer.</summary>
    public const string TakenSqlState = "IN410";

    public static NpgsqlBatchCommand Keep(CommandContext context, RequestKey request, Reply reply) =>
        new("SELECT keep_outcome($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
        {
            Parameters =
            {
                Text(context.Tenant),
                Text(context.Actor),
                Text(request.Key),
                new NpgsqlParameter<byte[]> { TypedValue = request.Fingerprint },
                new NpgsqlParameter<short> { TypedValue = (short)reply.Status },
                Text(reply.ETag),
                Text(reply.Location),
                Text(reply.Body),
                Instant(context.Now),
                Instant(context.Now - KeptFor),
            },
        };

    private static NpgsqlParameter<string?> Text(string? value) => new() { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter<DateTime> Instant(DateTimeOffset value) => new() { TypedValue = value.UtcDateTime };
}
