using Initiatives.Api.Mail;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Initiatives.Api.Platform.Http;

/// <summary>
/// The names under which this service answers. A page elsewhere whose name was made to lead to this machine (DNS rebinding) would
/// otherwise read everything here in its visitor's browser, as if it were ours; the browser still names its host.
/// </summary>
internal sealed class AllowedHosts
{
    /// <summary>Hosts parted by commas; <c>*.example.org</c> is any below it, <c>*</c> any at all.</summary>
    public const string Setting = "INITIATIVES_HOSTS";

    private static readonly string[] Loopback = ["localhost", "*.localhost", "127.0.0.1", "[::1]"];

    private readonly string[] _hosts;

    private AllowedHosts(string[] hosts) => _hosts = hosts;

    /// <param name="listening">The addresses it listens on; those that mean "any" name no host.</param>
    /// <exception cref="OperatorFault">The public address is none.</exception>
    public static AllowedHosts Of(IConfiguration settings, IEnumerable<string> listening) =>
        settings[Setting] is { Length: > 0 } told
            ? new(told.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            : new([.. Loopback, .. PublicHost(settings), .. listening.Select(url => BindingAddress.Parse(url).Host).Where(host => host is not ("*" or "+" or "0.0.0.0" or "[::]"))]);

    /// <param name="host">Without its port.</param>
    public bool Allows(string host) => Array.Exists(_hosts, allowed =>
        allowed == "*"
        || (allowed.StartsWith("*.", StringComparison.Ordinal) && host.Length >= allowed.Length && host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase))
        || string.Equals(allowed, host, StringComparison.OrdinalIgnoreCase));

    private static string[] PublicHost(IConfiguration settings) => new PublicAddress(settings) is { IsGiven: true } address ? [address.Of("/").IdnHost] : [];

    internal static void Use(WebApplication app)
    {
        // Asked for at once: a setting that cannot be read stops the start, not the first request.
        _ = PublicHost(app.Configuration);
        // What it listens on is known when it does.
        var hosts = new Lazy<AllowedHosts>(() =>
            Of(app.Configuration, app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []));
        // Health tells nothing of anybody, and proxies ask for it by a node's own name.
        app.Use((http, next) => hosts.Value.Allows(http.Request.Host.Host) || http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
            ? next(http)
            : RefuseAsync(http));
    }

    private static Task RefuseAsync(HttpContext http)
    {
        var refusal = Faults.HostUnknown(http.Request.Host.Host);
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            return ReplyResult.WriteAsync(http.Response, Problems.Reply(http, StatusCodes.Status400BadRequest, [refusal]), http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(refusal.In(Languages.Of(http.Request)), http.RequestAborted);
    }
}
