using Initiatives.Domain;
using Initiatives.Reporting.Agendas;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Packs;

/// <summary>
/// The decisions of a meeting (beslutningsreferat), item by item, as its minutes were approved: who is to do what by when first, then
/// what each was decided on, its recommendation and its decision. A pure function of the record and the occasion.
/// </summary>
/// <param name="IsApproved">False in a preview, before the chair has approved them.</param>
/// <param name="Attendance">How many were there and how many had sent regrets; who they were is told by the minutes' own page, from the register. Null when nobody wrote it down.</param>
/// <param name="Tasks">What the meeting left to somebody, soonest first.</param>
/// <param name="Items">As the agenda had them.</param>
public sealed record DecisionMinutes(PackHead Head, string? ManagingForum, bool IsApproved, string? Attendance, IReadOnlyList<MeetingTask> Tasks, IReadOnlyList<DecidedItem> Items) : IPack
{
    /// <summary>Its name in addresses, commands and the log.</summary>
    public const string Kind = "beslutningsreferat";

    /// <summary>Nothing is asked any more: it has been decided.</summary>
    public IReadOnlyList<Recommendation> Recommendations => [];

    LightMatrix? IPack.Matrix => null;

    /// <summary>Compiles them. Reads no clock: what the minutes do not hold is judged on the occasion's own day.</summary>
    public static DecisionMinutes Of(ClusterRecord record, PackOccasion occasion)
    {
        var material = new PackMaterial(record, occasion);
        var sheet = occasion.Meeting is { } id && record.Calendar.Find(id) is { } meeting ? AgendaSheet.Of(record, meeting, material.Day) : null;
        return new(
            material.Head("Beslutningsreferat") with { Side = "fra" },
            material.Managing?.Name,
            sheet?.State.IsFrozen ?? false,
            sheet?.State.Attendance is { } there ? FormattableString.Invariant($"{there.Present.Count} til stede, {there.Regrets.Count} afbud.") : null,
            sheet is null ? [] : MeetingTask.All(material, sheet),
            sheet is null ? [] : [.. sheet.Points.Select(point => DecidedItem.Of(point, new DecidedCase(material, sheet.Meeting)))]);
    }
}

/// <summary>One item of the agenda with what became of it.</summary>
/// <param name="Light">Of the initiative it is about, as the meeting saw it; null when it is about none.</param>
/// <param name="Case">What it was decided on; empty where nothing was.</param>
/// <param name="Outcomes">In a word or two each; none when nothing was recorded.</param>
/// <param name="Text">The minutes; empty when nothing was said.</param>
public sealed record DecidedItem(int Number, string Heading, BoardState? Light, IReadOnlyList<CaseFact> Case, string Recommendation, IReadOnlyList<string> Outcomes, string Text)
{
    internal static DecidedItem Of(AgendaPoint point, DecidedCase about) => new(
        point.Number,
        point.Item.Heading,
        point.Light,
        about.Of(point),
        point.Item.Recommendation,
        [.. point.Outcomes.Select(o => OutcomeWords.Of(point.Item.Kind, o.Outcome)).Distinct()],
        point.Minutes);
}

/// <summary>What a meeting left to somebody.</summary>
/// <param name="Initiative">Number; null when it is about none.</param>
/// <param name="Due">Null where no day was set.</param>
public sealed record MeetingTask(string Who, string What, int? Initiative, DateOnly? Due)
{
    internal static IReadOnlyList<MeetingTask> All(PackMaterial material, AgendaSheet sheet) =>
    [
        .. (from row in material.Rows
            let initiative = material.Initiative(row)
            from told in initiative.Events
            where MeetingFact.MeetingOf(told.Fact) == sheet.Meeting.Id
            from task in Of(material, initiative, told.Fact)
            select task)
            .Concat(sheet.State.Outcomes.Where(o => o is { Outcome: AgendaOutcome.Postponed, Item.Initiative: null }).Select(o => Again(material, sheet.Forum.Name, o.Item.Heading, null, o.ToMeeting)))
            .OrderBy(t => t.Due ?? DateOnly.MaxValue).ThenBy(t => t.Initiative ?? 0),
    ];

    private static IEnumerable<MeetingTask> Of(PackMaterial material, InitiativeRecord initiative, InitiativeEvent fact)
    {
        var number = initiative.Card.Number;
        return fact switch
        {
            RemedyAgreed e => [new(material.Part(initiative, e.Who), e.What, number, e.Due)],
            ConfirmationApproved e => e.Reservations.Select(r => new MeetingTask(r.Owner is { } owner ? material.Part(initiative, owner) : "Ansvarlig er ikke valgt", $"Opfylder forbeholdet: {r.Text}", number, r.Due)),
            ConfirmationReturned e => [new(material.Owner(initiative), $"Retter ordrebekræftelsen: {e.Reasons}", number, null)],
            ConfirmationPostponed e => [Again(material, material.Name(e.Forum), "Ordrebekræftelsen", number, e.ToMeeting)],
            EscalationRaised e => [new(material.Name(e.To), $"Besvarer: {e.Question}", number, e.DecisionBy)],
            EscalationDecided e when initiative.Deviations.SelectMany(d => d.Escalations).FirstOrDefault(d => d.Number == e.Escalation) is { Raised.Fact: var asked } => [new(material.Name(asked.From), $"Følger op på svaret: {e.Decision}", number, null)],
            EscalationForwarded e => [new(material.Name(e.To), $"Besvarer eskaleringen: {e.Reason}", number, null)],
            DeliveryRejected e => [new(material.Owner(initiative), $"Retter leverancen: {e.Reasons}", number, null)],
            _ => [],
        };
    }

    private static MeetingTask Again(PackMaterial material, string forum, string what, int? number, string? to) =>
        new(forum, $"Behandler igen: {what}", number, to is null ? null : material.Record.Calendar.Find(to)?.On);
}
