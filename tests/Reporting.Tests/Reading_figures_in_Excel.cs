using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Initiatives.Reporting.Excel;
using Initiatives.Reporting.Packs;
using static Initiatives.Reporting.Tests.OfficeReader;

namespace Initiatives.Reporting.Tests;

/// <summary>The figures behind a pack as Excel, checked by the format's own rules and read back by LibreOffice. The file is left beside the tests, to be looked at.</summary>
public sealed class Reading_figures_in_Excel(ExcelFiles files) : IClassFixture<ExcelFiles>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_file_keeps_the_rules_of_the_format()
    {
        foreach (var (name, file) in files.Xlsx)
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
            var broken = new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document, Cancellation).Select(e => $"{name}: {e.Description} at {e.Part?.Uri} {e.Path?.XPath}").Take(5);
            broken.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Its_sheets_have_Danish_names() =>
        files.Read["tal"].Descendants(TableNs + "table").Select(t => (string?)t.Attribute(TableNs + "name"))
            .ShouldBe(["Lys pr. møde", "Indsatser", "Indikatorer", "Afvigelser", "Afhjælpning", "Eskaleringer", "Om tallene"]);

    [Fact]
    public void The_matrix_is_the_packs_own_with_every_meeting_and_a_word_in_each_cell()
    {
        var rows = files.Rows("tal", "Lys pr. møde");
        var pack = DirectorsOverview.Of(ExcelFiles.Record, SampleCluster.Directors.First).Matrix;

        rows[0].Select(c => c.Text).ShouldBe(["Nr.", "Indsats", "30. jan. 2023", "31. mar. 2023", "8. maj 2023", "19. jun. 2023", "30. aug. 2023", "Nu (23. okt. 2023)"]);
        rows.Count.ShouldBe(16);
        for (var i = 0; i < pack.Rows.Count; i++)
            rows[i + 1].Skip(2).Select(c => c.Text).ShouldBe(pack.Rows[i].States.Select(s => s is { } state ? Marks.Mark.Of(state).Word : ""));
        rows[1][1].Text.ShouldBe("Udbredelse af IPS for unge 15-17-årige");
    }

    [Fact]
    public void Dates_are_dates_and_amounts_are_amounts()
    {
        var rows = files.Rows("tal", "Indsatser");
        var heads = rows[0].Select(c => c.Text).ToList();
        var ten = rows.Single(r => r[0].Text == "10");

        var end = ten[heads.IndexOf("Slut, først godkendt")];
        (end.Type, end.Value).ShouldBe(("date", "2023-12-31"));
        var cost = ten[heads.IndexOf("Økonomi, i kraft (kr.)")];
        (cost.Type, cost.Value, cost.Text).ShouldBe(("float", "450000", cost.Text));
        cost.Text.ShouldMatch("^450[.,]000 kr.$");
        (ten[0].Type, ten[1].Type).ShouldBe(("float", "string"));
        ten[heads.IndexOf("Ressourcer")].Text.ShouldBeOneOf("Rød", "Gul", "Grøn");
    }

    [Fact]
    public void Indicators_remedies_and_escalations_are_there_with_their_numbers_and_days()
    {
        var indicators = files.Rows("tal", "Indikatorer");
        var heads = indicators[0].Select(c => c.Text).ToList();
        indicators.Count.ShouldBeGreaterThan(5);
        indicators[1][heads.IndexOf("Udgangspunkt")].ShouldBe(new OdsCell("float", "4.1", indicators[1][heads.IndexOf("Udgangspunkt")].Text));
        indicators[1][heads.IndexOf("Målt")].Type.ShouldBe("date");

        var remedies = files.Rows("tal", "Afhjælpning");
        remedies[0].Select(c => c.Text).ShouldContain("Frist");
        remedies.Skip(1).ShouldAllBe(r => r[9].Type == "date");
        remedies.Skip(1).ShouldContain(r => r[11].Text.StartsWith("over fristen", StringComparison.Ordinal));
        files.Rows("tal", "Eskaleringer").Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void The_heading_stays_in_view_and_filters()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(files.Xlsx["tal"]), isEditable: false);
        foreach (var sheet in document.WorkbookPart!.WorksheetParts.Select(p => p.Worksheet))
        {
            sheet.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
            sheet.GetFirstChild<AutoFilter>()!.Reference!.Value.ShouldNotBeNull().ShouldStartWith("A1:");
            sheet.Descendants<Column>().ShouldAllBe(c => c.Width!.Value > 5);
        }
    }

    [Fact]
    public void What_looks_like_a_formula_a_script_or_a_date_is_text()
    {
        var cells = files.Rows("fjendtlig", "Tekst").SelectMany(r => r).Where(c => c.Type.Length > 0).ToList();

        cells.ShouldAllBe(c => c.Type == "string");
        cells.Select(c => c.Text).Take(7).ShouldBe(["Tekst", "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", " =1+1", "<script>alert('æøå')</script>"]);
        files.Read["fjendtlig"].Descendants().Attributes(TableNs + "formula").ShouldBeEmpty();
        using var document = SpreadsheetDocument.Open(new MemoryStream(files.Xlsx["fjendtlig"]), isEditable: false);
        document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<CellFormula>()).ShouldBeEmpty();
        foreach (var file in files.Xlsx.Values)
        {
            using var zip = new ZipArchive(new MemoryStream(file));
            zip.Entries.ShouldNotContain(e => e.FullName.Contains("vba", StringComparison.OrdinalIgnoreCase) || e.FullName.Contains("external", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void Control_characters_are_left_out_and_a_flood_of_text_is_cut_where_Excel_would_refuse_it()
    {
        var cells = files.Rows("fjendtlig", "Tekst").Select(r => r[0].Text).ToList();

        cells.ShouldContain("førefter");
        var flood = cells[^1];
        flood.Length.ShouldBe(32_767);
        flood.ShouldEndWith("(forkortet; hele teksten står i rapporten)");
    }

    [Fact]
    public void The_same_record_gives_the_same_bytes()
    {
        ExcelPress.Compile(DirectorsOverview.Kind, new SampleCluster().Build(), SampleCluster.Directors.First, "x").ShouldBe(files.Xlsx["tal"]);
        using var zip = new ZipArchive(new MemoryStream(files.Xlsx["tal"]));
        zip.Entries.Select(e => e.LastWriteTime.DateTime).Distinct().ShouldBe([SampleCluster.Directors.First.At.UtcDateTime]);
    }
}

/// <summary>A cell as LibreOffice read it.</summary>
/// <param name="Type">"float", "date", "string"; empty for an empty cell.</param>
/// <param name="Value">What it holds, where it is not text.</param>
public sealed record OdsCell(string Type, string Value, string Text);

/// <summary>Made once for all tests of the class.</summary>
public sealed class ExcelFiles : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "excel");

    public static Record.ClusterRecord Record { get; } = new SampleCluster().Build();

    public Dictionary<string, byte[]> Xlsx { get; } = [];

    /// <summary>What LibreOffice read.</summary>
    public IReadOnlyDictionary<string, XDocument> Read { get; private set; } = new Dictionary<string, XDocument>();

    /// <summary>The rows of a sheet as far as something stands in them.</summary>
    public List<List<OdsCell>> Rows(string file, string sheet)
    {
        var table = Read[file].Descendants(TableNs + "table").Single(t => (string?)t.Attribute(TableNs + "name") == sheet);
        var columns = table.Descendants(TableNs + "table-row").First().Elements(TableNs + "table-cell").Count(c => c.Value.Length > 0);
        return [.. table.Descendants(TableNs + "table-row").Where(r => r.Value.Length > 0).Select(r => r.Elements(TableNs + "table-cell")
            .SelectMany(c => Enumerable.Repeat(Cell(c), Math.Min(100, int.Parse((string?)c.Attribute(TableNs + "number-columns-repeated") ?? "1", CultureInfo.InvariantCulture)))).Take(columns).ToList())];
    }

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        Xlsx["tal"] = ExcelPress.Compile(DirectorsOverview.Kind, Record, SampleCluster.Directors.First, "x");
        string[] hostile = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", " =1+1", "<script>alert('æøå')</script>", "før\u0001\u0008\ufffeefter", "2023-10-30", "1.000", string.Concat(Enumerable.Repeat("xxxxx xxxx ", 30_000))];
        Xlsx["fjendtlig"] = ExcelPress.Write(
            [new("Tekst", [new("Tekst", 20)], [.. hostile.Select(IReadOnlyList<Figure> (text) => [Figure.Of(text)])])], new("x", "x", "x", SampleCluster.Directors.First.At));

        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Folder);
        foreach (var (name, file) in Xlsx)
            await File.WriteAllBytesAsync(Path.Combine(Folder, $"{name}.xlsx"), file, cancellation);
        Read = await ReadAsync(Folder, "xlsx", "fods", cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static OdsCell Cell(XElement cell) => new(
        (string?)cell.Attribute(OfficeNs + "value-type") ?? "",
        (string?)cell.Attribute(OfficeNs + "date-value") ?? (string?)cell.Attribute(OfficeNs + "value") ?? "",
        string.Join('\n', cell.Elements(TextNs + "p").Select(Words)));

    // The format writes a run of spaces as an element.
    private static string Words(XElement paragraph) => string.Concat(paragraph.DescendantNodes().Select(n =>
        n is XText text ? text.Value : n is XElement { Name.LocalName: "s" } space ? new string(' ', (int?)space.Attribute(TextNs + "c") ?? 1) : ""));
}
