using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Initiatives.Domain;

namespace Initiatives.Api.Workbooks;

/// <summary>
/// Reads the first sheet of an .xlsx, a row at a time. A stranger's file is a zip of XML: it is unpacked and counted, and its XML
/// read without entities, before the library that knows what it means sees it. A formula is an error, never a value.
/// </summary>
internal static class WorkbookReader
{
    public static Workbook Read(byte[] file, IReadOnlyList<Column> columns)
    {
        if (file.Length == 0) return Workbook.Refused(WorkbookFaults.Missing());
        if (file.Length > WorkbookLimits.File) return Workbook.Refused(WorkbookFaults.TooLarge());
        try
        {
            if (Inspect(file) is { } refused) return Workbook.Refused(refused);
            using var document = SpreadsheetDocument.Open(new MemoryStream(file, writable: false), isEditable: false, new OpenSettings { AutoSave = false, MaxCharactersInPart = WorkbookLimits.Unpacked });
            return FirstSheet(document) is { } sheet ? new Sheet(columns, SharedTexts(document)).Read(sheet) : Workbook.Refused(WorkbookFaults.Unreadable());
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or OpenXmlPackageException or FileFormatException or FormatException or ArgumentException or KeyNotFoundException or InvalidOperationException or NotSupportedException)
        {
            // Whatever the zip, the XML or the package breaks of its own rules: it is no workbook, and there is nothing to add to that.
            return Workbook.Refused(WorkbookFaults.Unreadable());
        }
    }

    /// <summary>Unpacks every part once, counting, and reads all XML as XML that may declare nothing.</summary>
    private static Refusal? Inspect(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count > WorkbookLimits.Parts) return WorkbookFaults.TooLarge();
        var left = WorkbookLimits.Unpacked;
        var buffer = new byte[81920];
        foreach (var part in zip.Entries)
        {
            // What the zip's own list says of sizes may be a lie; what comes out of it is counted.
            using (var content = part.Open())
            {
                for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
                {
                    if ((left -= read) < 0) return WorkbookFaults.TooLarge();
                }
            }
            if (!part.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !part.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)) continue;
            using var xml = XmlReader.Create(part.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });
            while (xml.Read())
            {
                // Read to its end: that it can be is what is asked.
            }
        }
        return null;
    }

    private static WorksheetPart? FirstSheet(SpreadsheetDocument document) =>
        document.WorkbookPart?.Workbook?.Sheets?.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().FirstOrDefault()?.Id?.Value is { } id
            ? document.WorkbookPart.GetPartById(id) as WorksheetPart
            : null;

    private static List<string> SharedTexts(SpreadsheetDocument document)
    {
        var texts = new List<string>();
        if (document.WorkbookPart?.SharedStringTablePart is not { } part) return texts;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement) texts.Add(TextOf((SharedStringItem)reader.LoadCurrentElement()!));
        }
        return texts;
    }

    // Phonetic readings stand beside the text and are no part of it.
    private static string TextOf(OpenXmlElement item) => string.Concat(item.Descendants<Text>().Where(t => t.Parent is not PhoneticRun).Select(t => t.Text));

    /// <summary>One sheet on its way from cells to rows.</summary>
    private sealed class Sheet(IReadOnlyList<Column> columns, List<string> shared)
    {
        private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
        private readonly List<WorkbookRow> _rows = [];
        private readonly List<Refusal> _faults = [];
        private Dictionary<string, string> _letters = [];
        private bool _headed;

        public Workbook Read(WorksheetPart part)
        {
            using var reader = OpenXmlReader.Create(part);
            var number = 0;
            while (reader.Read())
            {
                if (reader.ElementType != typeof(Row) || !reader.IsStartElement) continue;
                var row = (Row)reader.LoadCurrentElement()!;
                number = row.RowIndex?.Value is { } told ? (int)told : number + 1;
                if (!_headed) TakeHeadings(row, number);
                else if (TakeRow(row, number) is { } found)
                {
                    if (_rows.Count == WorkbookLimits.Rows) return Workbook.Refused(WorkbookFaults.TooManyRows());
                    _rows.Add(found);
                }
                if (_faults.Count >= WorkbookLimits.Told || (_headed && _keys.Count == 0)) break;
            }
            if (_faults.Count == 0 && _rows.Count == 0) _faults.Add(WorkbookFaults.Empty());
            return new Workbook(_rows, _faults);
        }

        private void TakeHeadings(Row row, int number)
        {
            _headed = true;
            foreach (var (letters, cell) in CellsOf(row))
            {
                if (TextOf(cell, $"{letters}{number}") is not { Length: > 0 } heading) continue;
                if (_keys.Count >= WorkbookLimits.Columns || columns.FirstOrDefault(c => c.IsHeadedBy(heading)) is not { } column)
                    _faults.Add(WorkbookFaults.ColumnUnknown($"{letters}{number}", heading.Length > 100 ? heading[..100] : heading));
                else if (_keys.ContainsValue(column.Key)) _faults.Add(WorkbookFaults.ColumnTwice($"{letters}{number}", heading));
                else _keys[letters] = column.Key;
            }
            foreach (var column in columns.Where(c => c.Required && !_keys.ContainsValue(c.Key))) _faults.Add(WorkbookFaults.ColumnMissing(column));
            _letters = _keys.ToDictionary(k => k.Value, k => k.Key, StringComparer.Ordinal);
        }

        private WorkbookRow? TakeRow(Row row, int number)
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (letters, cell) in CellsOf(row))
            {
                if (_keys.TryGetValue(letters, out var key) && TextOf(cell, $"{letters}{number}") is { Length: > 0 } text) cells[key] = text;
            }
            return cells.Count == 0 ? null : new WorkbookRow(number, cells, _letters);
        }

        /// <summary>The cells with the letters of their columns; a cell that does not say where it is follows the one before it.</summary>
        private static IEnumerable<(string Letters, Cell Cell)> CellsOf(Row row)
        {
            var at = 0;
            foreach (var cell in row.Elements<Cell>())
            {
                var letters = cell.CellReference?.Value is { } told ? string.Concat(told.TakeWhile(char.IsAsciiLetterUpper)) : LettersOf(at + 1);
                at = letters.Aggregate(0, (n, letter) => (n * 26) + letter - 'A' + 1);
                yield return (letters, cell);
            }
        }

        private static string LettersOf(int column)
        {
            var letters = "";
            for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + ((column - 1) % 26)) + letters;
            return letters;
        }

        private string TextOf(Cell cell, string address)
        {
            if (cell.CellFormula is not null)
            {
                _faults.Add(WorkbookFaults.Formula(address));
                return "";
            }
            var type = cell.DataType?.Value;
            if (type == CellValues.Error)
            {
                _faults.Add(WorkbookFaults.CellInError(address));
                return "";
            }
            var text = type == CellValues.InlineString && cell.InlineString is { } inline ? WorkbookReader.TextOf(inline)
                : type == CellValues.SharedString && int.TryParse(cell.CellValue?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at]
                : cell.CellValue?.Text ?? "";
            // Excel hands out line ends as \r\n and as _x000D_, and people paste tabs: the text is what is read, not how it was kept.
            return text.Replace("_x000D_", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Trim();
        }
    }
}
