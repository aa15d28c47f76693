using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Agendas;

/// <summary>
/// One meeting's agenda as it reads: what awaits the forum, what people changed about it, and what the meeting made of each item,
/// wherever that was recorded. A pure function of the record; once the minutes are approved it reads as they do.
/// </summary>
/// <param name="TakenOff">Items that the meeting does not take up, and that can be put back.</param>
public sealed record AgendaSheet(Meeting Meeting, Forum Forum, Agenda State, IReadOnlyList<AgendaPoint> Points, IReadOnlyList<AgendaItem> TakenOff)
{
    /// <summary>The minutes as they would be approved now, or as they were.</summary>
    public IReadOnlyList<MinutesPoint> Minutes =>
        State.Minutes ?? [.. Points.Select(p => new MinutesPoint(p.Number, p.Item.Key, p.Item.Heading, p.Item.Recommendation, p.Minutes))];

    public AgendaPoint? Find(string item) => Points.FirstOrDefault(p => p.Item.Key == item);

    /// <param name="today">Local day.</param>
    /// <returns>Null when the meeting's forum is no longer one of the cluster's, or the meeting is cancelled.</returns>
    public static AgendaSheet? Of(ClusterRecord record, Meeting meeting, DateOnly today)
    {
        if (record.Cluster.Forum(meeting.Forum) is not { } forum || meeting.IsCancelled) return null;
        var day = today < meeting.On ? today : meeting.On;
        var state = record.Agendas.GetValueOrDefault(meeting.Id, Agenda.Untouched);
        var cases = MeetingCase.All(record, forum, meeting, day);
        var filling = new Filling(record, forum, meeting, day);
        var items = filling.Items(cases);
        var away = state.Away.ToDictionary(a => a.Item, a => a.To);
        var board = new Domain.Board(record.Calendar, record.Cluster);
        var points = Filling.Arranged(items.Where(i => !away.ContainsKey(i.Key)), state.Order)
            .Select((item, at) => Point(at + 1, item, state, cases.FirstOrDefault(c => c.About == item.Initiative), record, board, day))
            .ToList();
        return new(
            meeting, forum, state, state.Minutes is { } frozen ? [.. frozen.Select(p => AgendaPoint.Frozen(p, points))] : points,
            [.. items.Where(i => away.TryGetValue(i.Key, out var to) && to is null)]);
    }

    private static AgendaPoint Point(int number, AgendaItem item, Agenda state, MeetingCase? about, ClusterRecord record, Domain.Board board, DateOnly day)
    {
        var reworded = state.Reworded.FirstOrDefault(r => r.Item == item.Key)?.Text;
        var outcomes = PointOutcome.Of(item, state.Outcomes, about, record);
        var written = state.Written.FirstOrDefault(w => w.Item == item.Key)?.Text;
        return new(
            number,
            reworded is null ? item : item with { Recommendation = reworded },
            reworded is not null,
            about is null ? null : board.At(about.Latest.Card.Track, day).State,
            outcomes,
            written ?? string.Join('\n', outcomes.Select(o => o.Words)),
            written is not null);
    }
}

/// <summary>One item in its place.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Light">Of the initiative it is about, on the meeting's day or now; null when it is about none.</param>
/// <param name="Minutes">As written, or as drafted from the outcomes; empty when there is nothing yet.</param>
public sealed record AgendaPoint(int Number, AgendaItem Item, bool IsReworded, BoardState? Light, IReadOnlyList<PointOutcome> Outcomes, string Minutes, bool IsWritten)
{
    internal static AgendaPoint Frozen(MinutesPoint approved, List<AgendaPoint> points)
    {
        var known = points.Find(p => p.Item.Key == approved.Item) ?? new(0, new(approved.Item, AgendaItemKind.Free, "", ""), false, null, [], "", true);
        return known with
        {
            Number = approved.Number,
            Item = known.Item with { Heading = approved.Heading, Recommendation = approved.Recommendation },
            Minutes = approved.Text,
            IsWritten = true,
        };
    }
}
