using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Initiatives.Domain;
using Initiatives.Reporting.Agendas;
using Initiatives.Reporting.Office;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Material;

/// <summary>
/// <c>indeks.xml</c>: the meeting, its items in order, and which file belongs to which, with sizes and checksums, for agenda systems to
/// read. Its shape is promised by <c>docs/moedemateriale-1.xsd</c>, which lies beside it.
/// </summary>
internal static class MaterialIndex
{
    public const string FileName = "indeks.xml";
    public const string SchemaName = "moedemateriale-1.xsd";

    /// <summary>A new shape that readers of this one cannot read gets another number.</summary>
    public static readonly XNamespace Namespace = "urn:initiatives:moedemateriale:1";

    /// <summary>The schema, as it is published.</summary>
    public static byte[] Schema { get; } = ReadSchema();

    /// <param name="files">Without the index and its schema.</param>
    /// <param name="at">When the folder was made.</param>
    public static byte[] Write(ClusterRecord record, AgendaSheet agenda, IReadOnlyList<MeetingFile> files, DateTimeOffset at)
    {
        var meeting = agenda.Meeting;
        var root = new XElement(
            Namespace + "moedemateriale",
            new XAttribute("version", "1.0"),
            new XAttribute("dannet", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            new XAttribute("eksempeldata", record.Cluster.ExampleData),
            new XElement(Namespace + "klynge", new XAttribute("id", record.Cluster.Id), Text(record.Cluster.Name)),
            new XElement(
                Namespace + "moede",
                new XAttribute("id", meeting.Id),
                new XAttribute("dato", meeting.On.ToString("O", CultureInfo.InvariantCulture)),
                Time("start", meeting.Start),
                Time("slut", meeting.End),
                new XElement(Namespace + "forum", new XAttribute("id", agenda.Forum.Id), Text(agenda.Forum.Name)),
                meeting.Place is { } place ? new XElement(Namespace + "sted", Text(place)) : null),
            new XElement(Namespace + "punkter", agenda.Points.Select(p => Point(p, files))),
            new XElement(Namespace + "bilag", Files(files, null)));

        using var written = new MemoryStream();
        using (var writer = XmlWriter.Create(written, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" }))
            new XDocument(root).Save(writer);
        return written.ToArray();
    }

    private static XElement Point(AgendaPoint point, IReadOnlyList<MeetingFile> files) => new(
        Namespace + "punkt",
        new XAttribute("nummer", point.Number),
        new XAttribute("noegle", point.Item.Key),
        new XAttribute("type", Type(point.Item.Kind)),
        point.Item.Initiative is { } initiative ? new XAttribute("indsats", initiative.Number) : null,
        new XElement(Namespace + "titel", Text(point.Item.Heading)),
        point.Item.Recommendation.Length > 0 ? new XElement(Namespace + "indstilling", Text(point.Item.Recommendation)) : null,
        point.Item.Background is { Length: > 0 } background ? new XElement(Namespace + "baggrund", Text(background)) : null,
        new XElement(Namespace + "bilag", Files(files, point.Item.Key)));

    private static IEnumerable<XElement> Files(IReadOnlyList<MeetingFile> files, string? item) => files.Where(f => f.Item == item).Select(f => new XElement(
        Namespace + "fil",
        new XAttribute("navn", f.Name),
        new XAttribute("medietype", f.MediaType),
        new XAttribute("bytes", f.Content.Length),
        new XAttribute("sha256", Convert.ToHexStringLower(SHA256.HashData(f.Content))),
        Text(f.Title)));

    private static XAttribute? Time(string name, TimeOnly? time) => time is { } known ? new XAttribute(name, known.ToString("HH:mm:ss", CultureInfo.InvariantCulture)) : null;

    private static XText Text(string text) => new(InertText.Of(text));

    // The words are the schema's, not the program's: a renamed kind must not change them.
    private static string Type(AgendaItemKind kind) => kind switch
    {
        AgendaItemKind.Opening => "godkendelse-af-dagsorden",
        AgendaItemKind.Minutes => "referat-til-orientering",
        AgendaItemKind.Procedure => "skriftlig-procedure",
        AgendaItemKind.Answer => "svar-paa-eskalering",
        AgendaItemKind.Escalation => "eskalering",
        AgendaItemKind.Deviation => "afvigelse",
        AgendaItemKind.Confirmation => "ordrebekraeftelse",
        AgendaItemKind.Closing => "afslutning",
        AgendaItemKind.Silence => "manglende-status",
        AgendaItemKind.Free => "andet",
        _ => "andet",
    };

    private static byte[] ReadSchema()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(SchemaName) ?? throw new InvalidOperationException($"{SchemaName} is not embedded in the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
