using System.Globalization;
using Initiatives.Year.Expected;

namespace Initiatives.Year.Cast;

/// <summary>
/// Writes a town's year: goes through its days in order with as much of a state as a secretary keeps in their head (who has been approved
/// where, which deviation is open, what has been escalated), and lets everyone do what they would. What is drawn, is drawn from a seed.
/// </summary>
internal sealed partial class Playwright
{
    private readonly Town _town;
    private readonly Citizen _secretary;
    private readonly Random _chance;
    private readonly PriorityQueue<Action, (DateTimeOffset, int)> _beats = new();
    private readonly List<Act> _acts = [];
    private readonly List<GivenStatus> _statuses = [];
    private readonly Dictionary<int, Case> _cases;
    private readonly Dictionary<int, DateOnly> _starts = [];
    private readonly Dictionary<string, DateTimeOffset> _minutes = [];
    private readonly Dictionary<string, DateTimeOffset> _approved = [];
    private readonly List<Meeting> _meetings;
    private readonly HashSet<(int Number, string Meeting)> _owed = [];
    private int _order;

    private Playwright(Town town, int seed)
    {
        (_town, _chance) = (town, new Random(seed));
        _secretary = town.People.Single(p => p.Secretariat);
        _cases = town.Works.ToDictionary(w => w.Number, w => new Case(w));
        _meetings = [.. town.Meetings().OrderBy(m => m.On)];
    }

    public static Script Write(Town town, int seed)
    {
        var writer = new Playwright(town, seed);
        writer.Plan();
        while (writer._beats.TryDequeue(out var beat, out _))
            beat();
        return new(town, [.. writer._acts.OrderBy(a => a.At)]) { Statuses = writer._statuses, Starts = writer._starts, MinutesSent = writer._minutes, MinutesApproved = writer._approved };
    }

    /// <summary>What is known from the start; the rest follows from it.</summary>
    private void Plan()
    {
        SetUp();
        foreach (var change in _town.Changes)
            Beat(change.At, () => Change(change));
        foreach (var work in _town.Works)
        {
            Beat(Almanac.At(work.Submitted[0], 10, work.Number), () => Submit(work));
            if (work.Paused is { } pause)
            {
                Do(Almanac.At(pause.From, 11), $"pause {work.Number}", $"{_town.Forums[_town.Managing]} sætter indsats {work.Number} på pause",
                    desk => desk.PutAsync(_secretary, $"initiatives/{work.Number}/pause", new { reason = "Afventer den nye sundhedsaftale" }));
                Do(Almanac.At(pause.To, 11), $"resume {work.Number}", $"Indsats {work.Number} genoptages", desk => desk.PutAsync(_secretary, $"initiatives/{work.Number}/resumption", new { }));
            }
        }
        foreach (var meeting in _meetings.Where(m => m.Cancelled is null))
        {
            Beat(Almanac.At(meeting.On, (meeting.Start ?? new TimeOnly(10, 0)).Hour, 45), () => Meet(meeting));
            if (meeting.Forum == _town.Managing)
                Beat(Almanac.Morning(Almanac.Of(meeting.FirstSet).Opens), () => Report(meeting));
        }
    }

    private void SetUp()
    {
        var at = Almanac.At(_town.Opens, 9);
        Do(at, "import", "Klyngen oprettes med handleplan, fora, kalender og personer", async desk =>
        {
            await desk.AsOperatorAsync(HttpMethod.Post, "/api/v1/clusters/import", Documents.Of(_town));
            foreach (var person in _town.People)
            {
                await desk.AsOperatorAsync(HttpMethod.Put, $"people/{person.Id}", new
                {
                    name = person.Name,
                    mail = person.Mail,
                    language = person.Language,
                    seats = person.Seats.Select(s => new { forum = s.Forum, role = s.Role }),
                    roles = person.Secretariat ? new[] { new { role = "secretariat" } } : [],
                });
            }
        });
        Do(at.AddMinutes(30), "rhythm", $"{_town.Forums[_town.Deciding]} får overblikket hver måned", desk => desk.PutAsync(_secretary, $"forums/{_town.Deciding}/rhythm", new
        {
            opensDaysBefore = 21, deadlineDaysBefore = 10, reminderWorkingDaysBefore = 3, packDaysBefore = 7, hour = 6, monthlyDashboard = true,
        }));
        foreach (var work in _town.Works)
        {
            Do(at.AddMinutes(60 + work.Number), $"own {work.Number}", $"Indsats {work.Number} får projektejer og projektleder",
                desk => desk.PutAsync(_secretary, $"initiatives/{work.Number}/ownership", new { organisation = work.Organisation, owner = work.Owner, projectLead = work.Lead }));
        }
    }

    private void Change(CalendarChange change)
    {
        var (name, what, send) = change switch
        {
            Moved m => ($"move {m.Meeting}", $"Sekretariatet flytter mødet {m.Meeting} til {Almanac.Weekday(m.To)}: »{m.Reason}«",
                (Func<Desk, Task>)(desk => desk.PutAsync(_secretary, $"meetings/{m.Meeting}/date", new { on = m.To, start = _meetings.First(x => x.Id == m.Meeting).Start, reason = m.Reason }))),
            Cancelled c => ($"cancel {c.Meeting}", $"Sekretariatet aflyser mødet {c.Meeting}: »{c.Reason}«",
                desk => desk.PutAsync(_secretary, $"meetings/{c.Meeting}/cancellation", new { reason = c.Reason, writtenStatusInstead = c.Written })),
            Called c => ($"call {c.Meeting}", $"Sekretariatet indkalder til ekstraordinært møde i {_town.Forums[c.Forum]} {Almanac.Weekday(c.On)}",
                desk => desk.PostAsync(_secretary, "meetings", new { forum = c.Forum, on = c.On, start = c.Start, extraordinary = true })),
            _ => throw new InvalidOperationException(change.ToString()),
        };
        Do(change.At, name, what, send);
    }

    private void Submit(Work work)
    {
        var revision = ++_cases[work.Number].Revision;
        _cases[work.Number].ApprovedBy.Clear();
        _cases[work.Number].Awaits = true;
        Do(Almanac.At(work.Submitted[revision - 1], 10, work.Number), $"confirm {work.Number}.{revision}", $"Ordrebekræftelse på indsats {work.Number} sendes ind (revision {revision})", desk =>
            desk.PutAsync(_town.Person(work.Lead), $"initiatives/{work.Number}/confirmations/{revision}", Documents.Terms(work, revision)));
    }

    private void Beat(DateTimeOffset at, Action beat) => _beats.Enqueue(beat, (at, _order++));

    private void Do(DateTimeOffset at, string name, string what, Func<Desk, Task> act) => _acts.Add(new(at, _town.Id, name, what, act));

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>What is known of one initiative.</summary>
    private sealed class Case(Work work)
    {
        public Work Work => work;

        public int Revision { get; set; }

        /// <summary>Its newest revision has been sent in and not been decided by all.</summary>
        public bool Awaits { get; set; }

        public List<string> ApprovedBy { get; } = [];

        public string? Light { get; set; }

        public int Statuses { get; set; }

        public int Deviations { get; set; }

        public bool DeviationOpen { get; set; }

        public bool TrackChosen { get; set; }

        public int Escalations { get; set; }

        public bool Escalated { get; set; }

        public bool Answered { get; set; }

        public int Remedies { get; set; }
    }
}
