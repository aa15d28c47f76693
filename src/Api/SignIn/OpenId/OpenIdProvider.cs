using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Initiatives.Api.SignIn.OpenId;

/// <summary>
/// One provider, spoken to as OpenID Connect Core 1.0 says: authorization code with PKCE, state and nonce; the id_token is believed
/// when issuer, audience, signature (by the provider's published keys), time and nonce are right, and its address when the
/// provider has verified it and may vouch for its domain. Who that is here, is not asked here.
/// </summary>
internal sealed partial class OpenIdProvider
{
    // Two machines' clocks.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    // Signed with a key that only the provider has; "none" and shared secrets are not among them.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly JsonWebTokenHandler _tokens = new();
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _published;
    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public OpenIdProvider(OpenIdSettings settings, HttpClient http, TimeProvider time, ILogger logger)
    {
        (Settings, _http, _time, _logger) = (settings, http, time, logger);
        _published = new(
            $"{settings.Authority.ToString().TrimEnd('/')}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(http) { RequireHttps = !settings.Authority.IsLoopback });
    }

    public OpenIdSettings Settings { get; }

    /// <summary>Where to send the browser; null when the provider does not answer.</summary>
    /// <param name="answer">Our own address that it is sent back to, as registered with the provider.</param>
    public async Task<Uri?> QuestionAsync(OpenIdAttempt attempt, Uri answer, CancellationToken cancellation) =>
        await PublishedAsync(cancellation) is not { } published ? null : new(new OpenIdConnectMessage
        {
            IssuerAddress = published.AuthorizationEndpoint,
            RequestType = OpenIdConnectRequestType.Authentication,
            ClientId = Settings.ClientId,
            RedirectUri = answer.AbsoluteUri,
            ResponseType = OpenIdConnectResponseType.Code,
            Scope = "openid email",
            State = attempt.State,
            Nonce = attempt.Nonce,
            Parameters = { ["code_challenge"] = attempt.Challenge, ["code_challenge_method"] = "S256" },
        }.CreateAuthenticationRequestUrl());

    /// <summary>Where to send the browser to sign out there too; null when the provider has no such place or does not answer.</summary>
    public async Task<Uri?> GoodbyeAsync(string idToken, Uri back, CancellationToken cancellation) =>
        await PublishedAsync(cancellation) is not { EndSessionEndpoint: { Length: > 0 } endpoint } ? null : new(new OpenIdConnectMessage
        {
            IssuerAddress = endpoint,
            RequestType = OpenIdConnectRequestType.Logout,
            ClientId = Settings.ClientId,
            IdTokenHint = idToken,
            PostLogoutRedirectUri = back.AbsoluteUri,
        }.CreateLogoutRequestUrl());

    /// <summary>Redeems the code, and tells what the provider says about who came.</summary>
    public async Task<OpenIdAnswer> RedeemAsync(OpenIdAttempt attempt, string code, string? issuer, Uri answer, CancellationToken cancellation)
    {
        if (await PublishedAsync(cancellation) is not { } published) return new OpenIdAnswer.Away();
        // RFC 9207: one provider's answer is not taken for another's.
        if (issuer is not null && issuer != published.Issuer) return Refuse("issuer");
        try
        {
            return await TokensAsync(published, attempt, code, answer, cancellation) is { IdToken: { } idToken } tokens
                ? await BelieveAsync(published, attempt, idToken, tokens.AccessToken, cancellation)
                : Refuse("code");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            LogAway(Settings.Name, e);
            return new OpenIdAnswer.Away();
        }
    }

    private async Task<OpenIdAnswer> BelieveAsync(OpenIdConnectConfiguration published, OpenIdAttempt attempt, string idToken, string? accessToken, CancellationToken cancellation)
    {
        var checkedToken = await _tokens.ValidateTokenAsync(idToken, new TokenValidationParameters
        {
            // Issuer and keys; fetched anew when a key is not among them, because providers change keys.
            ConfigurationManager = _published,
            ValidAudience = Settings.ClientId,
            ValidAlgorithms = Algorithms,
            LifetimeValidator = (from, until, _, _) => until > Now - Skew && !(from > Now + Skew),
        });
        if (!checkedToken.IsValid || checkedToken.SecurityToken is not JsonWebToken token) return Refuse(checkedToken.Exception?.GetType().Name ?? "token");
        if (!Same(Text(token, "nonce"), attempt.Nonce)) return Refuse("nonce");
        if (Text(token, "azp") is { } party ? party != Settings.ClientId : token.Audiences.Count() > 1) return Refuse("azp");

        var claims = Text(token, "email") is { } stated
            ? new Claims(token.Subject, stated, token.TryGetPayloadValue<bool>("email_verified", out var verified) && verified)
            : accessToken is null ? null : await UserInfoAsync(published, accessToken, cancellation);
        if (claims is null || claims.Subject != token.Subject) return Refuse("subject");
        if (!claims.Verified || claims.Mail is not { } mail || !MayVouchFor(mail)) return new OpenIdAnswer.MailNotProven();
        return new OpenIdAnswer.Proven(mail, idToken);
    }

    /// <summary>Only plain letters: what looks alike after folding to lower case may be somebody else's address.</summary>
    private bool MayVouchFor(string mail) =>
        Ascii.IsValid(mail) && MailAddress.TryCreate(mail, out var address) && address.Address == mail
        && Settings.MailDomains.Contains(address.Host.ToLower(CultureInfo.InvariantCulture));

    private async Task<Tokens?> TokensAsync(OpenIdConnectConfiguration published, OpenIdAttempt attempt, string code, Uri answer, CancellationToken cancellation)
    {
        List<KeyValuePair<string, string>> form =
        [
            new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", answer.AbsoluteUri), new("code_verifier", attempt.Verifier), new("client_id", Settings.ClientId),
        ];
        using var request = new HttpRequestMessage(HttpMethod.Post, published.TokenEndpoint);
        // What every provider takes that says nothing else.
        var supported = published.TokenEndpointAuthMethodsSupported;
        if (supported.Count == 0 || supported.Contains("client_secret_basic"))
        {
            var named = $"{Uri.EscapeDataString(Settings.ClientId)}:{Uri.EscapeDataString(Settings.ClientSecret)}";
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(named)));
        }
        else
        {
            form.Add(new("client_secret", Settings.ClientSecret));
        }
        request.Content = new FormUrlEncodedContent(form);
        using var response = await _http.SendAsync(request, cancellation);
        if ((int)response.StatusCode is >= 400 and < 500) return null;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<Tokens>(cancellation);
    }

    private async Task<Claims?> UserInfoAsync(OpenIdConnectConfiguration published, string accessToken, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(published.UserInfoEndpoint)) return null;
        using var request = new HttpRequestMessage(HttpMethod.Get, published.UserInfoEndpoint) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", accessToken) } };
        using var response = await _http.SendAsync(request, cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<Claims>(cancellation);
    }

    private async Task<OpenIdConnectConfiguration?> PublishedAsync(CancellationToken cancellation)
    {
        try
        {
            var published = await _published.GetConfigurationAsync(cancellation);
            if (published.Issuer.TrimEnd('/') == Settings.Authority.ToString().TrimEnd('/')) return published;
            LogRefused(Settings.Name, "authority");
            return null;
        }
        // That is how the library says that nothing, or nothing readable, is published there.
        catch (InvalidOperationException e)
        {
            LogAway(Settings.Name, e);
            return null;
        }
    }

    private OpenIdAnswer.NotProven Refuse(string why)
    {
        LogRefused(Settings.Name, why);
        return new();
    }

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    private static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var value) ? value : null;

    private static bool Same(string? told, string known) => told is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(told), Encoding.UTF8.GetBytes(known));

    private sealed record Tokens([property: JsonPropertyName("id_token")] string? IdToken, [property: JsonPropertyName("access_token")] string? AccessToken);

    private sealed record Claims([property: JsonPropertyName("sub")] string? Subject, [property: JsonPropertyName("email")] string? Mail, [property: JsonPropertyName("email_verified")] bool Verified);

    [LoggerMessage(LogLevel.Warning, "A sign-in through {Provider} was refused: {Why}.")]
    private partial void LogRefused(string provider, string why);

    [LoggerMessage(LogLevel.Warning, "The sign-in provider {Provider} does not answer as it should.")]
    private partial void LogAway(string provider, Exception exception);
}
