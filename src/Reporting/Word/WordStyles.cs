using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static System.Globalization.CultureInfo;

namespace Initiatives.Reporting.Word;

/// <summary>
/// The styles of a pack in Word, by the names Word itself gives them, so that the navigation pane, a table of contents and a screen
/// reader know them. Sizes are half points, spaces twentieths of a point.
/// </summary>
internal static class WordStyles
{
    public const string Body = "Normal";
    public const string List = "ListParagraph";
    public const string Quote = "Quote";
    public const string Caption = "Caption";
    public const string Cell = "TableText";
    public const string MatrixCell = "MatrixText";
    public const string Label = "FactLabel";
    public const string Fact = "Fact";
    public const string Voice = "QuoteSource";
    public const string Cluster = "ClusterName";
    public const string Footer = "Footer";
    public const string Table = "PackTable";
    public const string Link = "Hyperlink";

    /// <summary>The accent of the pages and packs; 9.5:1 on white.</summary>
    public const string Accent = "00466E";

    /// <summary>Beside-the-point text; 9.7:1 on white.</summary>
    public const string Grey = "454545";

    /// <summary>Half points.</summary>
    public const int CellSize = 17;

    /// <summary>Half points: initiatives by meetings must fit on one page.</summary>
    public const int MatrixSize = 15;

    private const string Font = "Arial";

    public static string Heading(int level) => level <= 4 ? $"Heading{level.ToString(InvariantCulture)}" : "Heading4";

    public static Styles All() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font, EastAsia = Font },
                new FontSize { Val = "20" },
                new Languages { Val = "da-DK", EastAsia = "da-DK", Bidi = "ar-SA" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "100", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        Paragraph(Body, "Normal", basedOn: null, isDefault: true),
        HeadingStyle(1, 40, before: 0, after: 120),
        HeadingStyle(2, 28, before: 360, after: 140, Line(BottomBorder(Accent, 12))),
        HeadingStyle(3, 23, before: 280, after: 80),
        HeadingStyle(4, 20, before: 160, after: 40),
        Paragraph(List, "List Paragraph", after: 60),
        Paragraph(Quote, "Quote", after: 80, indent: 284, border: Line(new LeftBorder { Val = BorderValues.Single, Size = 12, Space = 8, Color = "A6A6A6" })),
        Paragraph(Caption, "caption", after: 60, before: 160, bold: true, keep: true),
        Paragraph(Cell, "Table Text", size: CellSize, after: 0, line: 240),
        Paragraph(MatrixCell, "Matrix Text", size: MatrixSize, after: 0, line: 240),
        Paragraph(Label, "Fact Label", after: 20, before: 60, color: Grey, keep: true),
        Paragraph(Fact, "Fact", after: 60, indent: 2551, hanging: 2551),
        Paragraph(Voice, "Quote Source", size: 17, after: 80, indent: 284, color: Grey, border: Line(new LeftBorder { Val = BorderValues.Single, Size = 12, Space = 8, Color = "A6A6A6" })),
        Paragraph(Cluster, "Cluster Name", size: 22, after: 40, bold: true, color: Accent),
        Paragraph(Footer, "footer", size: 15, after: 0, color: Grey),
        new Style(
            new StyleName { Val = "Default Paragraph Font" }, new UIPriority { Val = 1 }, new SemiHidden(), new UnhideWhenUsed())
        { Type = StyleValues.Character, StyleId = "DefaultParagraphFont", Default = true },
        new Style(
            new StyleName { Val = "Hyperlink" }, new BasedOn { Val = "DefaultParagraphFont" }, new UIPriority { Val = 99 }, new UnhideWhenUsed(),
            new StyleRunProperties(new Color { Val = Accent }, new Underline { Val = UnderlineValues.Single }))
        { Type = StyleValues.Character, StyleId = Link },
        TableStyle());

    private static Style HeadingStyle(int level, int size, int before, int after, ParagraphBorders? border = null)
    {
        var properties = new StyleParagraphProperties(new KeepNext(), new KeepLines());
        if (border is not null) properties.Append(border);
        properties.Append(new SpacingBetweenLines { Before = before.ToString(InvariantCulture), After = after.ToString(InvariantCulture), Line = "240", LineRule = LineSpacingRuleValues.Auto });
        properties.Append(new OutlineLevel { Val = level - 1 });
        return new Style(
            new StyleName { Val = $"heading {level.ToString(InvariantCulture)}" }, new BasedOn { Val = Body }, new NextParagraphStyle { Val = Body }, new UIPriority { Val = 9 }, new PrimaryStyle(),
            properties,
            new StyleRunProperties(new Bold(), new FontSize { Val = size.ToString(InvariantCulture) }))
        { Type = StyleValues.Paragraph, StyleId = Heading(level) };
    }

    private static Style Paragraph(
        string id, string name, string? basedOn = Body, bool isDefault = false, int? size = null, int? before = null, int? after = null, int? line = null,
        int? indent = null, int? hanging = null, bool bold = false, bool keep = false, string? color = null, ParagraphBorders? border = null)
    {
        var paragraph = new StyleParagraphProperties();
        if (keep) paragraph.Append(new KeepNext());
        if (border is not null) paragraph.Append(border);
        if (hanging is { } tab) paragraph.Append(new Tabs(new TabStop { Val = TabStopValues.Left, Position = tab }));
        if (before is not null || after is not null || line is not null)
            paragraph.Append(new SpacingBetweenLines { Before = Text(before), After = Text(after), Line = Text(line), LineRule = line is null ? null : LineSpacingRuleValues.Auto });
        if (indent is not null) paragraph.Append(new Indentation { Left = Text(indent), Hanging = Text(hanging) });
        var run = new StyleRunProperties();
        if (bold) run.Append(new Bold());
        if (color is not null) run.Append(new Color { Val = color });
        if (size is not null) run.Append(new FontSize { Val = Text(size) });

        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        if (basedOn is not null) style.Append(new BasedOn { Val = basedOn });
        style.Append(new PrimaryStyle());
        if (paragraph.HasChildren) style.Append(paragraph);
        if (run.HasChildren) style.Append(run);
        return style;
    }

    private static Style TableStyle()
    {
        TableBorders borders = new(
            new TopBorder { Val = BorderValues.Single, Size = 4, Color = "1A1A1A" },
            new BottomBorder { Val = BorderValues.Single, Size = 4, Color = "1A1A1A" },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "BFBFBF" });
        return new Style(
            new StyleName { Val = "Pack Table" }, new UIPriority { Val = 59 },
            new StyleTableProperties(borders, new TableCellMarginDefault(
                new TopMargin { Width = "30", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 57, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "30", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 57, Type = TableWidthValues.Dxa })),
            new TableStyleProperties(
                new RunPropertiesBaseStyle(new Bold()),
                new TableStyleConditionalFormattingTableCellProperties(
                    new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = 8, Color = "1A1A1A" }),
                    new Shading { Val = ShadingPatternValues.Clear, Fill = "EDF2F6" }))
            { Type = TableStyleOverrideValues.FirstRow })
        { Type = StyleValues.Table, StyleId = Table };
    }

    private static BottomBorder BottomBorder(string color, uint size) => new() { Val = BorderValues.Single, Size = size, Space = 2, Color = color };

    private static ParagraphBorders Line(BorderType border) => new(border);

    // Null, not an empty value: the attribute is then not written at all.
    private static StringValue? Text(int? number) => number is { } known ? new(known.ToString(InvariantCulture)) : null;
}
