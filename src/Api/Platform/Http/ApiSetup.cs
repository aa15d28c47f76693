using Initiatives.Api.Features;

namespace Initiatives.Api.Platform.Http;

/// <summary>The API as one part of the host.</summary>
internal static class ApiSetup
{
    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => ApiJson.Apply(json.SerializerOptions));
        // The default answers a bad body with an empty 400; thrown, it reaches the error map with its reason.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddExceptionHandler<ApiFaults>();
        services.AddSingleton<OperatorToken>();
        services.AddHostedService(provider => provider.GetRequiredService<OperatorToken>());
        services.AddSingleton<Door>();
        services.AddSingleton<Overviews>();
        services.AddSingleton<OncePerKey>();
        services.AddValidators();
        services.AddOpenApiDocument();
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApiDocument();
        app.UseRequestEdge();
        var api = app.MapGroup("/api/v1").WithoutGuessedBodies();
        api.AddEndpointFilterFactory(Validation.Filter);
        api.MapRoutes();
    }
}
