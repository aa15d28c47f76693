namespace Initiatives.Api.Platform;

/// <summary>
/// Something only the person who runs the service can mend: a missing program, a full disk, a setting that is wrong.
/// The sentence says what is the matter and what to do, in Danish and in English; a command line ends with exit code 1
/// and that sentence, never with a stack trace.
/// </summary>
public sealed class OperatorFault(string code, string danish, string english, Exception? cause = null)
    : Exception(english, cause)
{
    /// <summary>Stable name of the fault, for logs and tests.</summary>
    public string Code { get; } = code;

    public string Danish { get; } = danish;

    public string English { get; } = english;
}
