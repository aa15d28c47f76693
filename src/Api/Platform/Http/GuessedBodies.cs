using Microsoft.AspNetCore.Http.Metadata;

namespace Initiatives.Api.Platform.Http;

/// <summary>
/// What ASP.NET writes at build for a handler cannot know which of its parameters are services, and has the route accept a body of no
/// type for each that may be one. A request without a body would then find no route, and the description a body of nothing.
/// </summary>
internal static class GuessedBodies
{
    public static TBuilder WithoutGuessedBodies<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder
    {
        // Last of all: what was guessed comes after what a group says.
        routes.Finally(static route =>
        {
            foreach (var guess in route.Metadata.OfType<IAcceptsMetadata>().Where(a => (a.RequestType ?? typeof(void)) == typeof(void)).ToList())
                route.Metadata.Remove(guess);
        });
        return routes;
    }
}
