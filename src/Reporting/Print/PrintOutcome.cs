namespace Initiatives.Reporting.Print;

/// <summary>What came of printing a pack.</summary>
public abstract record PrintOutcome;

/// <summary>It was printed.</summary>
/// <param name="Pdf">A tagged PDF, the whole file.</param>
public sealed record Printed(byte[] Pdf) : PrintOutcome;

/// <summary>It was not; the pack still exists as HTML, and prints as soon as what is missing is there.</summary>
/// <param name="Code">Stable: <c>no-browser</c>, <c>print-timed-out</c> or <c>print-failed</c>.</param>
/// <param name="Danish">One or two sentences that say what to do.</param>
/// <param name="English">The same in English.</param>
public sealed record NotPrinted(string Code, string Danish, string English) : PrintOutcome;
