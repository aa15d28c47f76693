using Initiatives.Api.Features.Shell;
using Initiatives.Domain;
using Initiatives.Reporting;
using Initiatives.Reporting.Charts;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Overview;

/// <summary>What Overblik shows: the board, and what a reader should do next.</summary>
/// <param name="AsOf">The day asked for with <c>?pr=</c>; null for today.</param>
/// <param name="Areas">Focus area names by id, in the plan's order.</param>
public sealed record OverviewView(
    Frame Frame,
    string PlanTitle,
    DateOnly? AsOf,
    BoardView Board,
    Filter Filter,
    NextRound? Next,
    IReadOnlyDictionary<string, string> Areas,
    IReadOnlyDictionary<string, string> Names)
{
    /// <summary>An earlier plan is looked back at.</summary>
    public bool IsEarlier { get; init; }

    /// <summary>As what each that was carried over goes on in which plan, by number.</summary>
    public IReadOnlyDictionary<int, string> Into { get; init; } = new Dictionary<int, string>();

    // As many as a laptop shows beside the names; the replay reaches the older ones.
    private const int MeetingsShown = 6;

    /// <summary>The rows that the filter lets through, by number.</summary>
    public IEnumerable<BoardRow> Shown => Board.Rows.Where(r =>
        (Filter.Light is null || r.Now.State == Filter.Light)
        && (Filter.Area is null || r.Card.FocusArea == Filter.Area)
        && (Filter.Owner is null || r.Card.OwnerOrganisation == Filter.Owner));

    /// <summary>The columns of the chart: the same cells as the matrix, and now.</summary>
    public IReadOnlyList<LightsAtMeeting> LightsOverTime =>
    [
        .. Board.Columns.Select((m, at) => LightsAtMeeting.Count(Frame.Texts.Say.DayAndMonth(m.On), Board.Rows.Select(r => r.Cells[at].State))),
    ];

    public string NameOf(string? id) => id is not null && Names.TryGetValue(id, out var name) ? name : Frame.Texts.Say.NotStated;

    /// <summary>The view of one cluster's board on a day.</summary>
    public static OverviewView Of(Frame frame, Standing standing, DateOnly today, DateOnly? asOf, Filter filter)
    {
        var day = asOf ?? today;
        var board = BoardView.Of(standing.Cluster, standing.Calendar, standing.Cards, day, MeetingsShown);
        return new OverviewView(
            frame,
            standing.Plan?.Title ?? "",
            asOf,
            board,
            filter,
            standing.IsEarlier ? null : NextRound.Of(standing.Cluster, standing.Calendar, board),
            standing.Plan?.FocusAreas.ToDictionary(a => a.Id, a => a.Name) ?? [],
            standing.Cluster.Organisations.ToDictionary(o => o.Id, o => o.Name))
        {
            IsEarlier = standing.IsEarlier,
            Into = board.Rows.Where(r => r.Now.Into is not null).ToDictionary(r => r.Card.Number, r => standing.Into(r.Now, frame.Texts.Language)!),
        };
    }
}

/// <summary>What the reader narrowed the board to.</summary>
public sealed record Filter(BoardState? Light, string? Area, string? Owner);

/// <summary>The meeting that the work is now turned towards.</summary>
/// <param name="Owing">How many owe a status in its round.</param>
/// <param name="Answered">How many of them have given one.</param>
public sealed record NextRound(string Forum, Round Round, bool IsOpen, int Owing, int Answered)
{
    /// <summary>When its pack is made: on its day, or as soon as the meeting was set where that was later.</summary>
    public DateOnly PackOn => Round.Meeting.SetOn is { } set && set > Round.PackDay ? set : Round.PackDay;

    public static NextRound? Of(Cluster cluster, Calendar calendar, BoardView board)
    {
        if (cluster.ManagingForum is not { } forum || calendar.Next(forum.Id, board.Day) is not { } meeting)
            return null;
        var round = Round.Of(meeting, forum.Rhythm);
        var owing = board.Rows.Where(r => Domain.Board.Owes(r.Card.Track, round)).ToList();
        var open = round.IsOpen(board.Day);
        return new NextRound(forum.Name, round, open, owing.Count, owing.Count(r => !r.Now.Open && r.Now.State != BoardState.Missing));
    }
}
