using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Initiatives.Reporting.Office;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Excel;

/// <summary>
/// The figures behind a pack as Excel: dates are dates, amounts are amounts, and text is text. There is no formula in it, whatever a person
/// wrote. The same record and occasion give the same bytes.
/// </summary>
public static class ExcelPress
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // What Excel counts days from; it believes that 1900 was a leap year, which no date here is early enough to notice.
    private static readonly DateOnly FirstDay = new(1899, 12, 30);

    /// <summary>Whether a kind of pack is about the lights of the plan, and so has figures behind it.</summary>
    public static bool HasFigures(string kind) => kind is DeviationPack.Kind or DirectorsOverview.Kind or PoliticalStatus.Kind or WrittenStatus.Kind;

    /// <param name="kind">One that <see cref="HasFigures"/>.</param>
    /// <param name="identifier">Of the edition.</param>
    public static byte[] Compile(string kind, ClusterRecord record, PackOccasion occasion, string identifier)
    {
        var head = PackPress.HeadOf(kind, record, occasion);
        return Write(Figures.Behind(record, occasion, head), new($"Tal bag: {head.Title}", head.Subject, identifier, occasion.At));
    }

    internal static byte[] Write(IReadOnlyList<FigureSheet> sheets, DocumentFacts facts)
    {
        using var written = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(written, SpreadsheetDocumentType.Workbook))
        {
            // Every part and relationship gets a name of ours: the library's own are random.
            var book = document.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "workbook");
            CoreProperties.Write(document.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "properties"), facts);
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = ExcelStyles.Sheet();
            var (tabs, names) = (new Sheets(), new DefinedNames());
            for (var i = 0; i < sheets.Count; i++)
            {
                var id = FormattableString.Invariant($"sheet{i + 1}");
                book.AddNewPart<WorksheetPart>(id).Worksheet = Sheet(sheets[i], isFirst: i == 0);
                tabs.Append(new Sheet { Id = id, SheetId = (uint)i + 1, Name = sheets[i].Name });
                names.Append(new DefinedName($"'{sheets[i].Name}'!{Area(sheets[i], absolute: true)}") { Name = "_xlnm._FilterDatabase", LocalSheetId = (uint)i, Hidden = true });
                names.Append(new DefinedName($"'{sheets[i].Name}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
            }
            book.Workbook = new Workbook(tabs, names);
        }
        return StablePackage.Of(written, facts.At);
    }

    private static Worksheet Sheet(FigureSheet sheet, bool isFirst) => new(
        new SheetProperties(new PageSetupProperties { FitToPage = true }),
        new SheetViews(new SheetView(
            // The heading stays where it is; in the matrix the initiative does too.
            new Pane
            {
                HorizontalSplit = sheet.Columns.Count > 2 ? 2 : null, VerticalSplit = 1, TopLeftCell = sheet.Columns.Count > 2 ? "C2" : "A2",
                ActivePane = sheet.Columns.Count > 2 ? PaneValues.BottomRight : PaneValues.BottomLeft, State = PaneStateValues.Frozen,
            })
        { WorkbookViewId = 0, TabSelected = isFirst ? true : null }),
        new Columns(sheet.Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true })),
        new SheetData(
        [
            Row(1, Height(sheet, [.. sheet.Columns.Select(c => Figure.Of(c.Heading))]), sheet.Columns.Select((c, i) => At(Text(c.Heading, ExcelStyles.Heading), 1, i))),
            .. sheet.Rows.Select((row, r) => Row(r + 2, Height(sheet, row), row.Select((figure, c) => Cell(figure, r + 2, c)).OfType<Cell>())),
        ]),
        new AutoFilter { Reference = Area(sheet, absolute: false) },
        new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
        // A4; some 220 letters to a page's width can still be read.
        new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = (uint)Math.Ceiling(sheet.Columns.Sum(c => c.Width) / 220), FitToHeight = 0 },
        new HeaderFooter(new OddFooter("&L&8&A&R&8Side &P af &N")));

    private static Row Row(int number, double height, IEnumerable<Cell> cells) => new(cells) { RowIndex = (uint)number, Height = height, CustomHeight = true };

    /// <summary>In points: programs do not agree on working it out themselves. A long text is not shown whole; it is read in its cell.</summary>
    private static double Height(FigureSheet sheet, IReadOnlyList<Figure> row)
    {
        const int most = 12;
        var lines = row.Select((figure, c) => figure is Figure.Words { Text: var text } ? text.Take(4000).Count(letter => letter == '\n') + Math.Ceiling(text.Length / sheet.Columns[c].Width) : 1);
        return 13.5 * Math.Clamp(lines.DefaultIfEmpty(1).Max(), 1, most) + 2;
    }

    private static Cell? Cell(Figure figure, int row, int column) => figure switch
    {
        Figure.Words words when InertText.OfCell(words.Text) is var text => Text(text, text.AsSpan().TrimStart() is ['=' or '+' or '-' or '@', ..] ? ExcelStyles.Quoted : ExcelStyles.Words),
        Figure.Light light => Text(light.Mark.Word, ExcelStyles.Light(light.Mark.Shape)),
        Figure.Number number => Value(number.Value, ExcelStyles.Number),
        Figure.Kroner kroner => Value(kroner.Value, ExcelStyles.Kroner),
        Figure.Day day => Value(day.On.DayNumber - FirstDay.DayNumber, ExcelStyles.Day),
        _ => null,
    } is { } cell
        ? At(cell, row, column)
        : null;

    // In the cell itself, as text: nothing in it is ever taken for a formula.
    private static Cell Text(string text, uint style) => new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };

    private static Cell Value(decimal value, uint style) => new(new CellValue(value.ToString(CultureInfo.InvariantCulture))) { StyleIndex = style };

    private static Cell At(Cell cell, int row, int column)
    {
        cell.CellReference = FormattableString.Invariant($"{Letters(column)}{row}");
        return cell;
    }

    private static string Area(FigureSheet sheet, bool absolute) => absolute
        ? FormattableString.Invariant($"$A$1:${Letters(sheet.Columns.Count - 1)}${sheet.Rows.Count + 1}")
        : FormattableString.Invariant($"A1:{Letters(sheet.Columns.Count - 1)}{sheet.Rows.Count + 1}");

    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));
}
