using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Events;
using Initiatives.Api.Rights;
using Initiatives.Domain;
using MediatR;

namespace Initiatives.Api.Platform.Http;

/// <summary>
/// Where an endpoint hands a change in: who asks, in which cluster and on which version is read from the request, and the
/// outcome is worded as the answer. Endpoints know the body and the command, and nothing of this.
/// </summary>
internal sealed class Desk(HttpContext http, IMediator mediator, TimeProvider time)
{
    public static ValueTask<Desk> BindAsync(HttpContext context, ParameterInfo _) =>
        new(new Desk(context, context.RequestServices.GetRequiredService<IMediator>(), context.RequestServices.GetRequiredService<TimeProvider>()));

    /// <summary>A change of something that exists: the caller says on which version (If-Match).</summary>
    public Task<IResult> ChangeAsync(params IReadOnlyList<Wish> wishes) => SendAsync(ETags.Demand(http.Request), null, wishes);

    /// <summary>The same, when it adds something with an address of its own.</summary>
    /// <param name="located">The address of what a fact added, below the cluster's; null for facts that add nothing.</param>
    public Task<IResult> AddAsync(Func<object, string?> located, params IReadOnlyList<Wish> wishes) => SendAsync(ETags.Demand(http.Request), located, wishes);

    /// <summary>Something new; there is no version to have seen.</summary>
    public Task<IResult> CreateAsync(Func<object, string?> located, params IReadOnlyList<Wish> wishes) => SendAsync(null, located, wishes);

    /// <summary>New or changed, whichever it is: with If-Match when the caller has seen it.</summary>
    public Task<IResult> PutAsync(params IReadOnlyList<Wish> wishes) =>
        SendAsync(http.Request.Headers.IfMatch.Count == 0 ? null : ETags.Demand(http.Request), null, wishes);

    private async Task<IResult> SendAsync(long? expected, Func<object, string?>? located, IReadOnlyList<Wish> wishes)
    {
        var request = http.Features.Get<Fingerprint>() is { } print ? new RequestKey(print.Key, print.Hash, o => Answer(o, located)) : null;
        var outcome = await mediator.Send(new Change(Context(expected, request), wishes), http.RequestAborted);
        return new ReplyResult(Answer(outcome, located));
    }

    private CommandContext Context(long? expected, RequestKey? request)
    {
        var by = http.Member();
        return new(
            by.Cluster,
            by.Id,
            time.GetUtcNow(),
            OnBehalfOf(by),
            expected,
            request,
            Activity.Current is { } activity ? Guid.ParseExact(activity.TraceId.ToHexString(), "N") : null,
            by);
    }

    /// <summary>Only the installation says so itself; for people it follows from the right by which they act.</summary>
    private string? OnBehalfOf(Membership by)
    {
        var header = http.Request.Headers["On-Behalf-Of"];
        if (header.Count == 0 || !by.Is(Role.Installation)) return null;
        var id = header.ToString();
        return Names.IsId(id) ? id : throw new RequestFault(StatusCodes.Status400BadRequest, Faults.OnBehalfOfMalformed);
    }

    private Reply Answer(Outcome outcome, Func<object, string?>? located) => outcome switch
    {
        Outcome.Accepted e => Accepted(e, located),
        Outcome.Refused e => Refused(e),
        Outcome.Repeated e => e.Reply,
        Outcome.Missing e => Problems.Reply(http, StatusCodes.Status404NotFound, [Faults.Missing(e.Stream)]),
        Outcome.Stale e => Problems.Reply(http, StatusCodes.Status412PreconditionFailed, [Faults.Stale(e.Current)]) with { ETag = ETags.Of(e.Current) },
        Outcome.Forbidden => Problems.Reply(http, StatusCodes.Status403Forbidden, [Faults.Forbidden]),
        Outcome.KeyReused => Problems.Reply(http, StatusCodes.Status422UnprocessableEntity, [Faults.KeyReused]),
        _ => throw new UnreachableException(),
    };

    private Reply Refused(Outcome.Refused refused)
    {
        var (status, broken) = Problems.Refused(refused.Refusals, http.Request.RouteValues);
        return Problems.Reply(http, status, broken);
    }

    private Reply Accepted(Outcome.Accepted accepted, Func<object, string?>? located)
    {
        var location = located is null ? null : accepted.Events.Select(located).FirstOrDefault(l => l is not null);
        return new(
            location is null ? StatusCodes.Status200OK : StatusCodes.Status201Created,
            ETags.Of(accepted.Version),
            location is null ? null : $"/api/v1/clusters/{http.Request.RouteValues["cluster"]}/{location}".TrimEnd('/'),
            JsonSerializer.Serialize(Receipt.Of(accepted), ApiJson.Options));
    }
}

/// <summary>What a change came to. No facts: it held already.</summary>
/// <param name="Version">After the change; as ETag the next If-Match.</param>
public sealed record Receipt(long Version, IReadOnlyList<ReceiptFact> Facts)
{
    internal static Receipt Of(Outcome.Accepted accepted) => new(accepted.Version, [.. accepted.Events.Select(e => new ReceiptFact(EventCatalog.Types.NameOf(e.GetType()), e))]);
}

/// <param name="Type">The fact's stored name, e.g. <c>status_reported</c>.</param>
public sealed record ReceiptFact(string Type, object Fact);

/// <summary>What an id may look like, in addresses and bodies.</summary>
internal static class Names
{
    public const int Longest = 100;

    public static bool IsId(string text) =>
        text.Length is > 0 and <= Longest && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
