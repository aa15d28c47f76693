using Initiatives.Domain;

namespace Initiatives.Reporting.Excel;

/// <summary>One sheet of figures: what stands in it, and of what kind each is.</summary>
/// <param name="Name">As on the sheet's tab; 31 letters at most.</param>
internal sealed record FigureSheet(string Name, IReadOnlyList<FigureColumn> Columns, IReadOnlyList<IReadOnlyList<Figure>> Rows);

/// <param name="Width">In letters.</param>
internal sealed record FigureColumn(string Heading, double Width);

/// <summary>What stands in one cell, as what it is: text is text, also when it looks like a formula, a date or a number.</summary>
internal abstract record Figure
{
    private Figure() { }

    public static Figure None { get; } = new Empty();

    public static Figure Of(string? text) => string.IsNullOrEmpty(text) ? None : new Words(text);

    public static Figure Of(decimal? number) => number is { } known ? new Number(known) : None;

    public static Figure Of(int? number) => number is { } known ? new Number(known) : None;

    public static Figure Of(DateOnly? day) => day is { } known ? new Day(known) : None;

    public static Figure Of(TrafficLight? light) => light is { } known ? new Light(Marks.Mark.Of(known)) : None;

    public static Figure Of(BoardState? state) => state is { } known ? new Light(Marks.Mark.Of(known)) : None;

    /// <summary>"ja", or nothing: what is rare stands out.</summary>
    public static Figure Yes(bool holds) => holds ? new Words("ja") : None;

    /// <param name="kroner">DKK.</param>
    public static Figure Money(decimal? kroner) => kroner is { } known ? new Kroner(known) : None;

    public sealed record Empty : Figure;

    public sealed record Words(string Text) : Figure;

    public sealed record Number(decimal Value) : Figure;

    public sealed record Kroner(decimal Value) : Figure;

    public sealed record Day(DateOnly On) : Figure;

    /// <summary>The word, on the light's ground: never colour alone.</summary>
    public sealed record Light(Marks.Mark Mark) : Figure;
}
