using AngleSharp.Dom;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Initiatives.Reporting.Word;

/// <summary>How a run of text looks, as far as its elements say.</summary>
/// <param name="KeepLines">A line break in the text is one in the document: what a person wrote in several lines.</param>
internal sealed record Look(bool Bold = false, bool Italic = false, VerticalPositionValues? Raised = null, bool KeepLines = false)
{
    public static Look Plain { get; } = new();

    /// <summary>The look inside an element.</summary>
    public Look In(IElement element) => (element.LocalName switch
    {
        "b" or "strong" => this with { Bold = true },
        "i" or "em" or "cite" => this with { Italic = true },
        "sup" => this with { Raised = VerticalPositionValues.Superscript },
        "sub" => this with { Raised = VerticalPositionValues.Subscript },
        "pre" or "blockquote" => this with { KeepLines = true },
        _ when element.ClassList.Contains("lines") || element.ClassList.Contains("words") => this with { KeepLines = true },
        _ => this,
    }) is var look && (element.ClassList.Contains("strong") || element.ClassList.Contains("count") || element.ClassList.Contains("now") || element.ClassList.Contains("matrix-number"))
        ? look with { Bold = true }
        : look;
}
