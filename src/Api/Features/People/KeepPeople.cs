using Initiatives.Domain;
using Initiatives.EventStore;

namespace Initiatives.Api.Features.People;

/// <summary>
/// Writes to the register for the pages: one person or a whole sheet, in one transaction, and what must go with a person who is
/// forgotten. What an entry may hold is <see cref="RecordPerson"/>'s to say.
/// </summary>
internal sealed partial class KeepPeople(EventStoreDataSources sources, Forgetting forgetting, ILogger<KeepPeople> logger)
{
    /// <summary>Records all of them, or none.</summary>
    /// <param name="expected">The version of the only one that the writer saw; null when they saw none, or there are several.</param>
    /// <returns>Why not, for each of them in their order; all empty when it is done.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<Refusal>>> RecordAsync(Cluster cluster, string actor, IReadOnlyList<Person> wanted, long? expected, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var refused = new List<IReadOnlyList<Refusal>>(wanted.Count);
        // In one order, whoever writes: two sheets with the same people in them wait for each other and do not lock each other out.
        foreach (var person in wanted.OrderBy(p => p.Id, StringComparer.Ordinal))
        {
            var known = await PeopleRegister.LockAsync(transaction, cluster.Id, person.Id, cancellation);
            if (expected is { } seen && seen != (known?.Version ?? 0)) refused.Add([ChangedMeanwhile()]);
            else if (new RecordPerson(person).Decide(known?.Person, cluster) is { IsRefused: true } decision) refused.Add(decision.Refusals);
            else if (await PeopleRegister.IsTakenAsync(transaction, person, cancellation)) refused.Add([PersonRefusals.MailTaken()]);
            else
            {
                await PeopleRegister.WriteAsync(transaction, person, cancellation);
                refused.Add([]);
            }
        }
        if (refused.All(r => r.Count == 0))
        {
            await transaction.CommitAsync(cancellation);
            foreach (var person in wanted) LogRecorded(person.Id, cluster.Id, actor);
        }
        var order = wanted.OrderBy(p => p.Id, StringComparer.Ordinal).ToList();
        return [.. wanted.Select(p => refused[order.IndexOf(p)])];
    }

    /// <summary>
    /// Forgets a person: the entry keeps its id, mail to them keeps no word, and no session or link of theirs opens anything.
    /// </summary>
    /// <returns>False when the cluster does not know them.</returns>
    public async Task<bool> ForgetAsync(string tenant, string actor, string id, CancellationToken cancellation)
    {
        string? mail;
        await using (var connection = await sources.App.OpenConnectionAsync(cancellation))
        await using (var transaction = await connection.BeginTransactionAsync(cancellation))
        {
            if (await PeopleRegister.LockAsync(transaction, tenant, id, cancellation) is not { } known) return false;
            mail = known.Person.Mail;
            await PeopleRegister.WriteAsync(transaction, known.Person.Forgotten(), cancellation);
            await forgetting.RunAsync(transaction, tenant, id, cancellation);
            await transaction.CommitAsync(cancellation);
        }
        LogForgotten(id, tenant, actor);
        await forgetting.EndSessionsAsync(mail, tenant, id, cancellation);
        return true;
    }

    private static Refusal ChangedMeanwhile() => new(
        "person-changed-meanwhile",
        "En anden har rettet personen i mellemtiden. Det, du skrev, står her endnu; gem igen, hvis det skal gælde.",
        "Somebody else has changed the person in the meantime. What you wrote still stands here; save again if it is to hold.");

    [LoggerMessage(LogLevel.Information, "{Person} of {Tenant} was recorded by {Actor}.")]
    private partial void LogRecorded(string person, string tenant, string actor);

    [LoggerMessage(LogLevel.Information, "{Person} of {Tenant} was forgotten by {Actor}.")]
    private partial void LogForgotten(string person, string tenant, string actor);
}
