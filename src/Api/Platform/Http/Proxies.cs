using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Initiatives.Api.Platform.Http;

/// <summary>
/// Whose word is taken for the scheme and the address a request began with (X-Forwarded-Proto, X-Forwarded-For): proxies on this
/// machine, and those that <c>INITIATIVES_PROXIES</c> names. X-Forwarded-Host is nobody's to say: a proxy passes Host on.
/// </summary>
internal static class Proxies
{
    public const string Setting = "INITIATIVES_PROXIES";

    public static void AddProxies(this IServiceCollection services) =>
        services.AddOptions<ForwardedHeadersOptions>().Configure<IConfiguration>(static (options, settings) =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // As far back as those we know go; the first whom we do not is the client.
            options.ForwardLimit = null;
            // The loopback addresses stand there already.
            foreach (var network in Read(settings[Setting])) options.KnownIPNetworks.Add(network);
        });

    /// <summary>Addresses and networks, parted by commas.</summary>
    /// <exception cref="OperatorFault">One of them is neither.</exception>
    internal static IEnumerable<System.Net.IPNetwork> Read(string? setting) =>
        (setting ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(static each =>
            System.Net.IPNetwork.TryParse(each, out var network) ? network
            : IPAddress.TryParse(each, out var address) ? new(address, address.GetAddressBytes().Length * 8)
            : throw new OperatorFault("proxies-malformed",
                $"{Setting} kan ikke læses: »{each}« er hverken en adresse (10.0.0.7) eller et net (10.0.0.0/8).",
                $"{Setting} cannot be read: \"{each}\" is neither an address (10.0.0.7) nor a network (10.0.0.0/8)."));
}
