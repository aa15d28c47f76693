using System.IO.Compression;

namespace Initiatives.Reporting.Material;

/// <summary>One file of a meeting's material.</summary>
/// <param name="Name">Of the file alone, never a path.</param>
/// <param name="Title">As an agenda names it.</param>
/// <param name="Item">Key of the agenda's item it belongs to; null when it belongs to the whole meeting.</param>
public sealed record MeetingFile(string Name, string Title, string MediaType, byte[] Content, string? Item = null);

/// <summary>A meeting's material as one folder: its files, and the index and its schema among them.</summary>
/// <param name="Name">Of the folder.</param>
public sealed record MeetingFolder(string Name, IReadOnlyList<MeetingFile> Files)
{
    public const string MediaType = "application/zip";

    /// <summary>The folder as a zip; its files lie at its root.</summary>
    /// <param name="at">Every file's time.</param>
    public byte[] Zip(DateTimeOffset at)
    {
        var zipped = new MemoryStream();
        using (var zip = new ZipArchive(zipped, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Files)
            {
                var entry = zip.CreateEntry(file.Name);
                entry.LastWriteTime = at.ToUniversalTime();
                using var content = entry.Open();
                content.Write(file.Content);
            }
        }
        return zipped.ToArray();
    }
}
