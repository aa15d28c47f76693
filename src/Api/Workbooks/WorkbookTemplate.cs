using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Initiatives.Api.Workbooks;

/// <summary>
/// A workbook to fill in: one sheet with the headings alone, and one that says what to write under each. All cells are text, so that
/// nothing that ever stands in one is taken for a formula.
/// </summary>
internal static class WorkbookTemplate
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="name">Of the sheet to fill in.</param>
    public static byte[] Of(string name, IReadOnlyList<Column> columns, string language)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets());
            Add(book, 1, name, [[.. columns.Select(c => c.Heading(language))]]);
            Add(book, 2, language == "en" ? "Guide" : "Vejledning", [.. columns.Select(c => new[] { c.Heading(language), language == "en" ? c.Help.English : c.Help.Danish })]);
            book.Workbook.Save();
        }
        return file.ToArray();
    }

    private static void Add(WorkbookPart book, uint number, string name, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var part = book.AddNewPart<WorksheetPart>();
        // Wide enough to read the headings without touching a column.
        var widths = new Columns(new DocumentFormat.OpenXml.Spreadsheet.Column { Min = 1, Max = 20, Width = 24, CustomWidth = true });
        part.Worksheet = new Worksheet(widths, new SheetData(rows.Select(row => new Row(row.Select(Text)))));
        part.Worksheet.Save();
        book.Workbook.Sheets!.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = book.GetIdOfPart(part), SheetId = number, Name = name });
    }

    private static Cell Text(string text) => new() { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };
}
