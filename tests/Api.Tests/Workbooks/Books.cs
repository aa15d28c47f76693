using System.IO.Compression;
using System.Security;
using System.Text;

namespace Initiatives.Api.Tests.Workbooks;

/// <summary>Workbooks as a stranger may make them: the parts of the package are written as text, so that any of them can be wrong.</summary>
internal static class Books
{
    private const string Types = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
        """;

    private const string Relations = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """;

    private const string Workbook = """
        <?xml version="1.0" encoding="UTF-8"?>
        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>
        """;

    private const string WorkbookRelations = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
        """;

    /// <summary>A sheet of texts. A cell that begins with "=" is written as a formula with a value kept beside it.</summary>
    public static byte[] Of(params IEnumerable<string[]> rows) => OfXml(Sheet(rows));

    /// <param name="sheet">The sheet's part, whole.</param>
    public static byte[] OfXml(string sheet, Action<ZipArchive>? and = null)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in new[] { ("[Content_Types].xml", Types), ("_rels/.rels", Relations), ("xl/workbook.xml", Workbook), ("xl/_rels/workbook.xml.rels", WorkbookRelations), ("xl/worksheets/sheet1.xml", sheet) })
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
            and?.Invoke(zip);
        }
        return file.ToArray();
    }

    public static string Sheet(IEnumerable<string[]> rows, string before = "")
    {
        var xml = new StringBuilder($"""<?xml version="1.0" encoding="UTF-8"?>{before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
        var number = 0;
        foreach (var row in rows)
        {
            number++;
            xml.Append(FormattableString.Invariant($"<row r=\"{number}\">"));
            for (var at = 0; at < row.Length; at++)
            {
                var address = FormattableString.Invariant($"{(char)('A' + at)}{number}");
                xml.Append(row[at] switch
                {
                    "" => "",
                    ['=', .. var formula] => $"<c r=\"{address}\"><f>{SecurityElement.Escape(formula)}</f><v>1</v></c>",
                    ['&', ..] => $"<c r=\"{address}\" t=\"inlineStr\"><is><t>{row[at]}</t></is></c>",
                    _ => $"<c r=\"{address}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(row[at])}</t></is></c>",
                });
            }
            xml.Append("</row>");
        }
        return xml.Append("</sheetData></worksheet>").ToString();
    }

    /// <summary>Two hundred megabytes of blanks beside the sheet, packed into a fifth of one.</summary>
    public static byte[] Bomb() => OfXml(Sheet([["Nummer"]]), zip =>
    {
        using var part = zip.CreateEntry("xl/media/blanks.bin", CompressionLevel.SmallestSize).Open();
        var blanks = new byte[1024 * 1024];
        for (var i = 0; i < 200; i++) part.Write(blanks);
    });
}
