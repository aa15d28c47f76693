using System.Globalization;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Tokens;

/// <summary>What was typed to make a token, and what is wrong with it: the same rules on the page and over the API.</summary>
/// <param name="Days">How long it is to last.</param>
/// <param name="Errors">Field and key of the text; none when it can be made.</param>
public sealed record TokenDraft(string Name, string Access, int Days, IReadOnlyDictionary<string, string> Errors)
{
    public static readonly TokenDraft Empty = new("", "read", 90, new Dictionary<string, string>());

    /// <summary>What a person can choose between; a year at most.</summary>
    public static readonly IReadOnlyList<int> Lengths = [30, 90, ApiTokens.LongestDays];

    /// <param name="accesses">Those that can be chosen.</param>
    public static TokenDraft Read(string name, string access, string days, params string[] accesses)
    {
        var errors = new Dictionary<string, string>();
        name = name.Trim();
        if (name.Length is 0 or > ApiTokens.LongestName || name.Any(char.IsControl)) errors["name"] = "Token.NameNeeded";
        if (!accesses.Contains(access)) errors["access"] = "Token.AccessNeeded";
        if (!int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length is 0 or > ApiTokens.LongestDays) errors["days"] = "Token.DaysNeeded";
        return new(name, access, length, errors);
    }
}

/// <summary>Tokens and the form that makes one, as a page shows them.</summary>
/// <param name="Action">Where the forms go.</param>
/// <param name="Accesses">What a token can be given: <c>read</c>, <c>write</c>, or an integration's <c>reader</c>, <c>secretariat</c>.</param>
/// <param name="Made">The secret of the one just made: shown now, and never again.</param>
public sealed record TokenList(Frame Frame, string Action, IReadOnlyList<string> Accesses, IReadOnlyList<ApiToken> Tokens, TokenDraft Draft, string? Made = null);
