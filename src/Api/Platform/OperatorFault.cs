namespace Initiatives.Api.Platform;

/// <summary>
/// Something only the person who runs the service can mend: a missing program, a full disk, a setting that is wrong.
/// The sentence says what is the matter and what to do, in Danish and in English; a command line ends with exit code 1
/// and that sentence, never with a stack trace.
/// </summary>
public sealed class OperatorFault(string code, string danish, string english, Exception? cause = null)
    : Exception(english, cause)
{
    /// <summary>Stable, kebab-case, as the codes of refusals.</summary>
    public string Code { get; } = code;

    public string Danish { get; } = danish;

    public string English { get; } = english;

    /// <summary>The sentence in the reader's language: English when asked for, otherwise Danish.</summary>
    public string In(string language) => language == "en" ? English : Danish;
}
