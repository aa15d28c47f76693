using Initiatives.Api.Rights;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Tasks;

/// <summary>What a person must do about minutes: the secretariat writes and sends them, the chair approves. Pure, as <see cref="TaskList"/> is.</summary>
internal static class MinutesTasks
{
    // What was held longer ago had its minutes elsewhere, or will not have any.
    private const int DaysAfter = 28;

    /// <summary>Each forum's last meeting, today's too, where the person may have something to do about its minutes.</summary>
    public static IReadOnlyList<Meeting> Meetings(Cluster cluster, Calendar calendar, Membership me, DateOnly today) =>
    [
        .. cluster.Forums.Where(f => me.Is(Role.Secretariat) || me.Chairs(f.Id))
            .Select(f => calendar.Held(f.Id).LastOrDefault(m => m.On <= today))
            .OfType<Meeting>().Where(m => m.On.AddDays(DaysAfter) >= today),
    ];

    /// <param name="agendas">By meeting id; one that nobody has touched is absent.</param>
    public static IEnumerable<ToDo> Of(Cluster cluster, IReadOnlyList<Meeting> meetings, IReadOnlyDictionary<string, Agenda> agendas, Membership me, DateOnly today) =>
        from meeting in meetings
        let agenda = agendas.GetValueOrDefault(meeting.Id, Agenda.Untouched)
        let forum = cluster.Forum(meeting.Forum)?.Name ?? meeting.Forum
        from kind in Kind(agenda, meeting, me, today) is { } found ? new[] { found } : []
        select new ToDo(kind, null, null, forum, null, Late: false, $"/moeder/{meeting.Id}/referat") { On = meeting.On };

    private static ToDoKind? Kind(Agenda agenda, Meeting meeting, Membership me, DateOnly today) => agenda switch
    {
        { SentTo: not null } => null,
        { IsFrozen: true } => me.Is(Role.Secretariat) ? ToDoKind.SendMinutes : null,
        { IsPutForward: true } => me.Chairs(meeting.Forum) ? ToDoKind.ApproveMinutes : null,
        // On the day itself the outcomes are being recorded: it is over when something has been, or the next morning.
        _ => me.Is(Role.Secretariat) && (meeting.On < today || agenda.Outcomes.Count > 0) ? ToDoKind.WriteMinutes : null,
    };
}
