using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Agendas;

/// <summary>
/// The yearly wheel's points on one meeting's agenda: those that fall on it by the calendar, and those whose meeting was cancelled after
/// somebody had moved them there. A turn stands at one meeting; what was moved stands there because it was received.
/// </summary>
internal sealed class Turning(ClusterRecord record, Meeting meeting)
{
    private readonly List<(Meeting Meeting, Agenda Agenda)> _agendas =
        [.. record.Agendas.Select(a => (Meeting: record.Calendar.Find(a.Key), Agenda: a.Value)).Where(a => a.Meeting?.Forum == meeting.Forum).Select(a => (a.Meeting!, a.Agenda))];

    public IEnumerable<AgendaItem> Items() =>
        from point in record.Cluster.Wheel
        where point.Forum == meeting.Forum
        // Last year's too: a December without a meeting passes its turn on.
        from turn in Wheel.Turns(point, record.Calendar, meeting.On.Year - 1, meeting.On.Year)
        where HomeOf(turn)?.Id == meeting.Id && !IsTakenUpElsewhere(turn.Key)
        select new AgendaItem(turn.Key, AgendaItemKind.Wheel, point.Title, point.Recommendation, Background: point.Note);

    private Meeting? HomeOf(WheelTurn turn) =>
        _agendas.Where(a => a.Agenda.Added.Any(i => i.Key == turn.Key)).Select(a => a.Meeting).MaxBy(m => m.On) is not { } received ? turn.Meeting
        : received.IsCancelled ? record.Calendar.Next(received.Forum, received.On)
        : received;

    private bool IsTakenUpElsewhere(string key) => _agendas.Exists(a => a.Meeting.Id != meeting.Id && IsTakenUp(a.Agenda, key));

    private static bool IsTakenUp(Agenda agenda, string key) =>
        agenda.Outcomes.LastOrDefault(o => o.Item.Key == key) is { } last ? last.Outcome is not AgendaOutcome.Postponed : agenda.Minutes?.Any(p => p.Item == key) == true;
}
