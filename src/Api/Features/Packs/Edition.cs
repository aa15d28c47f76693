using System.Globalization;
using Initiatives.Reporting.Packs;

namespace Initiatives.Api.Features.Packs;

/// <summary>One frozen edition of a pack, without its pages.</summary>
/// <param name="MeetingOn">The meeting's day as it stood; null for a month's.</param>
/// <param name="CutOff">Position in the log up to which the facts count.</param>
/// <param name="IssuedAt">Printed as "opgjort pr."; with the cut-off it determines every byte.</param>
/// <param name="ContentHash">SHA-256 of the HTML, lower-case hex.</param>
/// <param name="Fingerprint">Of the cluster's record at the cut-off.</param>
/// <param name="Program">Which build of the pages wrote it.</param>
/// <param name="Why">Why there is another edition; null for the first.</param>
public sealed record Edition(
    string Kind,
    string Occasion,
    int Number,
    string Forum,
    string? Meeting,
    DateOnly? MeetingOn,
    long CutOff,
    DateTimeOffset IssuedAt,
    string ContentHash,
    string Fingerprint,
    string Program,
    string? Why,
    bool HasPdf)
{
    /// <summary>In addresses and file names: <c>afvigelsesrapport.chefforum-2023-10-30.1</c>.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Kind}.{Occasion}.{Number}");

    /// <summary>Without an ending; letters, digits and hyphens alone, so any file system takes it: <c>afvigelsesrapport-chefforum-2023-10-30-udgave-1</c>.</summary>
    public string FileName => string.Create(CultureInfo.InvariantCulture, $"{Kind}-{Occasion}-udgave-{Number}");

    /// <summary>What is printed on it: with the record at its cut-off, all that its bytes depend on.</summary>
    internal PackOccasion Printed => new(Forum, Meeting, Number, Why, IssuedAt, Fingerprint)
    {
        Month = Meeting is null ? DateOnly.ParseExact(Occasion[^7..], "yyyy-MM", CultureInfo.InvariantCulture) : null,
    };

    /// <summary>Takes an id apart; ids of kinds and occasions hold no full stop.</summary>
    public static bool TryParse(string id, out (string Kind, string Occasion, int Number) parts)
    {
        var split = id.Split('.');
        parts = default;
        if (split.Length != 3 || !int.TryParse(split[2], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        parts = (split[0], split[1], number);
        return true;
    }
}
