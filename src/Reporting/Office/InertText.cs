using System.Text;
using System.Xml;

namespace Initiatives.Reporting.Office;

/// <summary>Text as Office's XML can hold it.</summary>
internal static class InertText
{
    /// <summary>What a cell of Excel holds at most.</summary>
    public const int CellLength = 32_767;

    private const string Cut = " … (forkortet; hele teksten står i rapporten)";

    /// <summary>Without what XML 1.0 has no way to write: control characters and halves of pairs.</summary>
    public static string Of(string text)
    {
        if (IsClean(text))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
        }
        return clean.ToString();
    }

    /// <summary>The same, cut where Excel would call the workbook broken; it says so.</summary>
    public static string OfCell(string text)
    {
        var clean = Of(text);
        if (clean.Length <= CellLength)
            return clean;
        var end = CellLength - Cut.Length;
        return string.Concat(clean.AsSpan(0, char.IsHighSurrogate(clean[end - 1]) ? end - 1 : end), Cut);
    }

    private static bool IsClean(string text)
    {
        foreach (var c in text)
        {
            if (!XmlConvert.IsXmlChar(c))
                return false;
        }
        return true;
    }
}
