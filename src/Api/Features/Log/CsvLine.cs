namespace Initiatives.Api.Features.Log;

/// <summary>
/// A line of a table that spreadsheets open: parted by semicolons, as Danish ones expect. A cell that a spreadsheet would take for
/// a formula gets an apostrophe before it: what people wrote must not run on somebody's machine.
/// </summary>
internal static class CsvLine
{
    /// <summary>Before the first line, or spreadsheets misread æ, ø and å.</summary>
    public const string Mark = "\uFEFF";

    public static string Of(params IEnumerable<string?> cells) => string.Join(';', cells.Select(Cell)) + "\r\n";

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        // Also behind spaces: some take those away first.
        var safe = text.TrimStart() is ['=' or '+' or '-' or '@', ..] || text[0] is '\t' or '\r' or '\n' ? "'" + text : text;
        return safe.IndexOfAny([';', '"', '\r', '\n', ',']) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
