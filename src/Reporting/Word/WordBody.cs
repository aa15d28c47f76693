using AngleSharp.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static System.Globalization.CultureInfo;

namespace Initiatives.Reporting.Word;

/// <summary>
/// Walks a page's elements and sets each as what it is: heading, paragraph, list, table, quote, picture. It knows the elements of HTML and
/// the classes of the packs' one style sheet, and no pack: a new kind comes out right without a line here. Over 200 lines, because it is that one walk.
/// </summary>
internal sealed class WordBody
{
    /// <summary>Between the margins of an A4 page, in twentieths of a point.</summary>
    private const int TextWidth = 9638;

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "b", "br", "cite", "code", "data", "em", "i", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    };

    private readonly WordLists _lists;
    private readonly WordLinks _links;
    private readonly WordPictures _pictures;
    private readonly WordLine _line;
    private readonly WordTables _tables;
    private OpenXmlCompositeElement _into;
    private bool _newPage;
    private bool _point;

    public WordBody(Body body, WordLists lists, WordLinks links, WordPictures pictures)
    {
        (_into, _lists, _links, _pictures) = (body, lists, links, pictures);
        _line = new WordLine(links);
        _tables = new WordTables(this);
    }

    /// <summary>Where in the document the walk is: what its paragraphs are, and how far in they stand.</summary>
    /// <param name="Shade">Ground and bar of what is asked of the reader.</param>
    private sealed record Place(string Style, Look Look, int Width, bool Shade = false, int List = 0, int Level = -1, bool Right = false, bool Keep = false)
    {
        public bool IsCell => Style is WordStyles.Cell or WordStyles.MatrixCell;
    }

    public static bool IsHidden(IElement element) =>
        element.LocalName is "script" or "style" or "svg" or "template" or "noscript" || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true";

    public void Walk(IElement root) => Blocks(root, new(WordStyles.Body, Look.Plain, TextWidth));

    public void Append(OpenXmlElement element) => _into.Append(element);

    /// <summary>Sets what stands in a cell.</summary>
    public void Cell(TableCell into, IElement cell, string style, bool isHead, bool isNumber, int width)
    {
        var outside = _into;
        _into = into;
        Blocks(cell, new(style, new Look(Bold: isHead).In(cell), width, Right: isNumber, Keep: isHead));
        _into = outside;
    }

    private void Blocks(IElement parent, Place place)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText || (node is IElement inline && Inline.Contains(inline.LocalName)))
            {
                if (node is IElement target) _links.Pass(target);
                _line.Add(node, place.Look);
            }
            else if (node is IElement element && !IsHidden(element))
            {
                Flush(place);
                _links.Pass(element);
                Block(element, place);
            }
        }
        Flush(place);
    }

    private void Block(IElement element, Place place)
    {
        _newPage |= element.ClassList.Contains("page") || element.ClassList.Contains("colophon");
        if (element.ClassList.Contains("ask") || element.ClassList.Contains("decision") || element.ClassList.Contains("example"))
            place = place with { Shade = true };
        var look = place.Look.In(element);
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Single(element, place with { Style = WordStyles.Heading(element.LocalName[1] - '0') });
                break;
            case "p" when element.ClassList.Contains("head-cluster"):
                Single(element, place with { Style = WordStyles.Cluster });
                break;
            case "p" when element.ClassList.Contains("chart-title"):
                Single(element, place with { Style = WordStyles.Caption });
                break;
            case "p":
                Single(element, place with { Look = look });
                break;
            case "ul" when element.ClassList.Contains("counts"):
                Single(element, place with { Look = look });
                break;
            case "ul" or "ol":
                Items(element, place with { List = _lists.Begin(element.LocalName == "ol"), Level = Math.Min(place.Level + 1, WordLists.Deepest) });
                break;
            case "dl":
                Facts(element, place);
                break;
            case "table":
                if (element.QuerySelector("caption") is { } caption)
                    Single(caption, place with { Style = WordStyles.Caption });
                _tables.Add(element, place.Width);
                // Or the next table would grow together with this one.
                Append(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Cell })));
                break;
            case "blockquote":
                Blocks(element, place with { Style = place.IsCell ? place.Style : WordStyles.Quote, Look = look });
                break;
            case "footer" when element.Closest("blockquote") is not null:
                Single(element, place with { Style = place.IsCell ? place.Style : WordStyles.Voice, Look = Look.Plain });
                break;
            default:
                if (element.ClassList.Contains("chart")) Chart(element, place);
                else Blocks(element, place with { Look = look });
                break;
        }
    }

    /// <summary>An element whose content is one paragraph.</summary>
    private void Single(IElement element, Place place)
    {
        if (element.ClassList.Contains("counts") && element.GetAttribute("aria-label") is { } name)
            _line.Write($"{name}: ", place.Look);
        _line.Inside(element, place.Look);
        Flush(place);
    }

    private void Items(IElement list, Place place)
    {
        foreach (var item in list.Children.Where(c => c.LocalName == "li"))
        {
            _links.Pass(item);
            _point = true;
            Blocks(item, place with { Style = place.IsCell ? place.Style : WordStyles.List, Look = place.Look.In(item) });
        }
    }

    /// <summary>Label and text on a line where the text is one; a label above where it is a quote, a list or more.</summary>
    private void Facts(IElement list, Place place)
    {
        var strong = list.ClassList.Contains("head-facts");
        IElement? label = null;
        foreach (var part in list.QuerySelectorAll("dt, dd"))
        {
            _links.Pass(part);
            if (part.LocalName == "dt")
            {
                label = part;
                continue;
            }
            var look = place.Look.In(part) with { Bold = strong || place.Look.In(part).Bold };
            var isLine = part.QuerySelector("p, ul, ol, dl, table, blockquote, div, h3, h4") is null;
            if (label is not null)
            {
                _line.Inside(label, place.Look);
                if (isLine) _line.Tab();
                else Flush(place with { Style = WordStyles.Label });
            }
            if (isLine)
            {
                _line.Inside(part, look);
                Flush(place with { Style = WordStyles.Fact });
            }
            else
            {
                Blocks(part, place with { Look = look });
            }
            label = null;
        }
    }

    /// <summary>The picture with its alternative; without a picture the words that stand for it, and the data table beside it as ever.</summary>
    private void Chart(IElement chart, Place place)
    {
        if (chart.QuerySelector(".chart-title") is { } title)
            Single(title, place with { Style = WordStyles.Caption });
        if (_pictures.Of(chart) is { } picture)
            Append(Paragraph(place with { Keep = false }, [picture]));
        else if (WordPictures.Alternative(chart) is { Length: > 0 } words)
            Append(Paragraph(place, [new Run(new Text(words) { Space = SpaceProcessingModeValues.Preserve })]));
    }

    private void Flush(Place place)
    {
        var begun = !_line.IsEmpty;
        var content = _line.Take();
        if (begun) Append(Paragraph(place, content));
    }

    private Paragraph Paragraph(Place place, IReadOnlyList<OpenXmlElement> content)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = place.Style });
        if (place.Keep) properties.Append(new KeepNext());
        if (_newPage) properties.Append(new PageBreakBefore());
        _newPage = false;
        var isItem = place.List > 0;
        if (isItem && _point) properties.Append(new NumberingProperties(new NumberingLevelReference { Val = place.Level }, new NumberingId { Val = place.List }));
        if (place.Shade)
        {
            properties.Append(new ParagraphBorders(new LeftBorder { Val = BorderValues.Single, Size = 24, Space = 6, Color = WordStyles.Accent }));
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Fill = "F3F7FA" });
        }
        // What follows in the same item stands under its first paragraph, without a point of its own.
        if (isItem && !_point) properties.Append(new Indentation { Left = (WordLists.Step * (place.Level + 1)).ToString(InvariantCulture) });
        if (isItem) _point = false;
        if (place.Right) properties.Append(new Justification { Val = JustificationValues.Right });
        return new Paragraph([properties, .. _links.Land(), .. content]);
    }
}
