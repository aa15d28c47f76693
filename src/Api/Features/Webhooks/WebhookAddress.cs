using System.Net;
using System.Net.Sockets;

namespace Initiatives.Api.Features.Webhooks;

/// <summary>Where a webhook may lead. A name is looked at when it is written down, and what it leads to each time it is called.</summary>
internal static class WebhookAddress
{
    public static bool IsAllowed(string address, bool inside) =>
        address.Length <= WebhookRegister.LongestAddress && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (inside && uri.Scheme == Uri.UriSchemeHttp))
        && (inside || !IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) || IsOutside(ip));

    /// <summary>A client that follows no redirect and, unless told otherwise, connects to nothing that is not on the open internet.</summary>
    public static HttpClient Client(WebhookOptions options) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = async (context, cancellation) =>
        {
            var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
            IPAddress[] allowed = [.. found.Where(ip => options.Inside || IsOutside(ip))];
            if (allowed.Length == 0) throw new HttpRequestException($"{context.DnsEndPoint.Host} leads to no address that may be told.");
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            var connected = false;
            try
            {
                await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation);
                connected = true;
                return new NetworkStream(socket, ownsSocket: true);
            }
            finally
            {
                if (!connected) socket.Dispose();
            }
        },
    })
    {
        Timeout = options.Patience,
        // What a receiver says is kept short; its length is its own matter.
        MaxResponseContentBufferSize = 64 * 1024,
    };

    /// <summary>Neither this machine, nor its link, nor a private network (RFC 1918, 4193, 6598, 6890).</summary>
    internal static bool IsOutside(IPAddress address)
    {
        var ip = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (ip.AddressFamily == AddressFamily.InterNetworkV6)
            return !(IPAddress.IsLoopback(ip) || ip.IsIPv6LinkLocal || ip.IsIPv6SiteLocal || ip.IsIPv6UniqueLocal || ip.IsIPv6Multicast || ip.Equals(IPAddress.IPv6Any) || ip.IsIPv6Teredo || Is6To4(ip) || IsNat64(ip));
        var b = ip.GetAddressBytes();
        return !(b[0] is 0 or 10 or 127 or >= 224
            || (b[0] == 100 && b[1] is >= 64 and < 128)
            || (b[0] == 169 && b[1] == 254)
            || (b[0] == 172 && b[1] is >= 16 and < 32)
            || (b[0] == 192 && b[1] == 168)
            || (b[0] == 192 && b[1] == 0 && b[2] is 0 or 2)
            || (b[0] == 198 && b[1] is 18 or 19));
    }

    // These carry another address within, which may be any.
    private static bool Is6To4(IPAddress ip) => ip.GetAddressBytes() is [0x20, 0x02, ..];

    private static bool IsNat64(IPAddress ip) => ip.GetAddressBytes() is [0, 0x64, 0xff, 0x9b, ..];
}
