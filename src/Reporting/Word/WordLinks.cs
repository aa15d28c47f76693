using System.Text;
using AngleSharp.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Initiatives.Reporting.Word;

/// <summary>Links within the document and out of it. Only web and mail addresses lead out; anything else is text.</summary>
internal sealed class WordLinks
{
    private readonly MainDocumentPart _part;
    private readonly Dictionary<string, int> _targets;
    private readonly List<string> _passed = [];
    private int _outward;

    public WordLinks(MainDocumentPart part, IDocument page)
    {
        _part = part;
        var wanted = page.QuerySelectorAll("a[href^='#']").Select(a => a.GetAttribute("href")![1..]).ToHashSet(StringComparer.Ordinal);
        _targets = page.QuerySelectorAll("[id]").Select(e => e.Id!).Where(wanted.Contains).Distinct(StringComparer.Ordinal)
            .Select((id, n) => (id, n)).ToDictionary(t => t.id, t => t.n, StringComparer.Ordinal);
    }

    /// <summary>Where an anchor leads; null when it leads nowhere that a document may.</summary>
    public Hyperlink? Of(IElement anchor)
    {
        if (anchor.GetAttribute("href") is not { Length: > 0 } href)
            return null;
        if (href[0] == '#')
            return _targets.TryGetValue(href[1..], out var n) ? new Hyperlink { Anchor = Name(href[1..], n), History = true } : null;
        if (!Uri.TryCreate(href, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http" or "mailto"))
            return null;
        return new Hyperlink { Id = _part.AddHyperlinkRelationship(address, isExternal: true, FormattableString.Invariant($"link{++_outward}")).Id, History = true };
    }

    /// <summary>An element that something may point at was passed: the next paragraph is where it leads.</summary>
    public void Pass(IElement element)
    {
        if (element.Id is { } id && _targets.ContainsKey(id) && !_passed.Contains(id))
            _passed.Add(id);
    }

    /// <summary>The places that begin with the paragraph at hand; each once.</summary>
    public IEnumerable<OpenXmlElement> Land()
    {
        foreach (var id in _passed)
        {
            if (!_targets.TryGetValue(id, out var n) || !_landed.Add(id))
                continue;
            yield return new BookmarkStart { Id = FormattableString.Invariant($"{n + 1}"), Name = Name(id, n) };
            yield return new BookmarkEnd { Id = FormattableString.Invariant($"{n + 1}") };
        }
    }

    private readonly HashSet<string> _landed = new(StringComparer.Ordinal);

    // Word takes letters, digits and underscores, forty at most, beginning with a letter.
    private static string Name(string id, int n)
    {
        var name = new StringBuilder(FormattableString.Invariant($"m{n}_"));
        foreach (var c in id.Take(30))
            name.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        return name.ToString();
    }
}
