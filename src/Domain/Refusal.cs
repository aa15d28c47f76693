namespace Initiatives.Domain;

/// <summary>
/// A broken rule, as a value: the code is stable and meant for programs, the texts are meant for people and say what to do.
/// </summary>
/// <param name="Code">Stable, kebab-case, e.g. <c>red-needs-decision</c>.</param>
/// <param name="Danish">One or two sentences for the screen.</param>
/// <param name="English">The same in English.</param>
/// <param name="Field">The path of the input that broke the rule, when it was one field (e.g. <c>deviation.cause</c>).</param>
public sealed record Refusal(string Code, string Danish, string English, string? Field = null)
{
    /// <summary>The text in the reader's language: English when asked for, otherwise Danish.</summary>
    public string In(string language) => language == "en" ? English : Danish;
}
