using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Initiatives.Api.Platform.Http;

/// <summary>What every request passes first and every answer passes last, whichever part of the host it is for. In this order.</summary>
internal static class Edge
{
    public static void AddEdge(this IServiceCollection services)
    {
        services.AddProxies();
        // Which server it is helps nobody but who looks for one to break.
        services.Configure<KestrelServerOptions>(static server => server.AddServerHeader = false);
    }

    public static void UseEdge(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        AllowedHosts.Use(app);
        // The last net, under each part's own: Kestrel would answer a bug as well, but without the headers.
        app.UseExceptionHandler(static bare => bare.Run(static _ => Task.CompletedTask));
    }
}
