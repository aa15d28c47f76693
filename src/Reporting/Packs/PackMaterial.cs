using Initiatives.Domain;
using Initiatives.Reporting.Charts;
using Initiatives.Reporting.Record;
using Confirmation = Initiatives.Reporting.Record.Confirmation;

namespace Initiatives.Reporting.Packs;

/// <summary>
/// What every pack reads from the record: the board on the pack's day, and names. Organisations and forums are named,
/// people never: an edition is frozen for good, and a person can ask to be forgotten. Over 200 lines, because a number that two packs show
/// must be worked out once.
/// </summary>
internal sealed class PackMaterial
{
    /// <summary>Meetings in the matrix: as many as an A4 page holds beside the titles.</summary>
    private const int MatrixMeetings = 5;

    /// <summary>Meetings in the chart: about two years of them.</summary>
    private const int ChartMeetings = 12;

    private readonly BoardView _board;
    private readonly Dictionary<(string Plan, int Number), InitiativeRecord> _initiatives;
    private readonly IReadOnlyList<(Meeting Meeting, int Column)> _held;

    public PackMaterial(ClusterRecord record, PackOccasion occasion)
    {
        Record = record;
        Occasion = occasion;
        Day = LocalInstant.Day(occasion.At, record.Cluster.TimeZone);
        _initiatives = record.Initiatives.ToDictionary(i => (i.Card.Plan, i.Card.Number));
        _board = BoardView.Of(record.Cluster, record.Calendar, record.Initiatives.Select(i => i.Card).Where(c => c.Plan == record.Plan?.Plan.Id), Day, ChartMeetings + 1);
        _held = [.. _board.Columns.Select((meeting, column) => (meeting, column)).Where(c => c.meeting.On < Day).TakeLast(ChartMeetings)];
    }

    public ClusterRecord Record { get; }

    public PackOccasion Occasion { get; }

    /// <summary>The pack's day in the cluster's time zone.</summary>
    public DateOnly Day { get; }

    public Cluster Cluster => Record.Cluster;

    public Forum? Managing => Cluster.ManagingForum;

    /// <summary>How many rounds running an initiative has given no status.</summary>
    public int Missed(BoardRow row) => new Board(Record.Calendar, Cluster).MissedRunning(row.Card.Track, Day);

    /// <summary>The managing forum's, whose meetings the matrix has columns for.</summary>
    public Meeting? LastHeld => _board.LastHeld;

    /// <summary>When the forum that reads last met before the meeting it reads for, which its "siden sidst" counts from; null before its first.</summary>
    public DateOnly? LastMet =>
        Record.Calendar.Previous(Occasion.Forum, Occasion.Meeting is { } id && Record.Calendar.Find(id) is { } meeting && meeting.On < Day ? meeting.On : Day)?.On;

    /// <summary>What the board showed when a day ended; null where it was not ordered yet.</summary>
    public BoardState? StateOn(BoardRow row, DateOnly day) =>
        row.Card.Track.Phases is [var ordered, ..] && ordered.On <= day ? new Board(Record.Calendar, Cluster).At(row.Card.Track, day).State : null;

    public IReadOnlyList<BoardRow> Rows => _board.Rows;

    public IEnumerable<(BoardRow Row, BoardCell Then)> Changes => _board.Changes();

    public InitiativeRecord Initiative(BoardRow row) => _initiatives[(row.Card.Plan, row.Card.Number)];

    /// <summary>The status that the board's light comes from, corrections followed; null when none was posted.</summary>
    public Status? Speaking(BoardRow row) => Initiative(row).Statuses.LastOrDefault(s => s.Number == row.Now.Status);

    public PackHead Head(string kind)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Cluster.TimeZone);
        var occasion = Occasion.Meeting is { } id && Record.Calendar.Find(id) is { } meeting
            ? meeting.IsCancelled ? $"I stedet for mødet {Danish.LongDate(meeting.On)}" : $"Møde {Danish.LongDate(meeting.On, meeting.Start)}"
            : $"Månedsoverblik {Danish.Month(Occasion.Month ?? Day)}";
        return new(
            kind, Cluster.Name, Name(Occasion.Forum), occasion, Occasion.Edition, Occasion.Why, Danish.Moment(Occasion.At, zone), Cluster.ExampleData, Record.Position, Occasion.Fingerprint);
    }

    /// <summary>A plan's title; its id when the record does not know it.</summary>
    public string PlanTitle(string id) => Record.Plans.FirstOrDefault(p => p.Plan.Id == id)?.Plan.Title ?? id;

    /// <summary>A fact as a sentence, in Danish, with the plans by their titles.</summary>
    public string Tell(InitiativeRecord initiative, InitiativeEvent fact) => fact is InitiativeCarriedOver e
        ? FormattableString.Invariant($"{Name(e.Forum)} førte indsatsen videre som indsats {e.Number} i {PlanTitle(e.Plan)}")
        : Story.Tell(fact, id => Part(initiative, id), "da");

    /// <summary>An organisation's or forum's name.</summary>
    public string Name(string id) =>
        Cluster.Forum(id)?.Name ?? Cluster.Organisations.FirstOrDefault(o => o.Id == id)?.Name ?? "en part uden for klyngen";

    /// <summary>Who a task lies with: an organisation by name, a person by the part they play.</summary>
    public string Part(InitiativeRecord initiative, string id) =>
        Cluster.Forum(id) is not null || Cluster.HasOrganisation(id) ? Name(id)
        : id == initiative.Card.ProjectLead ? "projektlederen"
        : id == initiative.Card.Owner ? "projektejeren"
        : initiative.WorkingGroup.FirstOrDefault(m => m.Person == id) is { } member ? $"arbejdsgruppen, {Name(member.Organisation)}"
        : "en navngiven person";

    /// <summary>"Aalborg Kommune", or that nobody owns it yet.</summary>
    public string Owner(InitiativeRecord initiative) =>
        initiative.Card.OwnerOrganisation is { } owner ? Name(owner) : "ingen ejer endnu";

    /// <summary>Whose words a status is, and from when: "Projektejer, Aalborg Kommune, 20. okt. 2023".</summary>
    public string Voice(InitiativeRecord initiative, Status status)
    {
        var posted = status.Reconfirms is { } first ? initiative.Statuses.First(s => s.Number == first) : status;
        var part = posted.Stamp.OnBehalfOf is not null ? "registreret på ejerens vegne"
            : posted.Stamp.Imported ? "overført fra tidligere opgørelse"
            : posted.Stamp.Actor == initiative.Card.ProjectLead ? "projektleder" : "projektejer";
        return $"{Owner(initiative)}, {part}, {Danish.Date(posted.On)}"
            + (status.Reconfirms is null ? "" : $"; meldt uændret {Danish.Date(status.On)}")
            + (status.Corrects is null ? "" : "; rettelse af tidligere status")
            + (posted.Late ? "; efter frist" : "");
    }

    /// <summary>Whose words a fact holds, and from when: the forum that it names, otherwise the part that whoever told it plays in the initiative.</summary>
    /// <param name="forum">Id; null where the fact names none.</param>
    public string By(InitiativeRecord initiative, Stamp stamp, string? forum = null) =>
        $"{(forum is not null ? Name(forum) : stamp.OnBehalfOf is { } other ? Danish.Capital(Part(initiative, other)) : stamp.Imported ? "Overført fra tidligere opgørelse" : Danish.Capital(Part(initiative, stamp.Actor)))}, {Danish.Date(stamp.On)}";

    /// <summary>What was ordered, in the words of the forum that places orders; null before it was.</summary>
    public Voiced? Order(InitiativeRecord initiative) =>
        initiative.Order is { } order ? new(order.Fact.Order, By(initiative, order.Stamp, Cluster.Forums.FirstOrDefault(f => f.Has(ForumDuty.PlaceOrders))?.Id)) : null;

    /// <summary>The stance on patient involvement: "Ikke relevant: rent administrativt".</summary>
    public static string Involvement(PatientInvolvement? stance) =>
        stance is null ? Danish.NotStated : (stance.Relevant ? "Relevant" : "Ikke relevant") + (stance.Text is { Length: > 0 } how ? $": {how}" : "");

    /// <summary>
    /// What the board showed from each day on, only where it changed: a status, a change of phase, or a due day that passed. The
    /// board itself is asked, so that no picture shows another colour than it.
    /// </summary>
    public IReadOnlyList<LightOnDay> Track(BoardRow row)
    {
        var board = new Board(Record.Calendar, Cluster);
        var track = row.Card.Track;
        var days = track.Lights.Select(l => l.On)
            .Concat(track.Phases.Select(p => p.On))
            .Concat(Round.All(Record.Calendar, Cluster).Where(r => !r.ShortNotice).Select(r => r.Due.AddDays(1)))
            .Where(day => day <= Day && track.Phases is [var ordered, ..] && day >= ordered.On)
            .Distinct().Order();
        var points = new List<LightOnDay>();
        foreach (var day in days)
        {
            var state = board.At(track, day).State;
            if (points.Count == 0 || points[^1].State != state)
                points.Add(new(day, state));
        }
        return points;
    }

    /// <summary>How many of the managing forum's meetings have been held from a day up to now.</summary>
    public int MeetingsSince(DateOnly day) =>
        Managing is { } forum ? Record.Calendar.Held(forum.Id).Count(m => m.On >= day && m.On < Day) : 0;

    /// <summary>"siden 30. aug. 2023 (2 møder)".</summary>
    public string Since(DateOnly day) =>
        $"siden {Danish.Date(day)} ({(MeetingsSince(day) is var held and > 0 ? Danish.Count(held, "møde", "møder") : "efter sidste møde")})";

    /// <summary>Initiatives by meetings, newest right, and last now.</summary>
    public LightMatrix Matrix()
    {
        var meetings = _held.TakeLast(MatrixMeetings).ToList();
        return new(
            [.. meetings.Select(m => Danish.ShortDate(m.Meeting.On)), "Nu"],
            [.. Rows.Select(r => new LightMatrixRow(r.Card.Number, r.Card.Title, r.Card.Attention is not null, [.. meetings.Select(m => StateAt(r, m)), r.Now.State]))]);
    }

    /// <summary>How many in each state at each meeting, oldest first, and last now.</summary>
    public IReadOnlyList<LightsAtMeeting> Lights() =>
    [
        .. _held.Select(m => LightsAtMeeting.Count(Danish.ShortDate(m.Meeting.On), Rows.Select(r => StateAt(r, m)).OfType<BoardState>())),
        LightsAtMeeting.Count("Nu", Rows.Select(r => r.Now.State)),
    ];

    /// <summary>End and cost: first approved, in force, expected; null before any terms took force.</summary>
    public static TermsComparison? Terms(InitiativeRecord initiative)
    {
        if (initiative is not { FirstApproved.Terms: { } first, InForce: { } now })
            return null;
        var forecast = initiative.Card.Forecast;
        return new(
            $"Indsats {initiative.Card.Number}",
            first.End,
            now.Terms.End,
            forecast?.End ?? now.Terms.End,
            first.Frame?.Amount,
            now.Terms.Frame?.Amount,
            forecast?.Cost ?? now.Terms.Frame?.Amount,
            initiative.Card.Replans + 1);
    }

    /// <summary>The indicators of the terms in force, with every reading that was ever posted and not corrected.</summary>
    public static IEnumerable<IndicatorSeries> Indicators(InitiativeRecord initiative)
    {
        if (initiative.InForce?.Terms is not { } terms)
            yield break;
        foreach (var indicator in terms.Indicators)
        {
            var readings = initiative.Statuses
                .Where(s => s.CorrectedBy is null)
                .SelectMany(s => s.Content.Indicators ?? [])
                .Concat(initiative.Events.Select(e => e.Fact).OfType<DeliveryClaimed>().SelectMany(c => c.Readings))
                .Where(r => r.Indicator == indicator.Id)
                .GroupBy(r => r.Measured)
                .Select(day => day.Last())
                .OrderBy(r => r.Measured)
                .ToList();
            var due = indicator.Due ?? terms.End ?? (readings.Count > 0 ? readings[^1].Measured : default);
            yield return new(indicator, terms.Start ?? (readings.Count > 0 ? readings[0].Measured : due), due, readings);
        }
    }

    /// <summary>Revisions whose turn in the chain is this forum's.</summary>
    public IEnumerable<(InitiativeRecord Initiative, Confirmation Confirmation)> ToApprove() =>
        from row in Rows
        let initiative = Initiative(row)
        from awaiting in initiative.Awaiting is { } revision ? new[] { revision } : []
        let approved = awaiting.ApprovedBy.ToHashSet()
        where Cluster.ApprovalChain.FirstOrDefault(f => !approved.Contains(f.Id))?.Id == Occasion.Forum
        select (initiative, awaiting);

    // Before it was ordered it has no state at all.
    internal static BoardState? StateAt(BoardRow row, (Meeting Meeting, int Column) held) =>
        row.Card.Track.Phases is [var ordered, ..] && ordered.On <= held.Meeting.On ? row.Cells[held.Column].State : null;
}
