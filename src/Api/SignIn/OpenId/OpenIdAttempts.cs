using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Initiatives.Api.SignIn.OpenId;

/// <summary>What a browser was sent to a provider with, and must come back with.</summary>
/// <param name="State">Comes back in the address: the answer is to this browser's question.</param>
/// <param name="Nonce">Comes back in the id_token: it was made for this question.</param>
/// <param name="Verifier">Redeems the code: whoever else gets hold of it cannot (PKCE).</param>
/// <param name="Back">Where to go once signed in.</param>
internal sealed record OpenIdAttempt(string Provider, string State, string Nonce, string Verifier, string Back, DateTimeOffset Until)
{
    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
}

/// <summary>
/// Keeps the attempt with the browser that makes it, encrypted under the key ring that all nodes share: another node may
/// get the answer. Taken once: the browser forgets it with the answer, and the provider knows the code it has redeemed.
/// </summary>
internal sealed class OpenIdAttempts(IDataProtectionProvider protection, TimeProvider time)
{
    // A person finds their telephone, and types a code from it.
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = protection.CreateProtector("Initiatives.SignIn.OpenId");

    public OpenIdAttempt Begin(HttpContext http, string provider, string back)
    {
        var attempt = new OpenIdAttempt(provider, Secret.Make(), Secret.Make(), Secret.Make(), back, time.GetUtcNow() + Lasts);
        Cookies.SetAttempt(http, _protector.Protect(JsonSerializer.Serialize(attempt)), Lasts);
        return attempt;
    }

    /// <summary>Null when this browser asked nothing of this provider, too long ago, or something else.</summary>
    public OpenIdAttempt? Take(HttpContext http, string provider, string state)
    {
        var attempt = Read(Cookies.Attempt(http.Request));
        Cookies.EndAttempt(http);
        return attempt is not null && attempt.Provider == provider && attempt.Until > time.GetUtcNow()
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(attempt.State))
            ? attempt
            : null;
    }

    private OpenIdAttempt? Read(string? cookie)
    {
        if (cookie is null) return null;
        try
        {
            return JsonSerializer.Deserialize<OpenIdAttempt>(_protector.Unprotect(cookie));
        }
        catch (CryptographicException)
        {
            // Not ours, or from before the key ring was renewed.
            return null;
        }
    }
}
