using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Initiatives.Api.Platform.Http;

/// <summary>
/// What every answer tells the browser: page, asset, API and error alike. A page says more in its own Content-Security-Policy; what
/// has none gets one that lets nothing run.
/// </summary>
internal static class SecurityHeaders
{
    private static readonly StringValues Policy = "script-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static readonly StringValues Nosniff = "nosniff";
    private static readonly StringValues SameOrigin = "same-origin";
    private static readonly StringValues Permissions = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";

    // A year. Not the host's neighbours: what else stands below the organisation's domain is not ours to decide about.
    private static readonly StringValues AlwaysHttps = "max-age=31536000";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (http, next) =>
    {
        // As the answer starts and not before: whoever handles an error begins by throwing the headers away.
        http.Response.OnStarting(static state => AddAsync((HttpContext)state), http);
        return next(http);
    });

    private static Task AddAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, Policy);
        headers.XContentTypeOptions = Nosniff;
        headers["Referrer-Policy"] = SameOrigin;
        headers["Cross-Origin-Opener-Policy"] = SameOrigin;
        headers["Cross-Origin-Resource-Policy"] = SameOrigin;
        headers["Permissions-Policy"] = Permissions;
        // A browser that was told so of localhost would refuse every other program on its machine.
        if (http.Request.IsHttps && http.Request.Host.Host is not "localhost") headers.StrictTransportSecurity = AlwaysHttps;
        return Task.CompletedTask;
    }
}
