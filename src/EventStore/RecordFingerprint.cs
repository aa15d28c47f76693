using System.Globalization;
using System.Text.RegularExpressions;

namespace Initiatives.EventStore;

/// <summary>
/// What a tenant's whole record was at a position of the log, short enough to print on a pack's last page:
/// <c>4711-3f2a 9c1b ...</c>, the position and ten groups of four hex digits. They are the first 160 bits of the SHA-256 over a line
/// with the position and one line per stream that had an event by then, sorted by the bytes of its id: <c>id, space, version, space,
/// hash</c>, each line ended by a line feed. Since each
/// hash covers its whole stream, no event up to the position can be changed, added, moved or taken away under the same fingerprint.
/// </summary>
public sealed partial record RecordFingerprint(long Position, string Hash)
{
    /// <summary>Length of <see cref="Hash"/> in hex digits: finding another record with the same one takes 2^160 attempts.</summary>
    public const int Digits = 40;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Position}-{string.Join(' ', Hash.Chunk(4).Select(group => new string(group)))}");

    /// <summary>Reads what was printed; blanks and letter case do not count, as people type it from paper.</summary>
    public static bool TryParse(string? text, out RecordFingerprint fingerprint)
    {
        fingerprint = new(0, "");
        var printed = Printed().Match(Blanks().Replace(text ?? "", "").ToLowerInvariant());
        if (!printed.Success || !long.TryParse(printed.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            return false;
        fingerprint = new(position, printed.Groups[2].Value);
        return true;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("^([0-9]{1,19})-([0-9a-f]{40})$")]
    private static partial Regex Printed();
}

/// <summary>Whether today's log still contains the record that a fingerprint was taken of.</summary>
public enum FingerprintAnswer
{
    /// <summary>Up to that position the record is the same to the last byte.</summary>
    Contained,

    /// <summary>Something up to that position was changed, added or taken away (or it is another tenant's fingerprint).</summary>
    Differs,

    /// <summary>The log does not reach that far: it was cut off, or this is an older backup or another installation.</summary>
    NotReached,
}
