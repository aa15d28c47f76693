using System.Text.Json;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;
using Initiatives.EventStore;
using Npgsql;

namespace Initiatives.Api.Features.People;

/// <summary>
/// Changes one entry of the register: read and locked, decided on, written, and the answer kept under the caller's key, in one
/// transaction. If-Match is honoured, and not demanded: an entry has one keeper, the secretariat.
/// </summary>
internal sealed partial class ChangePerson(EventStoreDataSources sources, Loading loading, Forgetting forgetting, OncePerKey once, TimeProvider time, ILogger<ChangePerson> logger)
{
    public Task<IResult> RunAsync(HttpContext http, string cluster, string person, Func<Person?, Cluster, Decision<Person>> decide)
    {
        var expected = http.Request.Headers.IfMatch.Count == 0 ? null : ETags.Demand(http.Request);
        return once.AnswerAsync(http, cluster, async keep =>
        {
            var setting = (await loading.LoadAsync(new(cluster, "", time.GetUtcNow()), [], http.RequestAborted)).Cluster;
            if (!setting.Exists) return (Problems.Reply(http, StatusCodes.Status404NotFound, [Faults.Missing(Streams.Cluster)]), IsKept: false);

            await using var connection = await sources.App.OpenConnectionAsync(http.RequestAborted);
            await using var transaction = await connection.BeginTransactionAsync(http.RequestAborted);
            var known = await PeopleRegister.LockAsync(transaction, cluster, person, http.RequestAborted);
            var version = known?.Version ?? 0;
            if (expected is { } seen && seen != version)
                return (Problems.Reply(http, StatusCodes.Status412PreconditionFailed, [Faults.Stale(version)]) with { ETag = ETags.Of(version) }, IsKept: false);

            var decision = decide(known?.Person, setting);
            IReadOnlyList<Refusal> refusals = decision.IsRefused ? decision.Refusals
                : decision.Events is [var told] && await PeopleRegister.IsTakenAsync(transaction, told, http.RequestAborted) ? [PersonRefusals.MailTaken()]
                : [];
            if (refusals.Count > 0)
            {
                var (status, broken) = Problems.Refused(refusals, http.Request.RouteValues);
                return (Problems.Reply(http, status, broken), IsKept: false);
            }
            var stands = decision.Events is [var wanted] ? wanted : known!.Value.Person;
            if (decision.Events.Count > 0)
            {
                version = await PeopleRegister.WriteAsync(transaction, stands, http.RequestAborted);
                if (stands.IsForgotten) await forgetting.RunAsync(transaction, cluster, person, http.RequestAborted);
                LogChanged(person, cluster, http.Member().Id, stands.IsForgotten ? "forgotten" : "recorded");
            }

            var reply = new Reply(
                known is null ? StatusCodes.Status201Created : StatusCodes.Status200OK,
                ETags.Of(version),
                known is null ? $"/api/v1/clusters/{cluster}/people/{person}" : null,
                JsonSerializer.Serialize(PersonView.Of(stands), ApiJson.Options));
            if (keep is not null)
            {
                await using var kept = new NpgsqlBatch(connection, transaction) { BatchCommands = { keep(reply) } };
                await kept.ExecuteNonQueryAsync(http.RequestAborted);
            }
            await transaction.CommitAsync(http.RequestAborted);
            if (stands.IsForgotten) await forgetting.EndSessionsAsync(known?.Person.Mail, cluster, person, http.RequestAborted);
            return (reply, IsKept: keep is not null);
        });
    }

    [LoggerMessage(LogLevel.Information, "{Person} of {Tenant} was {Done} by {Actor}.")]
    private partial void LogChanged(string person, string tenant, string actor, string done);
}
