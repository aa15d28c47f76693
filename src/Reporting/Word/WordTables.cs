using AngleSharp.Dom;
using DocumentFormat.OpenXml.Wordprocessing;
using Initiatives.Reporting.Office;
using static System.Globalization.CultureInfo;

namespace Initiatives.Reporting.Word;

/// <summary>A page's table as a real one: its head repeats on every page, a row never breaks over two, and its columns fill the width by what stands in them.</summary>
internal sealed class WordTables(WordBody body)
{
    // The margins of a cell and a little air, in twentieths of a point.
    private const double Margins = 134;

    // A reader without Arial gets another font, up to a sixth wider: no word is cut in two there either.
    private const double WiderFont = 1.16;

    // No word and no text, however long, takes the table from the other columns.
    private const double LongestWord = 2400;
    private const double LongestText = 30_000;

    public void Add(IElement table, int width)
    {
        var rows = table.QuerySelectorAll("tr").Where(r => r.Closest("table") == table).ToList();
        var grid = Grid.Of(rows);
        if (grid.Columns == 0)
            return;
        var caption = table.QuerySelector("caption")?.TextContent.Trim();
        var isMatrix = table.ClassList.Contains("matrix");
        var widths = Widths(grid, isMatrix, width);
        var properties = new TableProperties(
            new TableStyle { Val = WordStyles.Table },
            new TableWidth { Width = width.ToString(InvariantCulture), Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook { Val = "0420", FirstRow = rows[0].ParentElement?.LocalName == "thead", FirstColumn = false, LastRow = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true });
        if (caption is { Length: > 0 })
            properties.Append(new TableCaption { Val = InertText.Of(caption) });
        var set = new Table(properties, new TableGrid(widths.Select(w => new GridColumn { Width = w.ToString(InvariantCulture) })));
        foreach (var row in grid.Rows)
            set.Append(Row(row, widths, isMatrix));
        body.Append(set);
    }

    private TableRow Row(IReadOnlyList<Slot> slots, int[] widths, bool isMatrix)
    {
        var isHead = slots[0].Cell.ParentElement?.ParentElement?.LocalName == "thead";
        var properties = new TableRowProperties(new CantSplit());
        if (isHead)
            properties.Append(new TableHeader());
        var row = new TableRow(properties);
        foreach (var slot in slots)
        {
            var width = widths.Skip(slot.Column).Take(slot.Span).Sum();
            var cell = new TableCellProperties(new TableCellWidth { Width = width.ToString(InvariantCulture), Type = TableWidthUnitValues.Dxa });
            if (slot.Span > 1) cell.Append(new GridSpan { Val = slot.Span });
            if (slot.Merge is { } merge) cell.Append(new VerticalMerge { Val = merge });
            var set = new TableCell(cell);
            if (slot.Merge != MergedCellValues.Continue)
                body.Cell(set, slot.Cell, isMatrix ? WordStyles.MatrixCell : WordStyles.Cell, isHead, IsNumber(slot.Cell), width);
            if (set.LastChild is not Paragraph)
                set.Append(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Cell })));
            row.Append(set);
        }
        return row;
    }

    private static bool IsNumber(IElement cell) =>
        cell.ClassList.Contains("number") || (cell.Closest("table")!.ClassList.Contains("numbers") && cell.PreviousElementSibling is not null);

    /// <summary>
    /// As a browser shares out a table: each column its longest word, and what is left by how much text there is.
    /// </summary>
    private static int[] Widths(Grid grid, bool isMatrix, int width)
    {
        var least = new double[grid.Columns];
        var most = new double[grid.Columns];
        foreach (var slot in grid.Rows.SelectMany(r => r).Where(s => s.Span == 1))
        {
            var text = slot.Cell.TextContent.Trim();
            var (size, head) = (isMatrix ? WordStyles.MatrixSize : WordStyles.CellSize, slot.Cell.ParentElement?.ParentElement?.LocalName == "thead");
            // A browser draws a mark's shape; here it is a letter more.
            var marks = slot.Cell.QuerySelectorAll(".mark").Length * size * 10 * 0.9;
            var holds = slot.Cell.ClassList.Contains("nowrap") || IsNumber(slot.Cell) && !head || (isMatrix && slot.Column > 0);
            var longest = holds ? Length(text, size, head) : text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => Length(w, size, head)).DefaultIfEmpty(0).Max();
            least[slot.Column] = Math.Max(least[slot.Column], Math.Min(longest * WiderFont, LongestWord) + marks + Margins);
            most[slot.Column] = Math.Max(most[slot.Column], Math.Min(Length(text, size, head), LongestText) + marks + Margins);
        }
        for (var c = 0; c < grid.Columns; c++)
            most[c] = Math.Max(most[c], least[c]);

        var (leastSum, mostSum) = (least.Sum(), most.Sum());
        var shared = leastSum >= width ? least.Select(w => w * width / leastSum)
            : mostSum <= width ? most.Select(w => w * width / Math.Max(1, mostSum))
            : least.Select((w, c) => w + ((most[c] - w) * (width - leastSum) / (mostSum - leastSum)));
        var whole = shared.Select(w => (int)w).ToArray();
        whole[^1] += width - whole.Sum();
        return whole;
    }

    /// <summary>How long a text is in Arial, in twentieths of a point; a bold one a little longer.</summary>
    private static double Length(ReadOnlySpan<char> text, int halfPoints, bool bold)
    {
        var em = 0.0;
        foreach (var c in text)
            em += c is 'i' or 'j' or 'l' or 't' or 'f' or 'r' or ' ' or '\u00a0' or '.' or ',' or ':' or ';' or '(' or ')' or '-' ? 0.3 : c is 'm' or 'w' or 'M' or 'W' or 'Æ' or 'æ' ? 0.87 : char.IsUpper(c) ? 0.7 : 0.556;
        return em * halfPoints * 10 * (bold ? 1.06 : 1);
    }

    /// <summary>A cell at its place in the grid.</summary>
    private sealed record Slot(IElement Cell, int Column, int Span, MergedCellValues? Merge);

    /// <summary>Where every cell lies, those that reach over columns and rows included.</summary>
    private sealed record Grid(IReadOnlyList<IReadOnlyList<Slot>> Rows, int Columns)
    {
        public static Grid Of(List<IElement> rows)
        {
            var reaching = new Dictionary<int, (Slot Slot, int Left)>();
            List<IReadOnlyList<Slot>> grid = [];
            var columns = 0;
            foreach (var row in rows)
            {
                List<Slot> slots = [];
                var column = 0;
                foreach (var cell in row.Children.Where(c => c.LocalName is "td" or "th"))
                {
                    column = PastReaching(reaching, slots, column);
                    var (span, down) = (Count(cell, "colspan"), Count(cell, "rowspan"));
                    var slot = new Slot(cell, column, span, down > 1 ? MergedCellValues.Restart : null);
                    slots.Add(slot);
                    if (down > 1) reaching[column] = (slot, down - 1);
                    column += span;
                }
                column = PastReaching(reaching, slots, column);
                columns = Math.Max(columns, column);
                if (slots.Count > 0) grid.Add(slots);
            }
            return new(grid, columns);
        }

        private static int PastReaching(Dictionary<int, (Slot Slot, int Left)> reaching, List<Slot> slots, int column)
        {
            // A cell that began in this very row reaches no further than its own columns.
            while (reaching.TryGetValue(column, out var above) && !slots.Contains(above.Slot))
            {
                slots.Add(above.Slot with { Merge = MergedCellValues.Continue });
                if (above.Left > 1) reaching[column] = (above.Slot, above.Left - 1);
                else reaching.Remove(column);
                column += above.Slot.Span;
            }
            return column;
        }

        private static int Count(IElement cell, string attribute) => int.TryParse(cell.GetAttribute(attribute), InvariantCulture, out var n) ? Math.Clamp(n, 1, 50) : 1;
    }
}
