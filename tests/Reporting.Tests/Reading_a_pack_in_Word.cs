using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Initiatives.Reporting.Office;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Print;
using Initiatives.Reporting.Word;
using static Initiatives.Reporting.Tests.OfficeReader;

namespace Initiatives.Reporting.Tests;

/// <summary>The packs as Word, checked by the format's own rules and read back by LibreOffice. The files are left beside the tests, to be looked at.</summary>
public sealed class Reading_a_pack_in_Word(WordFiles files) : IClassFixture<WordFiles>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_file_keeps_the_rules_of_the_format()
    {
        foreach (var (name, file) in files.Docx)
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
            var broken = new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document, Cancellation).Select(e => $"{name}: {e.Description} at {e.Path?.XPath}").Take(5);
            broken.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Headings_are_headings_and_stand_as_deep_as_on_the_page()
    {
        var headings = files.Read["afvigelsesrapport"].Descendants(TextNs + "h").Select(h => ((string?)h.Attribute(TextNs + "outline-level"), h.Value)).ToList();

        headings[0].ShouldBe(("1", "Afvigelsesrapport"));
        headings.ShouldContain(("2", "Det indstilles, at Chefforum"));
        headings.ShouldContain(h => h.Item1 == "3" && h.Value.StartsWith("Indsats ", StringComparison.Ordinal));
    }

    [Fact]
    public void Tables_are_tables_whose_head_repeats_and_whose_cells_say_what_the_page_says()
    {
        foreach (var name in (string[])["afvigelsesrapport", "direktoeroverblik"])
        {
            var tables = files.Read[name].Descendants(TableNs + "table").ToList();
            tables.Count.ShouldBe(files.Pages[name].Split("<table").Length - 1);
            tables.ShouldAllBe(t => t.Elements(TableNs + "table-header-rows").Any());
        }

        var matrix = files.Read["direktoeroverblik"].Descendants(TableNs + "table").First();
        var head = matrix.Element(TableNs + "table-header-rows")!.Descendants(TableNs + "table-cell").Select(c => c.Value).ToList();
        (head[0], head[^1]).ShouldBe(("Indsats", "Nu"));
        var first = matrix.Elements(TableNs + "table-row").First().Elements(TableNs + "table-cell").Select(c => c.Value).ToList();
        first[0].ShouldBe("1 Udbredelse af IPS for unge 15-17-årige");
        first[^1].ShouldMatch("^[●▲■○–◇‖✓×]\u00a0\\p{L}");
    }

    [Fact]
    public void A_light_is_a_shape_and_a_word()
    {
        var text = files.Read["afvigelsesrapport"].Root!.Value;

        text.ShouldContain("■\u00a0Rød");
        text.ShouldContain("▲\u00a0Gul");
        text.ShouldContain("●\u00a0Grøn");
        text.ShouldContain("○\u00a0Mangler");
    }

    [Fact]
    public void Every_picture_says_in_words_what_it_shows()
    {
        var alternatives = files.Read["direktoeroverblik"].Descendants(DrawingNs + "frame").Where(f => f.Element(DrawingNs + "image") is not null)
            .Select(f => f.Element(SvgNs + "desc")?.Value ?? "").ToList();

        alternatives.ShouldNotBeEmpty();
        alternatives.ShouldAllBe(words => words.Length > 40);
        alternatives[0].ShouldStartWith("Lys pr. møde");
    }

    [Fact]
    public void Without_a_browser_the_words_stand_where_the_pictures_would_and_the_tables_are_there_all_the_same()
    {
        var (without, with) = (files.Read["uden-billeder"], files.Read["direktoeroverblik"]);

        without.Descendants(DrawingNs + "image").ShouldBeEmpty();
        without.Descendants(TextNs + "p").ShouldContain(p => p.Value.StartsWith("Lys pr. møde, ", StringComparison.Ordinal));
        without.Descendants(TableNs + "table").Count().ShouldBe(with.Descendants(TableNs + "table").Count());
    }

    [Fact]
    public void It_is_Danish_and_tells_its_title_subject_and_dates()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(files.Docx["afvigelsesrapport"]), isEditable: false);
        var properties = document.PackageProperties;
        (properties.Title, properties.Subject, properties.Language).ShouldBe((WordFiles.Facts.Title, WordFiles.Facts.Subject, "da-DK"));
        properties.Created!.Value.ToUniversalTime().ShouldBe(WordFiles.Facts.At.UtcDateTime);
        document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single().Val!.Value.ShouldBe("da-DK");
        files.Read["afvigelsesrapport"].Descendants(DublinNs + "title").Single().Value.ShouldBe(WordFiles.Facts.Title);
    }

    [Fact]
    public void Its_foot_counts_the_pages_and_every_page_says_that_the_data_are_examples()
    {
        var foot = files.Read["afvigelsesrapport"].Descendants().First(e => e.Name.LocalName == "footer");

        foot.Value.ShouldContain("EKSEMPELDATA");
        foot.Descendants(TextNs + "page-number").ShouldNotBeEmpty();
        foot.Descendants(TextNs + "page-count").ShouldNotBeEmpty();
    }

    [Fact]
    public void What_a_person_wrote_is_quoted_with_who_and_when()
    {
        var body = files.Body("afvigelsesrapport");
        var voice = body.Descendants<Paragraph>().First(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "QuoteSource");

        voice.InnerText.ShouldMatch(@"projekt(ejer|leder), \d+\. \p{L}+\.? \d{4}");
        voice.PreviousSibling<Paragraph>()!.ParagraphProperties!.ParagraphStyleId!.Val!.Value.ShouldBe("Quote");
    }

    [Fact]
    public void Script_formulas_control_characters_and_a_flood_of_text_are_text()
    {
        var read = files.Read["fjendtlig"].Root!.Value;

        read.ShouldContain("<script>alert('æøå')</script>");
        read.ShouldContain("=cmd|' /C calc'!A0");
        read.ShouldContain("før" + "efter");
        read.ShouldContain(WordFiles.Flood[..2000]);
        read.Count(c => c == 'x').ShouldBeGreaterThanOrEqualTo(300_000);
        files.Body("fjendtlig").Descendants<Hyperlink>().Select(h => h.InnerText).ShouldBe(["til møde", "ud"]);
        var zip = new ZipArchive(new MemoryStream(files.Docx["fjendtlig"]));
        zip.Entries.ShouldNotContain(e => e.FullName.Contains("vba", StringComparison.OrdinalIgnoreCase) || e.FullName.Contains("embed", StringComparison.OrdinalIgnoreCase));
        using var rels = new StreamReader(zip.GetEntry("word/_rels/document.xml.rels")!.Open());
        rels.ReadToEnd().ShouldNotContain("javascript", Case.Insensitive);
    }

    [Fact]
    public void Any_table_keeps_its_columns_also_where_cells_reach_over_several()
    {
        var table = files.Read["fjendtlig"].Descendants(TableNs + "table").Last();
        var rows = table.Descendants(TableNs + "table-row").Select(r => r.Elements().Select(c => $"{(c.Name.LocalName == "covered-table-cell" ? "·" : "")}{c.Value}").ToList()).ToList();

        rows.ShouldBe([["A", "B", "C"], ["over to", "·", "1"], ["ned", "2", "3"], ["·", "4", "5"]]);
    }

    [Fact]
    public void What_minutes_say_in_several_lines_is_several_lines()
    {
        var said = files.Body("fjendtlig").Descendants<Paragraph>().Single(p => p.InnerText.StartsWith("Godkendt med forbehold:", StringComparison.Ordinal));

        said.Descendants<Break>().Count().ShouldBe(1);
    }

    [Fact]
    public void A_light_has_room_on_one_line_also_where_another_font_is_wider()
    {
        var matrix = files.Body("direktoeroverblik").Descendants<Table>().First();
        var last = matrix.Descendants<TableRow>().Last().Elements<TableCell>().Last();

        // "○ Mangler" and "– Ej startet" in DejaVu Sans, which LibreOffice takes where there is no Arial; in twentieths of a point.
        int.Parse(last.TableCellProperties!.TableCellWidth!.Width!.Value!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(900);
    }

    [Fact]
    public void A_numbered_list_begins_at_one_and_a_second_paragraph_of_an_item_has_no_number()
    {
        var items = files.Body("fjendtlig").Descendants<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == WordStyles.List)
            .Select(p => (p.InnerText, List: p.ParagraphProperties!.NumberingProperties?.NumberingId?.Val?.Value)).ToList();

        items.Select(i => i.InnerText).ShouldBe(["første", "mere om den første", "anden", "ny liste"]);
        items[1].List.ShouldBeNull();
        items[0].List.ShouldBe(items[2].List);
        items[3].List.ShouldNotBe(items[0].List);
    }

    [Fact]
    public async Task The_same_page_gives_the_same_bytes()
    {
        using var printer = new ChromiumPrinter(browser: null, TimeSpan.FromSeconds(1));
        var again = await new WordPress(new ChartCamera(printer)).Set(files.Pages["direktoeroverblik"], WordFiles.Facts, Cancellation);

        again.HasPictures.ShouldBeFalse();
        again.Docx.ShouldBe(files.Docx["uden-billeder"]);
        using var zip = new ZipArchive(new MemoryStream(again.Docx));
        zip.Entries.ShouldAllBe(e => e.LastWriteTime.DateTime == WordFiles.Facts.At.UtcDateTime);
    }
}

/// <summary>Made once for all tests of the class.</summary>
public sealed class WordFiles : IAsyncLifetime
{
    public static readonly DocumentFacts Facts = new(
        "Afvigelsesrapport til Chefforum, Sundhedsklynge Midt: Møde man. 30. okt. 2023 kl. 15.00, 1. udgave", "Chefforum, møde man. 30. okt. 2023", "afvigelsesrapport.chefforum-2023-10-30.1",
        new DateTimeOffset(2023, 10, 23, 4, 0, 0, TimeSpan.Zero));

    public static readonly string Flood = string.Concat(Enumerable.Repeat("xxxxx xxxx ", 40_000));

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "word");

    private static readonly string Hostile = $"""
        <!DOCTYPE html><html lang="da"><head><title>x</title></head><body><h1>Fjendtlig</h1>
        <p>&lt;script&gt;alert('æøå')&lt;/script&gt; <a href="javascript:alert(1)">farlig</a> <a href="#moede">til møde</a> <a href="https://example.org/?a=1&amp;b=2">ud</a> <a href="file:///etc/passwd">fil</a></p>
        <script>document.write('nej')</script>
        <blockquote><p>=cmd|' /C calc'!A0</p></blockquote><p>før{"\u0001\u0008\ufffe"}efter</p><p>{Flood}</p>
        <p class="words">Godkendt med forbehold:
        – økonomien afklares</p>
        <h2 id="moede">Møde</h2><ol><li><p>første</p><p>mere om den første</p></li><li>anden</li></ol><ol><li>ny liste</li></ol>
        <table><thead><tr><th>A</th><th>B</th><th>C</th></tr></thead><tbody><tr><td colspan="2">over to</td><td>1</td></tr><tr><td rowspan="2">ned</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td></tr></tbody></table>
        </body></html>
        """;

    public Dictionary<string, byte[]> Docx { get; } = [];

    public Dictionary<string, string> Pages { get; } = [];

    /// <summary>What LibreOffice read.</summary>
    public IReadOnlyDictionary<string, XDocument> Read { get; private set; } = new Dictionary<string, XDocument>();

    public Body Body(string name)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Docx[name]), isEditable: false);
        return (Body)document.MainDocumentPart!.Document.Body!.CloneNode(deep: true);
    }

    public async ValueTask InitializeAsync()
    {
        Browser.Find().ShouldNotBeNull("install Chromium");
        var cancellation = TestContext.Current.CancellationToken;
        await using var typesetter = new Typesetter();
        var (packs, record) = (new PackPress(typesetter), new SampleCluster().Build());
        Pages["afvigelsesrapport"] = (await packs.Compile(DeviationPack.Kind, record, SampleCluster.Chefforum.First)).Html;
        Pages["direktoeroverblik"] = (await packs.Compile(DirectorsOverview.Kind, record, SampleCluster.Directors.First)).Html;
        using var printer = new ChromiumPrinter();
        using var nothing = new ChromiumPrinter(browser: null, TimeSpan.FromSeconds(1));
        var (word, plain) = (new WordPress(new ChartCamera(printer)), new WordPress(new ChartCamera(nothing)));
        foreach (var (name, html) in Pages)
        {
            var file = await word.Set(html, Facts, cancellation);
            file.HasPictures.ShouldBeTrue();
            Docx[name] = file.Docx;
        }
        Docx["uden-billeder"] = (await plain.Set(Pages["direktoeroverblik"], Facts, cancellation)).Docx;
        Docx["fjendtlig"] = (await plain.Set(Hostile, Facts, cancellation)).Docx;

        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Folder);
        foreach (var (name, file) in Docx)
            await File.WriteAllBytesAsync(Path.Combine(Folder, $"{name}.docx"), file, cancellation);
        Read = await ReadAsync(Folder, "docx", "fodt", cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
