using System.Net;
using Initiatives.Api.Platform;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Initiatives.Api.Mail;

/// <summary>
/// The address that people reach the service by, for links in mails. Never taken from a request: whoever sends one chooses its Host.
/// </summary>
internal sealed class PublicAddress
{
    public const string Setting = "INITIATIVES_PUBLIC_URL";

    private readonly Uri? given;
    private readonly IServer? server;

    /// <param name="server">Where it listens, when nothing was said; null in a verb that does not.</param>
    /// <exception cref="OperatorFault">The setting is no address.</exception>
    public PublicAddress(IConfiguration settings, IServer? server = null)
    {
        this.server = server;
        if (settings[Setting] is not { Length: > 0 } told)
            return;
        if (!Uri.TryCreate(told, UriKind.Absolute, out given) || given.Scheme is not ("http" or "https") || given.PathAndQuery != "/" || given.Fragment.Length > 0 || given.UserInfo.Length > 0)
        {
            throw new OperatorFault("public-url-malformed",
                $"{Setting} er ingen adresse på tjenesten. Skriv den som https://initiatives.eksempel.dk, uden sti.",
                $"{Setting} is no address of the service. Write it as https://initiatives.example.org, without a path.");
        }
    }

    /// <summary>False: links lead to the address it listens on, which is of use on this machine only.</summary>
    public bool IsGiven => given is not null;

    /// <param name="path">Begins with a slash; may hold a query.</param>
    public Uri Of(string path) => new(given ?? Listening(), path);

    private Uri Listening()
    {
        var told = server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://127.0.0.1:5080";
        // http://+:8080 and http://*:8080 are Kestrel's words for every address.
        var address = new Uri(told.Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal));
        return IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))
            ? new UriBuilder(address) { Host = "localhost" }.Uri
            : address;
    }
}
