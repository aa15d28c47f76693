using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Initiatives.Domain;
using Initiatives.Reporting.Agendas;
using Initiatives.Reporting.Material;
using Initiatives.Reporting.Print;
using Initiatives.Reporting.Record;
using Initiatives.Reporting.Word;

namespace Initiatives.Reporting.Tests;

/// <summary>A meeting's material as a folder. Without a browser: what is printed is tried elsewhere, and takes a second a paper.</summary>
public sealed class Gathering_a_meetings_material
{
    private static readonly XNamespace M = "urn:initiatives:moedemateriale:1";
    private static readonly DateTimeOffset At = new(2023, 10, 23, 4, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_index_keeps_the_published_schema_which_lies_beside_it()
    {
        var folder = await GatherAsync();
        var schemas = new XmlSchemaSet();
        schemas.Add(null, XmlReader.Create(new MemoryStream(Content(folder, "moedemateriale-1.xsd"))));

        var broken = new List<string>();
        Index(folder).Validate(schemas, (_, e) => broken.Add(e.Message));
        broken.ShouldBeEmpty();

        var wrong = Index(folder);
        wrong.Descendants(M + "fil").First().SetAttributeValue("navn", "../flugt.pdf");
        wrong.Validate(schemas, (_, e) => broken.Add(e.Message));
        broken.ShouldHaveSingleItem("a name that leads out of the folder is against the schema");
    }

    [Fact]
    public async Task It_names_the_meeting_and_its_items_in_order_with_what_is_recommended()
    {
        var agenda = Sheet(out _);
        var index = Index(await GatherAsync()).Root!;

        var meeting = index.Element(M + "moede")!;
        ((string?)meeting.Attribute("id"), (string?)meeting.Attribute("dato"), (string?)meeting.Element(M + "forum")).ShouldBe(("chefforum-2023-10-30", "2023-10-30", "Chefforum"));
        var items = index.Descendants(M + "punkt").ToList();
        items.Select(i => (int)i.Attribute("nummer")!).ShouldBe(Enumerable.Range(1, agenda.Points.Count));
        items.Select(i => (string?)i.Element(M + "titel")).ShouldBe(agenda.Points.Select(p => p.Item.Heading));
        items.Select(i => (string?)i.Element(M + "indstilling") ?? "").ShouldBe(agenda.Points.Select(p => p.Item.Recommendation));
        items.Select(i => (string?)i.Attribute("type")).ShouldContain("ordrebekraeftelse");
    }

    [Fact]
    public async Task Every_file_it_names_is_there_as_long_and_with_the_checksum_it_says_and_no_other_file_is()
    {
        var folder = await GatherAsync();
        var named = Index(folder).Descendants(M + "fil").ToList();

        named.Select(f => (string)f.Attribute("navn")!).Order().ShouldBe(folder.Files.Select(f => f.Name).Except(["indeks.xml", "moedemateriale-1.xsd"]).Order());
        foreach (var file in named)
        {
            var content = Content(folder, (string)file.Attribute("navn")!);
            ((int)file.Attribute("bytes")!, (string?)file.Attribute("sha256")).ShouldBe((content.Length, Convert.ToHexStringLower(SHA256.HashData(content))));
        }
        var confirmation = named.First(f => (string?)f.Parent!.Parent!.Attribute("type") == "ordrebekraeftelse");
        confirmation.Value.ShouldStartWith("Ordrebekræftelse, indsats 13: Intens fysisk træning");
        ((string?)confirmation.Attribute("navn")).ShouldBe("ordrebekraeftelse-indsats-13-revision-1-intens-fysisk-traening-til-overvaegtige.docx");
        named.Select(f => (string?)f.Attribute("navn")).ShouldContain("afvigelsesrapport-chefforum-2023-10-30-udgave-1.docx");
    }

    [Fact]
    public async Task Minutes_are_in_it_only_once_they_are_approved()
    {
        (await GatherAsync()).Files.ShouldNotContain(f => f.Name.StartsWith("referat", StringComparison.Ordinal));

        var agenda = Sheet(out var record);
        var approved = agenda with { State = agenda.State with { Minutes = [new(1, "opening", "Godkendelse af dagsorden", "Det indstilles, at dagsordenen godkendes.", "Dagsordenen blev godkendt.\nTak.")] } };
        var folder = await GatherAsync(record, approved);

        var minutes = System.Text.Encoding.UTF8.GetString(Content(folder, "referat.html"));
        minutes.ShouldContain("Dagsordenen blev godkendt.");
        folder.Files.ShouldContain(f => f.Name == "referat.docx");
    }

    [Fact]
    public async Task The_zip_holds_its_files_at_the_root_and_the_same_bytes_each_time()
    {
        var folder = await GatherAsync();
        var zip = folder.Zip(At);
        (await GatherAsync()).Zip(At).ShouldBe(zip);

        using var read = new ZipArchive(new MemoryStream(zip));
        read.Entries.Select(e => e.FullName).ShouldBe(folder.Files.Select(f => f.Name));
        read.Entries.ShouldAllBe(e => e.FullName == e.Name && e.LastWriteTime.DateTime == At.UtcDateTime);
    }

    [Theory]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData(@"C:\Windows\system32", "c-windows-system32")]
    [InlineData("CON", "fil-con")]
    [InlineData("lpt1", "fil-lpt1")]
    [InlineData("..", "fil")]
    [InlineData("", "fil")]
    [InlineData("a\0b\nc\u202Egpj.exe", "ab-c-gpj-exe")]
    [InlineData("Blåbær på Ærø, 2 % ", "blaabaer-paa-aeroe-2")]
    [InlineData("日本", "fil")]
    public void No_name_is_a_path_a_device_or_more_than_a_name(string text, string stem) => FileNames.Stem(text).ShouldBe(stem);

    [Fact]
    public void Every_name_is_fit_for_Windows_and_none_is_given_twice()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        string[] hostile = ["x", "X", "x ", "../x", "x/../x", "nul", "NUL.txt", new string('å', 500), new string('a', 500), "..\\..\\x", "x:stream", "~", "-", "\ud800"];
        var names = hostile.Select(h => FileNames.In(taken, h, "pdf")).ToList();

        names.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(hostile.Length);
        names.ShouldAllBe(n => Regex.IsMatch(n, "^[a-z0-9]([a-z0-9-]{0,85}[a-z0-9])?\\.pdf$"));
        names.ShouldNotContain("nul.pdf");
        var folder = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "mappe"));
        names.ShouldAllBe(n => Path.GetDirectoryName(Path.GetFullPath(Path.Combine(folder, n))) == folder);
    }

    private static AgendaSheet Sheet(out ClusterRecord record)
    {
        record = new SampleCluster().Build();
        return AgendaSheet.Of(record, record.Calendar.Find("chefforum-2023-10-30")!, SampleCluster.Today)!;
    }

    private static Task<MeetingFolder> GatherAsync()
    {
        var agenda = Sheet(out var record);
        return GatherAsync(record, agenda);
    }

    private static async Task<MeetingFolder> GatherAsync(ClusterRecord record, AgendaSheet agenda)
    {
        await using var typesetter = new Typesetter();
        using var nothing = new ChromiumPrinter(browser: null, TimeSpan.FromSeconds(1));
        IssuedPack pack = new("afvigelsesrapport", "Afvigelsesrapport, 1. udgave", "afvigelsesrapport-chefforum-2023-10-30-udgave-1", [("pdf", "application/pdf", [1, 2, 3]), ("docx", WordFile.MediaType, [4, 5])]);
        return await new MeetingFolderPress(typesetter, nothing, new WordPress(new ChartCamera(nothing))).GatherAsync(record, agenda, [pack], At, Cancellation);
    }

    private static byte[] Content(MeetingFolder folder, string name) => folder.Files.Single(f => f.Name == name).Content;

    private static XDocument Index(MeetingFolder folder) => XDocument.Load(new MemoryStream(Content(folder, "indeks.xml")));
}
