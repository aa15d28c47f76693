using Initiatives.Domain;

namespace Initiatives.Api.Rights;

/// <summary>On a route or a page: its row in the table. One without is answered to nobody.</summary>
internal sealed record Needs(Right Right);

/// <summary>On a page that anyone may open, signed in or not: the sign-in page, help, the accessibility statement.</summary>
internal sealed record OpenToAll
{
    public static readonly OpenToAll Yes = new();
}

internal static class NeedsOnRoutes
{
    public static TRoute Needs<TRoute>(this TRoute route, Right right)
        where TRoute : IEndpointConventionBuilder => route.WithMetadata(new Needs(right));

    /// <summary>Sends this command; where the body chooses between several, the one named here stands for them.</summary>
    public static RouteHandlerBuilder Needs<TCommand>(this RouteHandlerBuilder route) => route.WithMetadata(new Needs(RightsTable.Of(typeof(TCommand))));

    public static RouteHandlerBuilder OpenToAll(this RouteHandlerBuilder route) => route.WithMetadata(Rights.OpenToAll.Yes);
}
