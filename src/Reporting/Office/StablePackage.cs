using System.IO.Compression;

namespace Initiatives.Reporting.Office;

/// <summary>
/// A package of Office parts with the same bytes each time it is made. The library that writes it stamps every part with the
/// machine's clock and leaves their order to itself; here they stand sorted, and at the document's own instant.
/// </summary>
internal static class StablePackage
{
    // The first instant a zip can tell.
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="written">The package as the library wrote it, closed.</param>
    /// <param name="at">When the document is from.</param>
    public static byte[] Of(MemoryStream written, DateTimeOffset at)
    {
        var instant = at.ToUniversalTime() < Earliest ? Earliest : at.ToUniversalTime();
        using var from = new ZipArchive(new MemoryStream(written.ToArray(), writable: false), ZipArchiveMode.Read);
        var stable = new MemoryStream();
        using (var to = new ZipArchive(stable, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Readers look for the list of content types first.
            foreach (var part in from.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                var entry = to.CreateEntry(part.FullName, CompressionLevel.Optimal);
                entry.LastWriteTime = instant;
                using var content = part.Open();
                using var target = entry.Open();
                content.CopyTo(target);
            }
        }
        return stable.ToArray();
    }
}
