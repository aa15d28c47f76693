using System.Security.Cryptography;
using Initiatives.Api.Rights;
using Initiatives.Api.SignIn;
using Microsoft.AspNetCore.Http.Features;

namespace Initiatives.Api.Platform.Http;

/// <summary>
/// The API's door: the token shown says who comes in, the route's row in <see cref="RightsTable"/> whether they may pass. A
/// cookie opens nothing here, so that no other site can act through a browser. Pages have a door of their own.
/// </summary>
internal sealed class Door(OperatorToken token, Callers callers)
{
    private const string Scheme = "Bearer ";

    /// <summary>Guards every route of a group.</summary>
    public static async ValueTask<object?> GuardAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var door = http.RequestServices.GetRequiredService<Door>();
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return Problems.Result(http, StatusCodes.Status401Unauthorized, Faults.TokenMissing);
        if (await door.RecogniseAsync(header[Scheme.Length..].Trim(), http.RequestAborted) is not { } caller) return Problems.Result(http, StatusCodes.Status401Unauthorized, Faults.TokenWrong);
        http.Features.Set(caller);
        return Barred(caller, http) is { } barred ? Problems.Result(http, StatusCodes.Status403Forbidden, barred) : await next(context);
    }

    private async Task<Caller?> RecogniseAsync(string presented, CancellationToken cancellation) =>
        token.Hash is { } known && CryptographicOperations.FixedTimeEquals(Secret.HashOf(presented), known) ? Caller.Operator : await callers.ByTokenAsync(presented, cancellation);

    private static Domain.Refusal? Barred(Caller caller, HttpContext http)
    {
        // A route without a row is nobody's: fails closed, and a test finds it.
        if (http.GetEndpoint()?.Metadata.GetMetadata<Needs>() is not { Right: var right }) return Faults.Forbidden;
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
