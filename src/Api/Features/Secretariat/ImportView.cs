using System.Buffers.Text;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Workbooks;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Secretariat;

/// <summary>An import from Excel on its way: a file to choose, then what is in it, then done. The file itself goes along in the form; nothing is kept meanwhile.</summary>
/// <param name="Prefix">Of the page's texts: <c>{Prefix}.Means</c> and so on.</param>
/// <param name="Path">Where the page is; the template lies at <c>skabelon</c> below it, and the taking in at <c>indlaes</c>.</param>
/// <param name="Rows">What was read, as it would stand.</param>
/// <param name="Faults">By cell.</param>
/// <param name="File">The file, to be sent back; null until one has been read without a fault.</param>
/// <param name="Facts">How much it would change.</param>
/// <param name="Choices">Fields that the import asks for besides; none for most.</param>
public sealed record ImportView(
    Frame Frame, string Prefix, string Path, Form Form, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<Refusal> Faults, string? File, int Facts, IReadOnlyList<ImportChoice> Choices);

/// <param name="Name">Of the field.</param>
public sealed record ImportChoice(string Name, string Label, IReadOnlyList<Option> Options);

/// <summary>The file as a form carries it.</summary>
internal static class SentFile
{
    public const string Field = "file";

    /// <summary>Bytes that a form with a file in it may have: the file as text is a third larger.</summary>
    public const long FormBytes = (WorkbookLimits.File * 4 / 3) + (64 * 1024);

    /// <summary>As it was chosen, or as it came back from the preview. Empty when there is none.</summary>
    public static async Task<byte[]> ReadAsync(IFormCollection form, CancellationToken cancellation)
    {
        if (form.Files.GetFile(Field) is { } chosen)
        {
            // One byte more than is allowed is enough to know that it is too much.
            var bytes = new byte[Math.Min(chosen.Length, WorkbookLimits.File + 1)];
            await using var content = chosen.OpenReadStream();
            await content.ReadExactlyAsync(bytes, cancellation);
            return bytes;
        }
        var text = form[Field].ToString();
        return Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : [];
    }

    public static string AsText(byte[] file) => Base64Url.EncodeToString(file);
}
