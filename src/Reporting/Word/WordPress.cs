using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Initiatives.Reporting.Charts;
using Initiatives.Reporting.Office;
using Initiatives.Reporting.Print;
using Document = DocumentFormat.OpenXml.Wordprocessing.Document;

namespace Initiatives.Reporting.Word;

/// <summary>
/// Sets a pack's own HTML in Word, fit to be an agenda's attachment: the same headings, tables, lists and quotes, the charts as pictures
/// with their words. The same page with the same pictures gives the same bytes.
/// </summary>
public sealed class WordPress(ChartCamera camera)
{
    /// <param name="html">A whole self-contained page.</param>
    /// <param name="facts">What the document tells of itself; the title is also its running foot.</param>
    public async Task<WordFile> Set(string html, DocumentFacts facts, CancellationToken cancellation)
    {
        using var page = new HtmlParser().ParseDocument(html);
        List<IElement> charts = [.. page.QuerySelectorAll(".chart")];
        var pictures = await camera.Take(page, charts, cancellation);
        return new(Compile(page, facts, charts, pictures), pictures is not null);
    }

    private static byte[] Compile(IDocument page, DocumentFacts facts, List<IElement> charts, IReadOnlyList<ChartPicture>? pictures)
    {
        using var written = new MemoryStream();
        using (var document = WordprocessingDocument.Create(written, WordprocessingDocumentType.Document))
        {
            // Every part and relationship gets a name of ours: the library's own are random.
            var main = document.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "document");
            CoreProperties.Write(document.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "properties"), facts);
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = WordStyles.All();
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = new Settings(
                new AutoHyphenation(),
                new HyphenationZone { Val = "425" },
                new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
                new ThemeFontLanguages { Val = "da-DK" });
            main.AddNewPart<FooterPart>("footer").Footer = Foot(page.QuerySelector(".example") is null ? facts.Title : $"{facts.Title} · EKSEMPELDATA");

            var lists = new WordLists();
            var body = new Body();
            new WordBody(body, lists, new WordLinks(main, page), new WordPictures(main, charts, pictures)).Walk(page.Body!);
            body.Append(new SectionProperties(
                new FooterReference { Type = HeaderFooterValues.Default, Id = "footer" },
                // A4, 20 mm on each side, in twentieths of a point.
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 1077, Bottom = 1077, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 }));
            main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = lists.All();
            main.Document = new Document(body);
        }
        return StablePackage.Of(written, facts.At);
    }

    private static Footer Foot(string text) => new(new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Footer }, new Tabs(new TabStop { Val = TabStopValues.Right, Position = 9638 }), new Indentation { Right = "0" }),
        Run(InertText.Of(text)), new Run(new TabChar()), Run("Side "), Field("PAGE"), Run(" af "), Field("NUMPAGES")));

    private static Run Run(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    // What it says before whoever opens it has counted the pages.
    private static SimpleField Field(string code) => new(Run("1")) { Instruction = $" {code} " };
}
