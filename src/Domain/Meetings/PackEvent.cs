namespace Initiatives.Domain;

/// <summary>A fact about one report pack: one stream per kind and occasion, so edition n is the stream's version n.</summary>
public abstract record PackEvent;

/// <summary>An edition was frozen. A later correction is the next edition, never an overwrite.</summary>
/// <param name="Kind">e.g. <c>afvigelsesrapport</c>.</param>
/// <param name="Occasion">Meeting id, or forum and month (<c>direktoerforum-2023-11</c>) for the monthly dashboard.</param>
/// <param name="Meeting">Meeting id, null for the monthly dashboard.</param>
/// <param name="Edition">1 and up.</param>
/// <param name="CutOff">Position in the log up to which the facts count.</param>
/// <param name="ContentHash">SHA-256 of the HTML, lower-case hex.</param>
/// <param name="Fingerprint">Of the cluster's record at the cut-off, as printed.</param>
/// <param name="Why">Why there is another edition; null for the first.</param>
[StoredAs("edition_issued")]
public sealed record EditionIssued(
    string Kind,
    string Occasion,
    string Forum,
    string? Meeting,
    int Edition,
    long CutOff,
    string ContentHash,
    string Fingerprint,
    string? Why) : PackEvent;
