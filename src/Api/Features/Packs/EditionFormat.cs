using Initiatives.Reporting.Excel;
using Initiatives.Reporting.Word;

namespace Initiatives.Api.Features.Packs;

/// <summary>A form in which an edition is read, beside its own page.</summary>
/// <param name="Name">As kept, and as the file's ending.</param>
internal sealed record EditionFormat(string Name, string MediaType)
{
    public static EditionFormat Pdf { get; } = new("pdf", "application/pdf");

    public static EditionFormat Word { get; } = new("docx", WordFile.MediaType);

    /// <summary>The figures behind it; not every kind has any.</summary>
    public static EditionFormat Excel { get; } = new("xlsx", ExcelPress.MediaType);

    public static IReadOnlyList<EditionFormat> All { get; } = [Pdf, Word, Excel];

    /// <summary>Takes "id.docx" apart; null when it ends in no form's name.</summary>
    public static (string Id, EditionFormat Format)? Split(string name) =>
        All.FirstOrDefault(f => name.EndsWith($".{f.Name}", StringComparison.Ordinal)) is { } format ? (name[..^(format.Name.Length + 1)], format) : null;

    public bool IsOf(Edition edition) => this != Excel || ExcelPress.HasFigures(edition.Kind);

    public string FileOf(Edition edition) => $"{edition.FileName}.{Name}";
}
