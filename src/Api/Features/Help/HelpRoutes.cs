using Initiatives.Api.Rights;

namespace Initiatives.Api.Features.Help;

/// <summary>What anyone may read, signed in or not.</summary>
internal static class HelpRoutes
{
    public static void MapHelp(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/hjaelp", ShowHelp.Handle).OpenToAll();
        pages.MapGet("/tilgaengelighed", ShowAccessibility.Handle).OpenToAll();
    }
}
