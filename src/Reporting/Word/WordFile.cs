namespace Initiatives.Reporting.Word;

/// <summary>A pack as Word.</summary>
/// <param name="Docx">The whole file.</param>
/// <param name="HasPictures">False when charts stand as words and tables alone, because no browser could draw them: made again, it may have them.</param>
public sealed record WordFile(byte[] Docx, bool HasPictures)
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}
