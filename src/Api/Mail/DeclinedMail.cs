using System.Security.Cryptography;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.SignIn;
using Initiatives.EventStore;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace Initiatives.Api.Mail;

/// <summary>One kind of mail that one person can do without.</summary>
/// <param name="Kind">In snake_case; only what is no duty has one.</param>
public sealed record Voluntary(string Tenant, string Person, string Kind)
{
    /// <summary>The minutes of a forum in which the reader does not sit: sent for information, by the cluster's rule of distribution.</summary>
    public const string MinutesForInformation = "minutes_for_information";
}

/// <summary>
/// Who does not want which mail, of the kinds that are no duty. A mail's own address ends its kind without a sign-in; it can do that and
/// take it back, and nothing else, and holds for as long as the service's keys do.
/// </summary>
internal sealed class DeclinedMail(EventStoreDataSources sources, IDataProtectionProvider protection, PublicAddress address, TimeProvider time)
{
    /// <summary>Path of the page that the address opens.</summary>
    public const string Path = "/afmeld";

    private readonly IDataProtector seal = protection.CreateProtector("Initiatives.Mail.Declined");

    /// <param name="language">That of the mail.</param>
    public Uri Link(Voluntary mail, string language) =>
        address.Of($"{Path}/{seal.Protect($"{mail.Tenant}\n{mail.Person}\n{mail.Kind}")}?{QueryNames.Language}={language}");

    /// <returns>Null when it is no address of ours.</returns>
    public Voluntary? Read(string secret)
    {
        try
        {
            return seal.Unprotect(secret).Split('\n') is [var tenant, var person, var kind] ? new(tenant, person, kind) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public async Task<bool> HoldsAsync(Voluntary mail, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { EventStoreDataSources.TenantSetting(mail.Tenant), Of(mail, "SELECT 1 FROM declined_mail WHERE tenant_id = $1 AND person_id = $2 AND kind = $3") },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        return await reader.ReadAsync(cancellation);
    }

    /// <summary>Everyone in the cluster who declines this kind, in the transaction that writes the mails.</summary>
    public static async Task<HashSet<string>> WhoAsync(string tenant, string kind, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT person_id FROM declined_mail WHERE tenant_id = $1 AND kind = $2", transaction.Connection, transaction)
        {
            Parameters = { Sessions.Text(tenant), Sessions.Text(kind) },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var who = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation)) who.Add(reader.GetString(0));
        return who;
    }

    /// <summary>Doing it again changes nothing.</summary>
    /// <param name="declined">False takes it back.</param>
    public async Task SetAsync(Voluntary mail, bool declined, CancellationToken cancellation)
    {
        // Only who is in the register: an old address must not leave a row about someone who is forgotten.
        var change = declined
            ? Of(mail, "INSERT INTO declined_mail SELECT tenant_id, id, $3, $4 FROM people WHERE tenant_id = $1 AND id = $2 AND name <> '' ON CONFLICT DO NOTHING")
            : Of(mail, "DELETE FROM declined_mail WHERE tenant_id = $1 AND person_id = $2 AND kind = $3");
        if (declined) change.Parameters.Add(Sessions.Instant(time.GetUtcNow()));
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { EventStoreDataSources.TenantSetting(mail.Tenant), change } };
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Goes with a person who is forgotten.</summary>
    public static NpgsqlBatchCommand Forgetting(string tenant, string person) =>
        new("DELETE FROM declined_mail WHERE tenant_id = $1 AND person_id = $2") { Parameters = { Sessions.Text(tenant), Sessions.Text(person) } };

    private static NpgsqlBatchCommand Of(Voluntary mail, string sql) =>
        new(sql) { Parameters = { Sessions.Text(mail.Tenant), Sessions.Text(mail.Person), Sessions.Text(mail.Kind) } };
}
