namespace Initiatives.Domain;

/// <summary>
/// Freezes what was compiled. The same bytes from the same cut-off are the edition that is there already, so a job may
/// run again; anything else is the next edition, and says why.
/// </summary>
/// <param name="CutOff">Position in the log up to which the facts count.</param>
/// <param name="ContentHash">SHA-256 of the HTML, lower-case hex.</param>
/// <param name="Why">Demanded from the second edition on, and not kept for the first.</param>
public sealed record IssueEdition(
    string Kind,
    string Occasion,
    string Forum,
    string? Meeting,
    long CutOff,
    string ContentHash,
    string Fingerprint,
    string? Why = null)
{
    public Decision<PackEvent> Decide(Pack pack)
    {
        if (pack.Editions > 0 && pack.CutOff == CutOff && pack.ContentHash == ContentHash)
            return Decision<PackEvent>.Nothing;

        var again = pack.Editions > 0;
        return new Rules<PackEvent>()
            .If(again && string.IsNullOrWhiteSpace(Why), PackRefusals.EditionNeedsReason)
            .Note(Why, "why")
            .If(again && CutOff < pack.CutOff, PackRefusals.CutOffBeforeLast)
            .Else(() => new EditionIssued(Kind, Occasion, Forum, Meeting, pack.Editions + 1, CutOff, ContentHash, Fingerprint, again ? Why : null));
    }
}
