namespace Initiatives.Domain;

/// <summary>Something that the chair, or the secretariat on the forum's behalf, wants of a meeting's agenda or minutes.</summary>
/// <param name="Meeting">Meeting id.</param>
/// <param name="Forum">Whose meeting it is.</param>
public abstract record AgendaCommand(string Meeting, string Forum)
{
    // A kind, a plan's id, and two numbers.
    private const int LongestKey = BrokenRules.LongestId + 50;

    /// <summary>The facts that follow, or why not.</summary>
    public abstract Decision<AgendaEvent> Decide(Agenda agenda, Setting setting);

    /// <summary>The rules of everything that is done to an agenda: it is the forum's own meeting, and its minutes are not approved yet.</summary>
    private protected Rules<AgendaEvent> Open(Agenda agenda, Setting setting) => OfForum(setting).If(agenda.IsFrozen, AgendaRefusals.MinutesApproved);

    private protected Rules<AgendaEvent> OfForum(Setting setting)
    {
        var meeting = setting.Calendar.Find(Meeting);
        return new Rules<AgendaEvent>()
            .If(meeting is null, () => InitiativeRefusals.MeetingUnknown("meeting"))
            .If(meeting is not null && meeting.Forum != Forum, () => InitiativeRefusals.MeetingOfAnotherForum("meeting"))
            .If(meeting is { IsCancelled: true }, () => InitiativeRefusals.MeetingIsCancelled("meeting"));
    }

    /// <summary>A later meeting of the same forum that is to be held.</summary>
    private protected Rules<AgendaEvent> Later(Rules<AgendaEvent> rules, string? to, Setting setting)
    {
        var (from, later) = (setting.Calendar.Find(Meeting), to is null ? null : setting.Calendar.Find(to));
        return rules
            .If(later is null, () => InitiativeRefusals.MeetingUnknown("toMeeting"))
            .If(later is not null && later.Forum != Forum, () => InitiativeRefusals.MeetingOfAnotherForum("toMeeting"))
            .If(later is { IsCancelled: true }, () => InitiativeRefusals.MeetingIsCancelled("toMeeting"))
            .If(later is not null && from is not null && later.On <= from.On, AgendaRefusals.NotLater);
    }

    private protected static Rules<AgendaEvent> Known(Rules<AgendaEvent> rules, string? item) =>
        rules.If(item is not { Length: > 0 and <= LongestKey } || !item.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'), AgendaRefusals.ItemUnknown);

    /// <summary>The rules of what an item says.</summary>
    private protected static Rules<AgendaEvent> Said(Rules<AgendaEvent> rules, AgendaItem item) => Known(rules, item.Key)
        .Text(item.Heading, "heading", ("punktets overskrift", "the item's heading"), BrokenRules.LongestTitle)
        .Note(item.Recommendation, "recommendation")
        .Note(item.Background, "background");
}
