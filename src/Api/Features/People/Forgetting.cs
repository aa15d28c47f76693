using Initiatives.Api.Mail;
using Initiatives.Api.SignIn;
using Npgsql;

namespace Initiatives.Api.Features.People;

/// <summary>
/// What goes with a person who is forgotten, whichever way it is asked for: mail to them and answers kept keep no word, what they were
/// writing is gone, and no link or session of theirs opens anything.
/// </summary>
internal sealed class Forgetting(Outbox outbox, Sessions sessions, TimeProvider time)
{
    /// <summary>In the transaction that empties the entry, which has named the tenant.</summary>
    public async Task RunAsync(NpgsqlTransaction transaction, string tenant, string person, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction)
        {
            BatchCommands =
            {
                outbox.Forgetting(tenant, person),
                TaskLinks.Revoking(tenant, person, time.GetUtcNow()),
                FeedLinks.Revoking(tenant, person),
                DeclinedMail.Forgetting(tenant, person),
                // Answers kept for repeated requests hold the entry as it was.
                new("DELETE FROM request_outcomes WHERE tenant_id = $1 AND starts_with(body, '{\"id\":\"' || $2 || '\"')") { Parameters = { new() { Value = tenant }, new() { Value = person } } },
                new("DELETE FROM drafts WHERE tenant_id = $1 AND person = $2") { Parameters = { new() { Value = tenant }, new() { Value = person } } },
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>
    /// After the commit. A session opens nothing from the commit on, because it is asked for in the register; here the rows go, and the
    /// address with them. Whoever is known by it in another cluster signs in there again.
    /// </summary>
    public Task EndSessionsAsync(string? mail, string tenant, string person, CancellationToken cancellation) => sessions.EndAllAsync(mail, tenant, person, cancellation);
}
