using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Initiatives.Api.SignIn;

/// <summary>One browser that is signed in.</summary>
/// <param name="Id">SHA-256 of the browser's token, in hexadecimal: names the session without opening it.</param>
/// <param name="Mail">The proven address, in lower case; null when signed in for one task.</param>
/// <param name="FormKey">Goes with every form and comes back with it.</param>
/// <param name="How">How the person proved who they are: <c>mail</c>, <c>persona</c>, <c>task</c>, or a provider's name.</param>
/// <param name="ProviderHint">The provider's id_token, for its own sign-out; null otherwise.</param>
public sealed record Session(
    string Id, string? Mail, string FormKey, string How, string? ProviderHint, string Agent, DateTimeOffset Made, DateTimeOffset Seen, DateTimeOffset Expires);

/// <summary>Secrets that a browser, a mail or a program holds; only their hash is kept here.</summary>
internal static class Secret
{
    /// <summary>256 bits from the operating system, fit for addresses and cookies.</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>What <see cref="Make"/> gives, and nothing longer: a stranger's text is not hashed at any length.</summary>
    public static bool IsOne(string? text) => text is { Length: 43 } && Base64Url.IsValid(text);
}
