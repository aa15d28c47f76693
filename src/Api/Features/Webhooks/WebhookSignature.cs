using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Initiatives.Api.Features.Webhooks;

/// <summary>
/// How a delivery is signed, as Standard Webhooks 1.0 has it (https://www.standardwebhooks.com): HMAC-SHA256 over
/// <c>id.timestamp.body</c>, so that neither the words nor the moment can be changed, nor an old delivery be sent again unseen.
/// </summary>
internal static class WebhookSignature
{
    public const string Id = "webhook-id", Timestamp = "webhook-timestamp", Signature = "webhook-signature";

    private const string Prefix = "whsec_";

    /// <summary>The secret as receivers' libraries take it.</summary>
    public static string Shown(byte[] secret) => Prefix + Convert.ToBase64String(secret);

    public static void Sign(HttpRequestMessage request, Guid id, DateTimeOffset now, byte[] body, byte[] secret)
    {
        var moment = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add(Id, id.ToString());
        request.Headers.Add(Timestamp, moment);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{id}.{moment}."), .. body];
        request.Headers.Add(Signature, "v1," + Convert.ToBase64String(HMACSHA256.HashData(secret, signed)));
    }
}
