using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Initiatives.Reporting.Office;

/// <summary>
/// Title, subject, language and dates, as a part with a name of its own: the library would name it at random, and put the clock's
/// time in it.
/// </summary>
internal static class CoreProperties
{
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public static void Write(CoreFilePropertiesPart part, DocumentFacts facts)
    {
        var at = facts.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var properties = new XElement(
            Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core), new XAttribute(XNamespace.Xmlns + "dc", Dublin), new XAttribute(XNamespace.Xmlns + "dcterms", Terms), new XAttribute(XNamespace.Xmlns + "xsi", Instance),
            new XElement(Terms + "created", new XAttribute(Instance + "type", "dcterms:W3CDTF"), at),
            new XElement(Dublin + "creator", "Initiatives"),
            new XElement(Dublin + "identifier", InertText.Of(facts.Identifier)),
            new XElement(Dublin + "language", "da-DK"),
            new XElement(Terms + "modified", new XAttribute(Instance + "type", "dcterms:W3CDTF"), at),
            new XElement(Dublin + "subject", InertText.Of(facts.Subject)),
            new XElement(Dublin + "title", InertText.Of(facts.Title)));
        using var stream = part.GetStream(FileMode.Create);
        new XDocument(properties).Save(stream);
    }
}
