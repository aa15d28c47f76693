namespace Initiatives.Domain;

/// <summary>
/// The rules one command has broken so far. A command asks everything before it answers, so that a person hears of all
/// that is amiss at once; only when nothing is broken do the facts come about.
/// </summary>
internal sealed class BrokenRules(Initiative initiative, Setting setting)
{
    /// <summary>Characters in one text: some three printed pages.</summary>
    public const int LongestText = 10_000;

    public const int LongestTitle = 300;

    public const int LongestId = 100;

    public const int LongestList = 100;

    private readonly List<Refusal> refusals = [];

    public Decision<InitiativeEvent> Else(Func<IReadOnlyList<InitiativeEvent>> facts) =>
        refusals.Count > 0 ? Decision<InitiativeEvent>.Refuse(refusals) : Decision<InitiativeEvent>.Of(facts());

    public BrokenRules If(bool broken, Func<Refusal> refusal)
    {
        if (broken)
            refusals.Add(refusal());
        return this;
    }

    public BrokenRules Ordered() => If(!initiative.Exists, InitiativeRefusals.NotOrdered);

    public BrokenRules NotEnded() => Ordered().If(initiative.HasEnded, () => InitiativeRefusals.HasEnded(initiative.Ending?.Kind));

    public BrokenRules InDelivery() => initiative.Phase switch
    {
        _ when !initiative.Exists || initiative.HasEnded => NotEnded(),
        Phase.InDelivery => this,
        Phase.Paused => If(true, InitiativeRefusals.IsPaused),
        Phase.Delivered => If(true, InitiativeRefusals.IsDelivered),
        _ => If(true, InitiativeRefusals.NotStarted),
    };

    /// <param name="what">What is to be written, with its article, Danish and English.</param>
    public BrokenRules Text(string? text, string field, (string Danish, string English) what, int longest = LongestText) =>
        string.IsNullOrWhiteSpace(text)
            ? If(true, () => InitiativeRefusals.TextMissing(field, what.Danish, what.English))
            : Note(text, field, longest);

    /// <summary>A text that may be left out.</summary>
    public BrokenRules Note(string? text, string field, int longest = LongestText) =>
        If(text?.Length > longest, () => InitiativeRefusals.TextTooLong(field, longest))
            .If(text?.Length <= longest && CprGuard.FindsIn(text), () => InitiativeRefusals.CprInText(field));

    public BrokenRules Texts(IReadOnlyList<string>? texts, string field, (string Danish, string English) what) =>
        Each(texts, field, (text, path) => Text(text, path, what));

    public BrokenRules Each<T>(IReadOnlyList<T>? items, string field, Action<T, string> ask)
    {
        if (items is null)
            return this;
        if (items.Count > LongestList)
            return If(true, () => InitiativeRefusals.ListTooLong(field, LongestList));
        for (var n = 0; n < items.Count; n++)
            ask(items[n], $"{field}[{n}]");
        return this;
    }

    /// <summary>An id from a register outside the log, which the decision cannot look up.</summary>
    public BrokenRules Person(string? id, string field) =>
        If(string.IsNullOrWhiteSpace(id) || id.Length > LongestId || CprGuard.FindsIn($" {id} ") && id.All(c => !char.IsLetter(c)), () => InitiativeRefusals.IdMalformed(field));

    public BrokenRules Organisation(string? id, string field) =>
        If(id is null || !setting.Cluster.HasOrganisation(id), () => InitiativeRefusals.OrganisationUnknown(field, id));

    public BrokenRules Date(DateOnly? date, string field) =>
        If(date is { Year: < 2000 or > 2099 }, () => InitiativeRefusals.DateImplausible(field));

    public BrokenRules Members(IReadOnlyList<WorkingGroupMember>? group) =>
        If(group is not { Count: > 0 }, InitiativeRefusals.MembersMissing)
            .Each(group, "workingGroup", (member, path) => Person(member.Person, $"{path}.person")
                .Organisation(member.Organisation, $"{path}.organisation")
                .If(group!.Count(m => m == member) > 1, () => InitiativeRefusals.ListedTwice(path)));

    /// <param name="path">Empty, or ending in a full stop.</param>
    public BrokenRules Reservation(Condition reservation, string path) =>
        Text(reservation.Text, $"{path}text", ("forbeholdet", "the reservation"))
            .If(reservation.Owner?.Length > LongestId, () => InitiativeRefusals.IdMalformed($"{path}owner"))
            .Date(reservation.Due, $"{path}due");

    public BrokenRules Money(decimal? amount, string field) =>
        If(amount < 0, () => InitiativeRefusals.MoneyNegative(field))
            .If(amount > 1_000_000_000_000m, () => InitiativeRefusals.MoneyImplausible(field));

    public BrokenRules KnownForum(string? forum, string field) =>
        If(forum is null || setting.Cluster.Forum(forum) is null, () => InitiativeRefusals.ForumUnknown(field, forum));

    /// <summary>The forum exists and holds at least one of the duties.</summary>
    public BrokenRules Forum(string? forum, params ForumDuty[] duties) => Forum(forum, "forum", duties);

    public BrokenRules Forum(string? forum, string field, params ForumDuty[] duties) =>
        setting.Cluster.Forum(forum ?? "") is not { } known
            ? KnownForum(forum, field)
            : If(duties.Length > 0 && !duties.Any(known.Has), () => InitiativeRefusals.ForumLacksDuty(known, field, duties));

    /// <summary>The meeting, when one is named, is that forum's own, and its day has come: nothing has been decided at it before.</summary>
    public BrokenRules Meeting(string? meeting, string? forum)
    {
        MeetingOf(meeting, forum, "meeting");
        return meeting is not null && setting.Calendar.Find(meeting) is { IsCancelled: false, On: var on }
            ? If(setting.Today < on, () => InitiativeRefusals.MeetingAhead(on))
            : this;
    }

    /// <summary>The meeting, when one is named, is that forum's own and stands in the calendar.</summary>
    public BrokenRules MeetingOf(string? meeting, string? forum, string field)
    {
        if (meeting is null)
            return this;
        var known = setting.Calendar.Find(meeting);
        return If(known is null, () => InitiativeRefusals.MeetingUnknown(field))
            .If(known is not null && known.Forum != forum, () => InitiativeRefusals.MeetingOfAnotherForum(field))
            .If(known is { IsCancelled: true }, () => InitiativeRefusals.MeetingIsCancelled(field));
    }

    /// <summary>Decided at a meeting, which is then named, or by written procedure, which then has none.</summary>
    public BrokenRules Decided(DecidedHow how, string? meeting, string? forum) =>
        Meeting(meeting, forum)
            .If(how is DecidedHow.Meeting && meeting is null, InitiativeRefusals.MeetingMissing)
            .If(how is DecidedHow.WrittenProcedure && meeting is not null, InitiativeRefusals.WrittenProcedureHasNoMeeting);

    /// <summary>The revision is the one under way, and it is the forum's turn to decide on it.</summary>
    public BrokenRules AwaitsDecision(int revision, string? forum) =>
        initiative.Pending is { } pending && pending.Revision == revision
            ? TurnInChain(forum, pending.Approvals.Select(a => a.Forum))
            : If(true, () => InitiativeRefusals.RevisionNotPending(revision, initiative.Pending?.Revision)).Forum(forum, ForumDuty.ApproveConfirmation);

    /// <summary>The forum stands in the chain, and those before it have approved.</summary>
    public BrokenRules TurnInChain(string? forum, IEnumerable<string> approvedBy)
    {
        Forum(forum, ForumDuty.ApproveConfirmation);
        var next = setting.Cluster.ApprovalChain.FirstOrDefault(f => !approvedBy.Contains(f.Id));
        return If(
            next is not null && next.Id != forum && setting.Cluster.ApprovalChain.Any(f => f.Id == forum),
            () => InitiativeRefusals.ApprovalOutOfOrder(next!));
    }

    /// <summary>The deviation by that number is the open one.</summary>
    public BrokenRules OpenDeviation(int deviation) =>
        If(deviation < 1 || deviation > initiative.Deviations, () => InitiativeRefusals.DeviationUnknown(deviation))
            .If(deviation >= 1 && deviation <= initiative.Deviations && initiative.Deviation?.Number != deviation, () => InitiativeRefusals.DeviationIsClosed(deviation));

    /// <summary>The remedy belongs to the open deviation.</summary>
    public BrokenRules KnownRemedy(int remedy) =>
        If(remedy < 1 || remedy > initiative.Remedies, () => InitiativeRefusals.RemedyUnknown(remedy))
            .If(remedy >= 1 && remedy <= initiative.Remedies && initiative.Remedy(remedy) is null, () => InitiativeRefusals.RemedyOfClosedDeviation(remedy));

    /// <summary>The escalation is undecided, and the forum is the one that has it.</summary>
    public BrokenRules EscalationWith(int escalation, string? forum)
    {
        Forum(forum);
        var open = initiative.Escalation(escalation);
        return If(escalation < 1 || escalation > initiative.Escalations, () => InitiativeRefusals.EscalationUnknown(escalation))
            .If(escalation >= 1 && escalation <= initiative.Escalations && open is not { Answer: null }, () => InitiativeRefusals.EscalationAlreadyDecided(escalation))
            .If(open is { Answer: null } && open.With != forum, () => InitiativeRefusals.EscalationWithAnotherForum(Name(open!.With)));
    }

    private string Name(string forum) => setting.Cluster.Forum(forum)?.Name ?? forum;
}
