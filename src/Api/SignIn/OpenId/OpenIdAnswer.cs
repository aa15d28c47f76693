namespace Initiatives.Api.SignIn.OpenId;

/// <summary>What came of asking a provider who somebody is.</summary>
internal abstract record OpenIdAnswer
{
    /// <param name="IdToken">For signing out there.</param>
    public sealed record Proven(string Mail, string IdToken) : OpenIdAnswer;

    /// <summary>Something about the answer is wrong: somebody else's, changed, used, too old.</summary>
    public sealed record NotProven : OpenIdAnswer;

    /// <summary>It is the provider's, but it does not vouch for an address of a domain that it may vouch for.</summary>
    public sealed record MailNotProven : OpenIdAnswer;

    /// <summary>It does not answer.</summary>
    public sealed record Away : OpenIdAnswer;
}
