using System.Security.Cryptography;
using System.Text;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Packs;

/// <summary>Compiles packs by kind. The same record and occasion give the same bytes, also years later on another machine.</summary>
public sealed class PackPress(Typesetter typesetter)
{
    /// <summary>The kinds there are, as they stand in addresses, commands and the log.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. PackForm.All.Select(f => f.Kind)];

    /// <summary>What stands at the head of a pack, without setting its page.</summary>
    /// <exception cref="ArgumentException">The kind is none of <see cref="Kinds"/>.</exception>
    public static PackHead HeadOf(string kind, ClusterRecord record, PackOccasion occasion) => PackForm.Of(kind).Compile(record, occasion).Head;

    /// <summary>Compiles model and page.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <exception cref="ArgumentException">The kind is none of them.</exception>
    public async Task<CompiledPack> Compile(string kind, ClusterRecord record, PackOccasion occasion)
    {
        var form = PackForm.Of(kind);
        var pack = form.Compile(record, occasion);
        return Hashed(kind, pack.Head.Title, await form.Set(typesetter, pack));
    }

    /// <summary>The sheet of one initiative, which is made on demand and is no edition.</summary>
    /// <returns>Null when the plan has no such initiative.</returns>
    public async Task<CompiledPack?> Sheet(ClusterRecord record, int number, DateTimeOffset at, string fingerprint) =>
        InitiativeSheet.Of(record, number, at, fingerprint) is { } sheet
            ? Hashed(InitiativeSheet.Kind, sheet.Head.Title, await typesetter.Set<InitiativeSheetPage>(sheet))
            : null;

    private static CompiledPack Hashed(string kind, string title, string html) => new(kind, title, html, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html))));
}

/// <summary>A pack, ready to be frozen as an edition.</summary>
/// <param name="Title">Its title, as in the document.</param>
/// <param name="Html">The whole document; UTF-8 without a byte order mark when written.</param>
/// <param name="ContentHash">SHA-256 of those bytes, lower-case hex.</param>
public sealed record CompiledPack(string Kind, string Title, string Html, string ContentHash);
