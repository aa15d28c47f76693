namespace Initiatives.Domain;

/// <summary>
/// The rules of one command on a plan, a cluster or a calendar: all are asked before it answers, so that a person hears
/// of everything that is amiss at once. Initiatives have <see cref="BrokenRules"/>, which knows their life.
/// </summary>
internal sealed class Rules<TEvent>
    where TEvent : class
{
    private readonly List<Refusal> refusals = [];

    public Rules<TEvent> If(bool broken, Func<Refusal> refusal)
    {
        if (broken)
            refusals.Add(refusal());
        return this;
    }

    /// <param name="what">What is to be written, with its article, Danish and English.</param>
    public Rules<TEvent> Text(string? text, string field, (string Danish, string English) what, int longest = BrokenRules.LongestText) =>
        If(string.IsNullOrWhiteSpace(text), () => InitiativeRefusals.TextMissing(field, what.Danish, what.English)).Note(text, field, longest);

    /// <summary>A text that may be left out.</summary>
    public Rules<TEvent> Note(string? text, string field, int longest = BrokenRules.LongestText) =>
        If(text?.Length > longest, () => InitiativeRefusals.TextTooLong(field, longest))
            .If(text?.Length <= longest && CprGuard.FindsIn(text), () => InitiativeRefusals.CprInText(field));

    /// <summary>An id that people see in addresses: lower-case letters, digits and single hyphens, e.g. <c>handleplan-2023</c>.</summary>
    public Rules<TEvent> Slug(string? id, string field) => If(!IsSlug(id), () => ClusterRefusals.SlugMalformed(field));

    /// <summary>An id from a register outside the log, which the decision cannot look up.</summary>
    public Rules<TEvent> Id(string? id, string field) =>
        If(string.IsNullOrWhiteSpace(id) || id.Length > BrokenRules.LongestId, () => InitiativeRefusals.IdMalformed(field));

    public Rules<TEvent> Date(DateOnly? date, string field) =>
        If(date is { Year: < 2000 or > 2099 }, () => InitiativeRefusals.DateImplausible(field));

    public Rules<TEvent> Forum(Cluster cluster, string? forum, string field = "forum") =>
        If(forum is null || cluster.Forum(forum) is null, () => InitiativeRefusals.ForumUnknown(field, forum));

    public Rules<TEvent> Each<T>(IReadOnlyList<T> items, string field, Action<T, string> ask)
    {
        if (items.Count > BrokenRules.LongestList)
            return If(true, () => InitiativeRefusals.ListTooLong(field, BrokenRules.LongestList));
        for (var n = 0; n < items.Count; n++)
            ask(items[n], $"{field}[{n}]");
        return this;
    }

    public Decision<TEvent> Else(Func<TEvent> fact) => refusals.Count > 0 ? Decision<TEvent>.Refuse(refusals) : Decision<TEvent>.Of(fact());

    public Decision<TEvent> Else(Func<IReadOnlyList<TEvent>> facts) => refusals.Count > 0 ? Decision<TEvent>.Refuse(refusals) : Decision<TEvent>.Of(facts());

    private static bool IsSlug(string? id) =>
        id is { Length: > 0 and <= BrokenRules.LongestId }
        && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && !id.StartsWith('-') && !id.EndsWith('-') && !id.Contains("--", StringComparison.Ordinal);
}
