using System.Diagnostics;
using Initiatives.Api.Platform.Commands;
using Initiatives.EventStore;
using Npgsql;

namespace Initiatives.Api.Platform.Http;

/// <summary>
/// Idempotency-Key for what a caller may ask for that is no <see cref="Change"/>: an edition, a run of a job. Kept in the same place,
/// under the same key, for as long (docs/decisions/0008-answers-are-kept-with-their-facts.md).
/// </summary>
internal sealed class OncePerKey(EventStoreDataSources sources, TimeProvider time)
{
    // Whoever loses the race for a key finds the winner's answer at the next look.
    private const int Attempts = 5;

    private const string Kept = """
        SELECT fingerprint, status, etag, location, body FROM request_outcomes
        WHERE tenant_id = $1 AND actor = $2 AND key = $3 AND answered > $4
        """;

    /// <param name="work">
    /// Does what is asked for and words the answer. Is given the statement that keeps an answer, null without a key, and says whether
    /// it went into its own transaction; otherwise it is kept afterwards, which suits work that may be done twice.
    /// </param>
    public async Task<IResult> AnswerAsync(HttpContext http, string cluster, Func<Func<Reply, NpgsqlBatchCommand>?, Task<(Reply Reply, bool IsKept)>> work)
    {
        if (http.Features.Get<Fingerprint>() is not { } print) return new ReplyResult((await work(null)).Reply);

        var context = new CommandContext(cluster, http.Member().Id, time.GetUtcNow());
        var key = new RequestKey(print.Key, print.Hash, static _ => throw new UnreachableException("The work words its own answer."));
        NpgsqlBatchCommand Keep(Reply reply) => KeptReplies.Keep(context, key, reply);

        for (var attempt = 1; ; attempt++)
        {
            if (await FindAsync(context, key, http.RequestAborted) is { } kept)
            {
                return kept.Fingerprint.AsSpan().SequenceEqual(print.Hash)
                    ? new ReplyResult(kept.Reply)
                    : Problems.Result(http, StatusCodes.Status422UnprocessableEntity, Faults.KeyReused);
            }
            try
            {
                var (reply, isKept) = await work(Keep);
                // As for a Change: what was done and what was refused; never that something is not there, since it may come.
                if (!isKept && reply.Status is < 300 or StatusCodes.Status409Conflict) await KeepAsync(cluster, Keep(reply), http.RequestAborted);
                return new ReplyResult(reply);
            }
            catch (PostgresException e) when (e.SqlState == KeptReplies.TakenSqlState && attempt < Attempts)
            {
                // The same request was answered next door in the meantime.
            }
        }
    }

    private async Task<KeptReply?> FindAsync(CommandContext context, RequestKey key, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                EventStoreDataSources.TenantSetting(context.Tenant),
                new(Kept)
                {
                    Parameters =
                    {
                        new NpgsqlParameter<string> { TypedValue = context.Tenant },
                        new NpgsqlParameter<string> { TypedValue = context.Actor },
                        new NpgsqlParameter<string> { TypedValue = key.Key },
                        new NpgsqlParameter<DateTime> { TypedValue = (context.Now - KeptReplies.KeptFor).UtcDateTime },
                    },
                },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return null;
        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
        return new(reader.GetFieldValue<byte[]>(0), new(reader.GetInt16(1), Text(2), Text(3), reader.GetString(4)));
    }

    private async Task KeepAsync(string cluster, NpgsqlBatchCommand keep, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { EventStoreDataSources.TenantSetting(cluster), keep } };
        await batch.ExecuteNonQueryAsync(cancellation);
    }
}
