using Microsoft.Extensions.FileProviders;

namespace Initiatives.Api.Platform;

/// <summary>
/// Det Fælles Designsystem (npm package dkfds) under <c>/lib/dkfds</c>: <c>css/dkfds.min.css</c>, <c>js/dkfds.min.js</c>,
/// <c>img/all-svg-icons.svg</c> and the fonts the style sheet names. The build puts the files beside the executable.
/// </summary>
internal static class Assets
{
    /// <summary>Serves the files to anyone, signed in or not: the sign-in page needs them too.</summary>
    public static void UseDesignSystem(this IApplicationBuilder app) => app.UseStaticFiles(new StaticFileOptions
    {
        FileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "assets")),
        RequestPath = "/lib",
        // A day, and afterwards 304 by ETag: a new version of the design system is seen the next morning.
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=86400",
    });
}
