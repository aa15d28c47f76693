using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Initiatives.Reporting.Excel;

/// <summary>How cells look, in the order in which cells name them.</summary>
internal static class ExcelStyles
{
    public const uint Heading = 1;
    public const uint Words = 2;

    /// <summary>Text that Excel keeps as text also when somebody edits the cell: it begins like a formula.</summary>
    public const uint Quoted = 3;

    public const uint Number = 4;
    public const uint Kroner = 5;
    public const uint Day = 6;
    private const uint Lights = 7;

    // Dark ground for red alone, so that it is the darkest on a grey print too.
    private static readonly (string Shape, string Ground, string Ink)[] Grounds =
        [("green", "C5E3BD", "1A1A1A"), ("yellow", "FFE08F", "1A1A1A"), ("red", "B80000", "FFFFFF"), ("missing", "FFFFFF", "1A1A1A")];

    private const string OtherGround = "EDEDED";

    public static uint Light(string shape) => Lights + (uint)(Array.FindIndex(Grounds, g => g.Shape == shape) is >= 0 and var i ? i : Grounds.Length);

    public static Stylesheet Sheet()
    {
        const uint kroner = 164, day = 165;
        var fills = new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), Solid("E6EDF3"));
        var fonts = new Fonts(Font("1A1A1A"), Font("1A1A1A", bold: true), Font("FFFFFF", bold: true));
        var formats = new CellFormats(
            new CellFormat(),
            Format(font: 1, fill: 2, border: 1, wrap: true),
            Format(wrap: true),
            Format(wrap: true, quoted: true),
            Format(apart: true),
            Format(number: kroner, apart: true),
            Format(number: day, apart: true));
        foreach (var (_, ground, ink) in Grounds.Append(("", OtherGround, "1A1A1A")))
        {
            formats.Append(Format(font: ink == "FFFFFF" ? 2u : 0u, fill: (uint)fills.ChildElements.Count, border: 1));
            fills.Append(Solid(ground));
        }
        return new Stylesheet(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = kroner, FormatCode = "#,##0\\ \"kr.\"" },
                new NumberingFormat { NumberFormatId = day, FormatCode = "dd\\-mm\\-yyyy" }),
            fonts,
            fills,
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Thin()),
            new CellStyleFormats(new CellFormat()),
            formats,
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));
    }

    private static CellFormat Format(uint number = 0, uint font = 0, uint fill = 0, uint border = 0, bool wrap = false, bool quoted = false, bool apart = false) => new(
        // A number stands right, and not against the text of the next column.
        new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = wrap ? true : null, Horizontal = apart ? HorizontalAlignmentValues.Right : null, Indent = apart ? 1u : null })
    {
        NumberFormatId = number, FontId = font, FillId = fill, BorderId = border, FormatId = 0, ApplyAlignment = true, ApplyNumberFormat = number > 0 ? true : null, ApplyFill = fill > 0 ? true : null,
        ApplyFont = font > 0 ? true : null, ApplyBorder = border > 0 ? true : null, QuotePrefix = quoted ? true : null,
    };

    private static Font Font(string color, bool bold = false)
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        font.Append(new FontSize { Val = 10 }, new Color { Rgb = $"FF{color}" }, new FontName { Val = "Arial" });
        return font;
    }

    private static Fill Solid(string color) => new(new PatternFill(new ForegroundColor { Rgb = $"FF{color}" }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static Border Thin()
    {
        static T Edge<T>(T edge)
            where T : BorderPropertiesType
        {
            edge.Style = BorderStyleValues.Thin;
            edge.Append(new Color { Rgb = "FFBFBFBF" });
            return edge;
        }

        return new Border(Edge(new LeftBorder()), Edge(new RightBorder()), Edge(new TopBorder()), Edge(new BottomBorder()), new DiagonalBorder());
    }
}
