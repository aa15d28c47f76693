using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Initiatives.Reporting.Word;

/// <summary>Real lists: one shape for points and one for numbers, and each numbered list begins again at one.</summary>
internal sealed class WordLists
{
    private const int Points = 1;
    private const int Numbers = 2;

    /// <summary>Twentieths of a point that each level stands further in.</summary>
    public const int Step = 340;

    private const int Levels = 4;

    private readonly List<NumberingInstance> _lists = [new(new AbstractNumId { Val = Points }) { NumberID = 1 }];

    /// <summary>The id that the items of a new list carry.</summary>
    public int Begin(bool numbered)
    {
        if (!numbered)
            return 1;
        var id = _lists.Count + 1;
        var list = new NumberingInstance(new AbstractNumId { Val = Numbers }) { NumberID = id };
        list.Append(new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 });
        _lists.Add(list);
        return id;
    }

    /// <summary>Every list that was begun, as the document's numbering part wants them.</summary>
    public Numbering All()
    {
        var all = new Numbering(Shape(Points, NumberFormatValues.Bullet, static _ => "•"), Shape(Numbers, NumberFormatValues.Decimal, static level => FormattableString.Invariant($"%{level + 1}.")));
        all.Append(_lists);
        return all;
    }

    private static AbstractNum Shape(int id, NumberFormatValues format, Func<int, string> text) => new(
    [
        new MultiLevelType { Val = MultiLevelValues.HybridMultilevel },
        .. Enumerable.Range(0, Levels).Select(level => (OpenXmlElement)new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = format },
            new LevelText { Val = text(level) },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = FormattableString.Invariant($"{Step * (level + 1)}"), Hanging = FormattableString.Invariant($"{Step}") }))
        { LevelIndex = level }),
    ])
    { AbstractNumberId = id };

    /// <summary>How deep a list can stand.</summary>
    public static int Deepest => Levels - 1;
}
