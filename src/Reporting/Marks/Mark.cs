using Initiatives.Domain;

namespace Initiatives.Reporting.Marks;

/// <summary>
/// How a state is shown: never colour alone, but colour, shape and word, so that it survives a grey print and is heard.
/// </summary>
/// <param name="Word">The full word: "Mangler status".</param>
/// <param name="Short">What fits in a cell of the matrix: "Mangler".</param>
/// <param name="Shape">Id of the symbol in <c>MarkSymbols</c>; also its style class and its pattern's name.</param>
/// <param name="Glyph">The shape as a letter, where no drawing can stand (a mail's subject, plain text).</param>
public sealed record Mark(string Word, string Short, string Shape, string Glyph)
{
    /// <summary>The mark of a state on the board.</summary>
    public static Mark Of(BoardState state) => state switch
    {
        BoardState.Green => Green,
        BoardState.Yellow => Yellow,
        BoardState.Red => Red,
        BoardState.Missing => Missing,
        BoardState.NotStarted => NotStarted,
        BoardState.AwaitingApproval => AwaitingApproval,
        BoardState.Paused => Paused,
        BoardState.Closed => Closed,
        BoardState.Withdrawn => Withdrawn,
        BoardState.CarriedOver => CarriedOver,
        _ => throw new InvalidOperationException($"{state} has no mark."),
    };

    /// <summary>The mark of a light.</summary>
    public static Mark Of(TrafficLight light) => light switch
    {
        TrafficLight.Green => Green,
        TrafficLight.Yellow => Yellow,
        TrafficLight.Red => Red,
        _ => throw new InvalidOperationException($"{light} has no mark."),
    };

    /// <summary>The mark with a shape's name; null when there is none.</summary>
    public static Mark? Shaped(string shape) => All.FirstOrDefault(m => m.Shape == shape);

    private static readonly Mark Green = new("Grøn", "Grøn", "green", "●");
    private static readonly Mark Yellow = new("Gul", "Gul", "yellow", "▲");
    private static readonly Mark Red = new("Rød", "Rød", "red", "■");
    private static readonly Mark Missing = new("Mangler status", "Mangler", "missing", "○");
    private static readonly Mark NotStarted = new("Ikke startet", "Ej startet", "not-started", "–");
    private static readonly Mark AwaitingApproval = new("Afventer godkendelse", "Afventer", "awaiting", "◇");
    private static readonly Mark Paused = new("Pauset", "Pauset", "paused", "‖");
    private static readonly Mark Closed = new("Afsluttet", "Afsluttet", "closed", "✓");
    private static readonly Mark Withdrawn = new("Udgået", "Udgået", "withdrawn", "×");
    private static readonly Mark CarriedOver = new("Ført videre", "Ført videre", "carried-over", "→");

    private static readonly Mark[] All = [Green, Yellow, Red, Missing, NotStarted, AwaitingApproval, Paused, Closed, Withdrawn, CarriedOver];
}
