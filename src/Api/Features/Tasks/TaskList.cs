using Initiatives.Api.Features.Shell;
using Initiatives.Api.Rights;
using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Tasks;

/// <summary>
/// Everything one person must do next in one cluster, most urgent first: a pure function of how the cluster stands and who
/// they are. Whose turn it is and what is proposed is the domain's answer; here it only finds the person it falls to.
/// </summary>
/// <param name="states">The initiatives that <see cref="MayConcern"/> lets through, by number.</param>
public sealed class TaskList(Standing standing, Membership me, DateOnly today, IReadOnlyDictionary<int, Initiative> states)
{
    private readonly Cluster _cluster = standing.Cluster;
    private readonly Calendar _calendar = standing.Calendar;
    private readonly Domain.Board _board = new(standing.Calendar, standing.Cluster);

    public static IReadOnlyList<ToDo> Of(Standing standing, Membership me, DateOnly today, IReadOnlyDictionary<int, Initiative> states) =>
        new TaskList(standing, me, today, states).All();

    /// <summary>False when nothing of this initiative can fall to the person: its state need not be read.</summary>
    public static bool MayConcern(InitiativeCard card, Membership me) =>
        !card.Track.HasEnded
        && (me.Is(Role.Chair) || me.Answers(Streams.Initiative(card.Plan, card.Number))
            || (me.Is(Role.Member) && (card.OpenReservations > 0 || card.OpenDeviations.Any(d => d.Remedies.Count > 0))));

    private IReadOnlyList<ToDo> All() =>
    [
        .. standing.Cards.SelectMany(Of).Concat(Secretariat())
            .OrderBy(t => !t.Late)
            .ThenBy(t => t.Due ?? DateOnly.MaxValue)
            .ThenBy(t => t.Initiative ?? 0)
            .ThenBy(t => t.Kind),
    ];

    private IEnumerable<ToDo> Of(InitiativeCard card)
    {
        var answers = me.Answers(Streams.Initiative(card.Plan, card.Number));
        if (answers && Status(card) is { } status) yield return status;
        if (Silence(card) is { } silence) yield return silence;
        if (!states.TryGetValue(card.Number, out var state)) yield break;
        foreach (var task in Delivering(state, answers).Concat(Deciding(state)).Concat(Remedies(state, answers)).Concat(Reservations(state, answers)))
            yield return task;
    }

    /// <summary>A status owed in an open round, or overdue since the last one.</summary>
    private ToDo? Status(InitiativeCard card)
    {
        var now = _board.At(card.Track, today);
        if (!now.Open && !now.Overdue) return null;
        var rounds = Round.All(_calendar, _cluster);
        var round = now.Overdue ? rounds.Where(r => r.IsLate(today)).MaxBy(r => r.Due) : rounds.FirstOrDefault(r => r.IsOpen(today));
        return new(ToDoKind.PostStatus, card.Number, card.Title, _cluster.ManagingForum?.Name, round?.Due, now.Overdue, At(card.Number, "/status"));
    }

    /// <summary>No status for several rounds running is no longer the owner's alone: by the next meeting somebody has asked.</summary>
    private ToDo? Silence(InitiativeCard card) =>
        _cluster.ManagingForum is { } managing && (me.Chairs(managing.Id) || me.Is(Role.Secretariat))
        && _board.MissedRunning(card.Track, today) is >= Domain.Board.RoundsOneMayMiss and var missed
            ? new(ToDoKind.BreakSilence, card.Number, card.Title, FormattableString.Invariant($"{missed}"), _calendar.Next(managing.Id, today)?.On, Late: false, At(card.Number, ""))
            : null;

    /// <summary>What falls to owner and project lead.</summary>
    private IEnumerable<ToDo> Delivering(Initiative state, bool answers)
    {
        if (!answers || Turn.Of(state, _cluster) is not { Waiting: Waiting.Owner }) yield break;
        switch (state)
        {
            case { Phase: Phase.Anchored, Returned: { } returned }:
                yield return Task(ToDoKind.MendConfirmation, state, _cluster.Forum(returned.Forum)?.Name, null, At(state.Number, "/ordrebekraeftelse"));
                break;
            case { Phase: Phase.Anchored }:
                yield return Task(ToDoKind.SubmitConfirmation, state, null, null, At(state.Number, "/ordrebekraeftelse"));
                break;
            case { Phase: Phase.Approved }:
                yield return Task(ToDoKind.StartInitiative, state, null, null, At(state.Number, "/start"));
                break;
            case { Deviation.Track.Track: DeviationTrack.Replan, Pending: null }:
                yield return Task(ToDoKind.Replan, state, null, null, At(state.Number, "/ordrebekraeftelse"));
                break;
            default:
                break;
        }
    }

    /// <summary>What falls to the chair of the forum whose turn it is.</summary>
    private IEnumerable<ToDo> Deciding(Initiative state)
    {
        if (state.Pending is { } pending && state.Claim is null
            && _cluster.ApprovalChain.FirstOrDefault(f => pending.ApprovalBy(f.Id) is null) is { } approving && me.Chairs(approving.Id))
            yield return Task(ToDoKind.ApproveConfirmation, state, approving.Name, _calendar.Next(approving.Id, today)?.On, FormattableString.Invariant($"/godkendelser/{state.Number}/{pending.Revision}"));

        if (Turn.Of(state, _cluster) is { Waiting: Waiting.Forum, Forum: { } id } && me.Chairs(id) && _cluster.Forum(id) is { } forum && ForForum(state, forum) is { } task)
            yield return task;

        if (_cluster.ManagingForum is { } managing && me.Chairs(managing.Id) && Proposals.For(state, new Setting(today, _cluster, _calendar)) is [var proposal, ..])
            yield return Task(ToDoKind.ConsiderEscalation, state, managing.Name, _calendar.Next(managing.Id, today)?.On, Deviation(state, proposal.Deviation));
    }

    private ToDo? ForForum(Initiative state, Forum forum)
    {
        var meeting = _calendar.Next(forum.Id, today)?.On;
        if (state.Claim is not null) return Task(ToDoKind.ApproveClosing, state, forum.Name, meeting, At(state.Number, "/luk"));
        if (state.Deviation is not { } deviation) return null;
        var path = Deviation(state, deviation.Number);
        return state.OpenEscalations.FirstOrDefault(e => e.Deviation == deviation.Number) switch
        {
            { Answer: null } undecided => Task(ToDoKind.DecideEscalation, state, forum.Name, undecided.DecisionBy ?? meeting, Escalation(state, undecided.Number)),
            { } => Task(ToDoKind.NoteAnswer, state, forum.Name, meeting, path),
            null when deviation.Light is TrafficLight.Green => Task(ToDoKind.ConfirmEffect, state, forum.Name, meeting, path),
            null when deviation.Track is null => Task(ToDoKind.ChooseTrack, state, forum.Name, meeting, path),
            null when deviation.Track.Track is DeviationTrack.CloseInitiative => Task(ToDoKind.DecideClosing, state, forum.Name, meeting, path),
            _ => null,
        };
    }

    /// <summary>Remedies agreed with the person, or with their organisation when they speak for it where the remedy was agreed.</summary>
    private IEnumerable<ToDo> Remedies(Initiative state, bool answers) =>
        from remedy in state.Deviation?.Remedies ?? []
        where remedy.State is RemedyState.Agreed && FallsTo(remedy.Who, state, answers, Role.Member, Role.Chair)
        select Task(ToDoKind.CompleteRemedy, state, remedy.What, remedy.Due, FormattableString.Invariant($"{Deviation(state, state.Deviation!.Number)}/afhjaelpning/{remedy.Number}/udfoert"));

    /// <summary>Conditions that somebody must fulfil; one that names nobody is the owner's.</summary>
    private IEnumerable<ToDo> Reservations(Initiative state, bool answers) =>
        from reservation in state.OpenReservations
        where reservation.Owner is { } owner ? FallsTo(owner, state, answers, Role.Chair) : answers
        select Task(ToDoKind.FulfilReservation, state, reservation.Text, reservation.Due, At(state.Number, FormattableString.Invariant($"/forbehold/{reservation.Reservation}")));

    /// <summary>
    /// What the owner organisation took on is for those who answer for the initiative; another organisation's is for those who
    /// speak for it in the managing forum. Those above it decide, and are not asked to do the work.
    /// </summary>
    private bool FallsTo(string who, Initiative state, bool answers, params ReadOnlySpan<Role> speaking)
    {
        if (who == me.Id) return true;
        if (who == state.Ownership?.Organisation) return answers;
        if (who != me.Organisation) return false;
        foreach (var role in speaking)
        {
            if (me.Roles.Any(r => r.Role == role && r.Forum == _cluster.ManagingForum?.Id)) return true;
        }
        return false;
    }

    private IEnumerable<ToDo> Secretariat()
    {
        if (!me.Is(Role.Secretariat)) yield break;
        var overdue = standing.Cards.Count(c => _board.At(c.Track, today).Overdue);
        if (overdue > 0)
        {
            // The round says who is missing and has the button that reminds them; before the first round the board is all there is.
            var round = Round.All(_calendar, _cluster).Where(r => r.IsLate(today)).MaxBy(r => r.Due);
            yield return new(
                ToDoKind.ChaseStatuses, null, null, FormattableString.Invariant($"{overdue}"), round?.Due, Late: true,
                round is null ? $"/?{QueryNames.Light}={nameof(BoardState.Missing)}" : $"/runder/{round.Meeting.Id}");
        }
        foreach (var card in standing.Cards.Where(c => c.Track.Phases is [.., { Phase: Phase.Ordered }]))
            yield return new(ToDoKind.AnchorOrder, card.Number, card.Title, null, null, Late: false, At(card.Number, "/ejerskab"));
    }

    // The due day itself is not late.
    private ToDo Task(ToDoKind kind, Initiative state, string? detail, DateOnly? due, string path) =>
        new(kind, state.Number, state.Title, detail, due, due < today, path);

    private static string At(int initiative, string below) => FormattableString.Invariant($"/indsatser/{initiative}{below}");

    private static string Deviation(Initiative state, int deviation) => FormattableString.Invariant($"/afvigelser/{state.Number}-{deviation}");

    private static string Escalation(Initiative state, int escalation) => FormattableString.Invariant($"/eskaleringer/{state.Number}-{escalation}");
}
