using System.Security.Cryptography;
using Initiatives.Api.Rights;
using Initiatives.Api.SignIn;
using Microsoft.AspNetCore.Http.Features;

namespace Initiatives.Api.Platform.Http;

/// <summary>
/// The API's door: the token shown says who comes in, the route's row in <see cref="RightsTable"/> whether they may pass. A
/// cookie opens nothing here, so that no other site can act through a browser. Pages have a door of their own.
/// </summary>
internal sealed class Door(OperatorToken token, Callers callers, SecurityLog log)
{
    private const string Scheme = "Bearer ";

    /// <summary>Stands before the endpoint, so that who may not come in is told so before anything they sent is read.</summary>
    public static async Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        var door = http.RequestServices.GetRequiredService<Door>();
        if (http.GetEndpoint() is { } endpoint && await door.RefuseAsync(http, endpoint) is { } refused) await refused.ExecuteAsync(http);
        else await next(http);
    }

    private async Task<IResult?> RefuseAsync(HttpContext http, Endpoint endpoint)
    {
        // Nothing of ours at this address, or not with this method: the edge says so.
        if (endpoint is not RouteEndpoint { RoutePattern.RawText: { } pattern } || !pattern.StartsWith("/api/", StringComparison.Ordinal)) return null;
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return Problems.Result(http, StatusCodes.Status401Unauthorized, Faults.TokenMissing);
        if (await RecogniseAsync(header[Scheme.Length..].Trim(), http.RequestAborted) is not { } caller)
        {
            log.TokenRefused(http.Request.Method, pattern);
            return Problems.Result(http, StatusCodes.Status401Unauthorized, Faults.TokenWrong);
        }
        http.Features.Set(caller);
        if (Barred(caller, http, endpoint) is not { } barred) return null;
        log.Barred(caller.Id, http.Request.Method, pattern);
        return Problems.Result(http, StatusCodes.Status403Forbidden, barred);
    }

    private async Task<Caller?> RecogniseAsync(string presented, CancellationToken cancellation) =>
        token.Hash is { } known && CryptographicOperations.FixedTimeEquals(Secret.HashOf(presented), known) ? Caller.Operator : await callers.ByTokenAsync(presented, cancellation);

    private static Domain.Refusal? Barred(Caller caller, HttpContext http, Endpoint endpoint)
    {
        // A route without a row is nobody's: fails closed, and a test finds it.
        if (endpoint.Metadata.GetMetadata<Needs>() is not { Right: var right }) return Faults.Forbidden;
        if (caller.MayAsk(right)) return null;
        if (http.Request.RouteValues["cluster"] is not string cluster) return right == RightsTable.OwnAccount || right == RightsTable.Import ? null : Faults.Forbidden;
        if (caller.In(cluster) is not { } member) return Faults.ClusterClosed;
        var number = http.Request.RouteValues["number"] is string text && int.TryParse(text, out var read) ? read : (int?)null;
        return Guard.MayAsk(member, right, number, http.Request.RouteValues["forum"] as string) ? null : Faults.Forbidden;
    }
}

internal static class CallerOfRequest
{
    /// <summary>Who asks, once the door has let them in.</summary>
    public static Caller Caller(this HttpContext http) => http.Features.GetRequiredFeature<Caller>();

    /// <summary>Who that is in the cluster that the address names; the operator of the installation has its id everywhere.</summary>
    public static Membership Member(this HttpContext http)
    {
        var cluster = (string)http.Request.RouteValues["cluster"]!;
        var caller = http.Caller();
        return caller.In(cluster) ?? new Membership(cluster, cluster, caller.Id, caller.Id, null, caller.InstallationRoles);
    }
}
