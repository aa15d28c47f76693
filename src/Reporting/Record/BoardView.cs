using Initiatives.Domain;

namespace Initiatives.Reporting.Record;

/// <summary>
/// The board on a day: every initiative with its state now and its cell at each of the last meetings. The one view that
/// the page, the API, the packs and the mails show.
/// </summary>
/// <param name="Columns">Meetings with a column, oldest first; the last may still be ahead.</param>
/// <param name="Rows">By number.</param>
public sealed record BoardView(DateOnly Day, IReadOnlyList<Meeting> Columns, IReadOnlyList<BoardRow> Rows)
{
    /// <param name="columns">How many meetings back the matrix goes.</param>
    public static BoardView Of(Cluster cluster, Calendar calendar, IEnumerable<InitiativeCard> cards, DateOnly day, int columns = 8)
    {
        var board = new Board(calendar, cluster);
        var meetings = board.Columns(day).TakeLast(columns).ToList();
        return new BoardView(
            day,
            meetings,
            [.. cards.OrderBy(c => c.Number).Select(c => new BoardRow(c, board.At(c.Track, day), [.. meetings.Select(m => board.Cell(c.Track, m, day))]))]);
    }

    /// <summary>How many initiatives are in each state now; a state that none is in is absent.</summary>
    public IReadOnlyDictionary<BoardState, int> Counts => Rows.GroupBy(r => r.Now.State).ToDictionary(g => g.Key, g => g.Count());

    /// <summary>The last meeting that has been held; null before the first.</summary>
    public Meeting? LastHeld => Columns.LastOrDefault(m => m.On < Day);

    /// <summary>"Siden sidst": whose state is another than the last meeting saw, worst now first.</summary>
    public IEnumerable<(BoardRow Row, BoardCell Then)> Changes()
    {
        if (LastHeld is not { } last)
            return [];
        var at = Columns.ToList().IndexOf(last);
        return Rows
            .Where(r => r.Cells[at].State != r.Now.State)
            .OrderBy(r => Severity(r.Now.State))
            .ThenBy(r => r.Card.Number)
            .Select(r => (r, r.Cells[at]));
    }

    /// <summary>Order of attention: red, missing, yellow, awaiting approval, then the rest.</summary>
    public static int Severity(BoardState state) => state switch
    {
        BoardState.Red => 0,
        BoardState.Missing => 1,
        BoardState.Yellow => 2,
        BoardState.AwaitingApproval => 3,
        BoardState.Green => 4,
        BoardState.NotStarted => 5,
        BoardState.Paused => 6,
        _ => 7,
    };
}

/// <param name="Now">The state on the board's day.</param>
/// <param name="Cells">One per column.</param>
public sealed record BoardRow(InitiativeCard Card, BoardCell Now, IReadOnlyList<BoardCell> Cells);
