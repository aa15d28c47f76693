namespace Initiatives.Domain;

/// <summary>
/// Which state an initiative shows, on a day and at a meeting: the one place that decides it, for every page and pack.
/// Counts the rounds of a cluster once; make one for a page and ask it for every initiative.
/// </summary>
/// <remarks>
/// In a cluster whose managing forum has no meetings nothing is ever due: the last known light stands, with its age.
/// </remarks>
public sealed class Board(Calendar calendar, Cluster cluster)
{
    private readonly Round[] rounds = [.. Round.All(calendar, cluster)];
    private readonly Dictionary<string, Round> byMeeting = Round.All(calendar, cluster).ToDictionary(r => r.Meeting.Id);

    /// <summary>The state on a day, as was known when it ended.</summary>
    public BoardCell At(LightTrack track, DateOnly day)
    {
        var due = rounds.Where(r => r.IsLate(day)).MaxBy(r => r.Due);
        return See(track, day, ChangeOn(track, day), Standing(track, day), due, Unanswered(track, due, day), day);
    }

    /// <summary>From so many rounds running without a status, the chair of the managing forum is asked to take it up.</summary>
    public const int RoundsOneMayMiss = 2;

    /// <summary>
    /// How many rounds running, up to the day, it has owed a status and given none; a late one counts as given. None while it is paused or
    /// has ended, and a pause in between begins the count anew.
    /// </summary>
    public int MissedRunning(LightTrack track, DateOnly day) =>
        ChangeOn(track, day) is { Phase: Phase.InDelivery or Phase.Delivered }
            ? rounds.Where(r => r.IsLate(day)).OrderByDescending(r => r.Due).TakeWhile(r => Unanswered(track, r, day)).Count()
            : 0;

    /// <summary>
    /// The meetings that have a column in the matrix, oldest first: those of the managing forum that are held, from the
    /// day their round opens. A cancelled meeting has none.
    /// </summary>
    public IEnumerable<Meeting> Columns(DateOnly today) => rounds.Where(r => r.Opens <= today).Select(r => r.Meeting);

    /// <summary>
    /// What the meeting saw: the status that answered its round, late ones and later corrections of it too. A phase that
    /// changed on the meeting day itself, perhaps at the meeting, shows from the next column on.
    /// </summary>
    /// <param name="meeting">One of <see cref="Columns"/>.</param>
    /// <param name="today">The day from which one looks back.</param>
    /// <exception cref="ArgumentException">The meeting has no column.</exception>
    public BoardCell Cell(LightTrack track, Meeting meeting, DateOnly today)
    {
        if (!byMeeting.TryGetValue(meeting.Id, out var round))
            throw new ArgumentException($"{meeting.Id} is cancelled or not the managing forum's.", nameof(meeting));
        if (today < meeting.On)
            return InRound(track, round, today, today, today);

        return InRound(track, round, meeting.On, meeting.On.AddDays(-1), today);
    }

    /// <summary>
    /// True when the initiative must post in this round: in delivery since before it opened, and still on its due day. One
    /// that started or resumed later has a full interval until the next.
    /// </summary>
    public static bool Owes(LightTrack track, Round round) => Owes(track, round, round.Due);

    // Looks no further than the day asked about: a pause that came later was not known then.
    private static bool Owes(LightTrack track, Round round, DateOnly day)
    {
        var phase = track.Phases.LastOrDefault(p => p.On <= round.Due && p.On <= day);
        return !round.ShortNotice && phase is { Phase: Phase.InDelivery } && phase.On < round.Opens;
    }

    private BoardCell InRound(LightTrack track, Round round, DateOnly seen, DateOnly phaseDay, DateOnly today)
    {
        var answer = Answer(track, round, seen);
        var overdue = Unanswered(track, round.IsLate(seen) ? round : DueBefore(round, seen), seen);
        return answer is null
            ? See(track, seen, ChangeOn(track, phaseDay), Standing(track, seen), round, overdue, seen)
            : See(track, seen, ChangeOn(track, phaseDay), answer, round, overdue, today);
    }

    /// <param name="post">The status to show, as posted.</param>
    /// <param name="round">The round that decides whether it was late.</param>
    /// <param name="correctedBy">The day up to which corrections of it count.</param>
    private BoardCell See(LightTrack track, DateOnly day, PhaseChange? change, PostedLight? post, Round? round, bool unanswered, DateOnly correctedBy)
    {
        var light = post is null ? null : Corrected(track, post, correctedBy);
        var phase = change?.Phase;
        var inDelivery = phase is Phase.InDelivery or Phase.Delivered;
        var overdue = inDelivery && unanswered;
        var state = phase switch
        {
            Phase.AwaitingApproval => BoardState.AwaitingApproval,
            Phase.Paused => BoardState.Paused,
            Phase.Closed => BoardState.Closed,
            Phase.Withdrawn => BoardState.Withdrawn,
            Phase.CarriedOver => BoardState.CarriedOver,
            Phase.InDelivery or Phase.Delivered => overdue ? BoardState.Missing : Shown(light),
            _ => BoardState.NotStarted,
        };
        return new BoardCell(
            state,
            light?.Light,
            light is null ? null : Math.Max(0, day.DayNumber - light.On.DayNumber),
            light?.Status,
            inDelivery && !overdue && AnsweredLate(track, post, round, day),
            inDelivery && !overdue && light?.Light < light?.Suggested,
            inDelivery && Array.Exists(rounds, r => r.IsOpen(day) && Unanswered(track, r, day)),
            overdue,
            change?.Into);
    }

    private static BoardState Shown(PostedLight? light) => light?.Light switch
    {
        TrafficLight.Green => BoardState.Green,
        TrafficLight.Yellow => BoardState.Yellow,
        TrafficLight.Red => BoardState.Red,
        _ => BoardState.Missing,
    };

    private Round? DueBefore(Round round, DateOnly day) =>
        rounds.Where(r => r.IsLate(day) && r.Due < round.Due).MaxBy(r => r.Due);

    // Any status after the due day ends the missing: the light is known again, whichever round it answered.
    private bool Unanswered(LightTrack track, Round? round, DateOnly day) =>
        round is not null && Owes(track, round, day)
        && !(Standing(track, day)?.On > round.Due) && Answer(track, round, day) is null;

    private PostedLight? Answer(LightTrack track, Round round, DateOnly day) =>
        track.Lights.LastOrDefault(l => l.On <= day && Answers(l, round));

    // Someone who reported in time and again after the due day was not late.
    private bool AnsweredLate(LightTrack track, PostedLight? post, Round? round, DateOnly day) =>
        post is not null && round is not null && IsLateIn(round, post) && Answers(post, round)
        && track.Lights.Where(l => l.On <= day && Answers(l, round)).All(l => IsLateIn(round, l));

    // What was on time when it was posted stays so when the meeting moves.
    private static bool IsLateIn(Round round, PostedLight light) =>
        light.Round == round.Meeting.Id ? light.Late : round.IsLate(light.On);

    // A correction answers nothing anew: it belongs where the status it corrects belongs. A status that was meant for a
    // meeting since cancelled counts by its day, like one posted without a round.
    private bool Answers(PostedLight light, Round round) =>
        light.Corrects is null
        && (light.Round == round.Meeting.Id
            || (round.Opens <= light.On && light.On <= round.Meeting.On && (light.Round is null || !byMeeting.ContainsKey(light.Round))));

    private static PostedLight? Standing(LightTrack track, DateOnly day) =>
        track.Lights.LastOrDefault(l => l.On <= day && l.Corrects is null);

    private static PostedLight Corrected(LightTrack track, PostedLight light, DateOnly day) =>
        track.Lights.LastOrDefault(l => l.On <= day && l.Corrects == light.Status) ?? light;

    private static PhaseChange? ChangeOn(LightTrack track, DateOnly day) => track.Phases.LastOrDefault(p => p.On <= day);
}
