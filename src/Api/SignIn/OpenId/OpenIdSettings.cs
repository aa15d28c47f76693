using System.Globalization;
using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.SignIn.OpenId;

/// <summary>An organisation's OpenID Connect provider, as the operator names it in <c>INITIATIVES_OIDC__0__...</c>.</summary>
/// <param name="Name">In addresses; an id.</param>
/// <param name="Title">On the sign-in page's button.</param>
/// <param name="Authority">Its issuer: <c>/.well-known/openid-configuration</c> is below it.</param>
/// <param name="MailDomains">Whose addresses it may vouch for, in lower case; any other is refused.</param>
/// <param name="Organisations">Ids of the organisations whose people it signs in; empty: whoever has such an address.</param>
internal sealed record OpenIdSettings(
    string Name, string Title, Uri Authority, string ClientId, string ClientSecret, IReadOnlyList<string> MailDomains, IReadOnlyList<string> Organisations)
{
    public const string Section = "INITIATIVES_OIDC";

    private static readonly string[] Known = ["NAME", "TITLE", "AUTHORITY", "CLIENT_ID", "CLIENT_SECRET", "MAIL_DOMAINS", "ORGANISATIONS"];

    /// <exception cref="OperatorFault">A setting is missing, misspelt or cannot be read; the sentence names it.</exception>
    public static IReadOnlyList<OpenIdSettings> Read(IConfiguration settings)
    {
        OpenIdSettings[] providers = [.. settings.GetSection(Section).GetChildren().Select(Read)];
        return providers.GroupBy(p => p.Name).FirstOrDefault(g => g.Count() > 1) is { Key: var twice }
            ? throw Wrong($"{Section}__..__NAME", $"er \"{twice}\" to gange. Giv hver udbyder sit eget navn.", $"is \"{twice}\" twice. Give each provider a name of its own.")
            : providers;
    }

    private static OpenIdSettings Read(IConfigurationSection section)
    {
        string Setting(string key) => $"{Section}__{section.Key}__{key}";
        string Needed(string key) => section[key] is { Length: > 0 } value ? value.Trim() : throw Wrong(Setting(key), "mangler.", "is missing.");
        string[] List(string key) => (section[key] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);

        // A misspelt ORGANISATIONS would let in more people than was meant.
        if (section.GetChildren().FirstOrDefault(c => !Known.Contains(c.Key)) is { Key: var unknown })
            throw Wrong(Setting(unknown), $"kendes ikke. Der kan stå {string.Join(", ", Known)}.", $"is unknown. There can be {string.Join(", ", Known)}.");
        var name = Needed("NAME");
        if (!Names.IsId(name)) throw Wrong(Setting("NAME"), "må kun have små bogstaver a-z, tal og bindestreger: det står i adresser.", "may only hold small letters a-z, digits and hyphens: it stands in addresses.");
        if (!Uri.TryCreate(Needed("AUTHORITY"), UriKind.Absolute, out var authority) || !IsSafe(authority))
            throw Wrong(Setting("AUTHORITY"), "skal være udbyderens adresse og begynde med https://.", "must be the provider's address and begin with https://.");
        _ = Needed("MAIL_DOMAINS");
        var domains = List("MAIL_DOMAINS").Select(d => d.ToLower(CultureInfo.InvariantCulture)).ToList();
        if (domains.Find(d => Uri.CheckHostName(d) != UriHostNameType.Dns || !d.Contains('.', StringComparison.Ordinal)) is { } odd)
            throw Wrong(Setting("MAIL_DOMAINS"), $"har \"{odd}\", som ikke er et domæne. Skriv fx rn.dk, aalborg.dk.", $"holds \"{odd}\", which is no domain. Write e.g. rn.dk, aalborg.dk.");
        var organisations = List("ORGANISATIONS");
        if (Array.Find(organisations, o => !Names.IsId(o)) is { } noId)
            throw Wrong(Setting("ORGANISATIONS"), $"har \"{noId}\", som ikke er et id på en organisation.", $"holds \"{noId}\", which is no organisation's id.");
        return new(name, Needed("TITLE"), authority, Needed("CLIENT_ID"), Needed("CLIENT_SECRET"), domains, organisations);
    }

    // On the machine itself there is nobody in between.
    private static bool IsSafe(Uri authority) =>
        (authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback)) && authority is { Query: "", Fragment: "", UserInfo: "" };

    private static OperatorFault Wrong(string setting, string danish, string english) => new("oidc-settings", $"{setting} {danish}", $"{setting} {english}");
}
