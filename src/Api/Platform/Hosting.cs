namespace Initiatives.Api.Platform;

/// <summary>What the host is made of: a line per part, here and nowhere else.</summary>
internal static class Hosting
{
    public static void AddParts(this IServiceCollection services)
    {
        services.AddHealth();
    }

    public static void MapParts(this WebApplication app)
    {
        app.MapHealth();
    }
}
