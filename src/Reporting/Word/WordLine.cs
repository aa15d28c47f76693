using System.Text;
using AngleSharp.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Initiatives.Reporting.Marks;
using Initiatives.Reporting.Office;

namespace Initiatives.Reporting.Word;

/// <summary>
/// What stands within one paragraph, gathered from text and inline elements. White space is one space, as in a browser, and none at
/// the ends.
/// </summary>
internal sealed class WordLine(WordLinks links)
{
    // Between parts that the page sets side by side with a gap of its style sheet.
    private const string Gap = "  ·  ";

    private readonly List<OpenXmlElement> _content = [];
    private Hyperlink? _link;
    private bool _space;
    private bool _begun;

    public bool IsEmpty => !_begun;

    /// <summary>What was gathered; the line is empty again.</summary>
    public IReadOnlyList<OpenXmlElement> Take()
    {
        OpenXmlElement[] content = [.. _content];
        _content.Clear();
        (_space, _begun) = (false, false);
        return content;
    }

    public void Add(INode node, Look look)
    {
        if (node is IText text)
        {
            Write(text.Data, look);
            return;
        }
        if (node is not IElement element || WordBody.IsHidden(element))
            return;
        if (element.LocalName == "br")
            Break();
        else if (element.ClassList.Contains("mark"))
            Mark(element, look.In(element));
        else if (element.LocalName == "a" && links.Of(element) is { } link && _link is null)
            Link(link, element, look);
        else
            Inside(element, look.In(element));
    }

    /// <summary>The children, with a visible gap where the page's style sheet sets one.</summary>
    public void Inside(IElement element, Look look)
    {
        var apart = element.ClassList.Contains("case-line") || element.ClassList.Contains("counts");
        var first = true;
        foreach (var child in element.ChildNodes)
        {
            if (apart && child is IElement && !first)
            {
                _space = false;
                Put(Gap, look with { Bold = false });
            }
            first &= child is not IElement;
            Add(child, look);
        }
        // A number stands apart from the light it counts by the style sheet alone; the two do not part at a line's end.
        if (element.ClassList.Contains("count")) Put("\u00a0", look);
    }

    public void Tab()
    {
        _space = false;
        Append(new Run(new TabChar()));
    }

    public void Write(string text, Look look)
    {
        var words = new StringBuilder();
        var gap = false;
        foreach (var c in text)
        {
            if (!IsSpace(c))
            {
                if (gap) words.Append(' ');
                gap = false;
                words.Append(c);
            }
            else if (c == '\n' && look.KeepLines)
            {
                Put(words, look);
                Break();
                gap = false;
            }
            else if (words.Length > 0)
            {
                gap = true;
            }
            else
            {
                _space = _begun;
            }
        }
        Put(words, look);
        _space |= gap;
    }

    // A long text is one run, not one per word.
    private void Put(StringBuilder words, Look look)
    {
        if (words.Length == 0) return;
        Put(words.ToString(), look);
        words.Clear();
    }

    private void Break()
    {
        if (!_begun)
            return;
        _space = false;
        Append(new Run(new Break()));
    }

    /// <summary>Shape and word, never colour alone; the space between them does not break.</summary>
    private void Mark(IElement element, Look look)
    {
        var shape = element.ClassList.FirstOrDefault(c => c.StartsWith("mark-", StringComparison.Ordinal))?["mark-".Length..] ?? "";
        if (Marks.Mark.Shaped(shape) is { } mark)
            Put($"{mark.Glyph}\u00a0", look, Color(shape));
        (_space, var word) = (false, element.TextContent.Trim());
        Write(word.Replace(' ', '\u00a0'), look);
    }

    // Dark enough to be seen on white; the yellow of the screen is not.
    private static string? Color(string shape) => shape switch { "green" => "2E7D1E", "yellow" => "8A6500", "red" => "B80000", _ => null };

    private void Link(Hyperlink link, IElement element, Look look)
    {
        if (_space)
            Put("", look);
        _content.Add(link);
        _link = link;
        Inside(element, look.In(element));
        _link = null;
        if (!link.HasChildren)
            link.Remove();
    }

    private void Put(string text, Look look, string? color = null)
    {
        if (_space)
            text = " " + text;
        (_space, _begun) = (false, true);
        var run = new Run();
        var properties = new RunProperties();
        if (_link is not null) properties.Append(new RunStyle { Val = WordStyles.Link });
        if (look.Bold) properties.Append(new Bold());
        if (look.Italic) properties.Append(new Italic());
        if (color is not null) properties.Append(new Color { Val = color });
        if (look.Raised is { } raised) properties.Append(new VerticalTextAlignment { Val = raised });
        if (properties.HasChildren) run.Append(properties);
        // Words of the same look in one run: they come here one by one.
        if (Last is { } last && last.RunProperties?.OuterXml == run.RunProperties?.OuterXml && last.LastChild is Text written)
            written.Text += InertText.Of(text);
        else
        {
            run.Append(new Text(InertText.Of(text)) { Space = SpaceProcessingModeValues.Preserve });
            Append(run);
        }
    }

    private Run? Last => (_link is null ? _content.LastOrDefault() : _link.LastChild) as Run;

    private void Append(Run run)
    {
        if (_link is null)
            _content.Add(run);
        else
            _link.Append(run);
    }

    // Not the no-break space: it is there to be kept.
    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}
