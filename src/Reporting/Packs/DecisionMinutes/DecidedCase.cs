using Initiatives.Domain;
using Initiatives.Reporting.Agendas;
using Initiatives.Reporting.Record;
using Confirmation = Initiatives.Reporting.Record.Confirmation;
using Escalation = Initiatives.Reporting.Record.Escalation;

namespace Initiatives.Reporting.Packs;

/// <summary>One thing that the meeting had before it.</summary>
/// <param name="What">What it is: "Bestilt", "Status", ...</param>
/// <param name="By">Whose words they are, and from when; null for a sentence that says so itself.</param>
public sealed record CaseFact(string What, string Text, string? By = null);

/// <summary>
/// What a decision about an initiative was made on, in the order it came about: what was ordered, confirmed and approved, or how it goes and
/// what was asked; and the stance on patient involvement, which both the confirmation and the reporting take (minutes of 31 March 2023, item 4).
/// </summary>
internal sealed class DecidedCase(PackMaterial material, Meeting meeting)
{
    /// <summary>Empty for an item that nothing was said of, or that is about no initiative: whoever wants to know how the rest goes reads the status.</summary>
    public IReadOnlyList<CaseFact> Of(AgendaPoint point) =>
        (point.Outcomes.Count > 0 || point.Minutes.Length > 0) && point.Item is { Initiative: { } about } item && material.Record.Initiatives.FirstOrDefault(i => i.Card.Plan == about.Plan && i.Card.Number == about.Number) is { } initiative
            ? [.. Of(item, initiative)]
            : [];

    private IEnumerable<CaseFact> Of(AgendaItem item, InitiativeRecord initiative) => item.Kind switch
    {
        AgendaItemKind.Confirmation when initiative.Confirmations.FirstOrDefault(c => c.Revision == item.Part) is { } confirmation => [.. Ordered(initiative), .. Confirmed(initiative, confirmation)],
        AgendaItemKind.Closing => [.. Ordered(initiative), .. Claimed(initiative, item.Part)],
        AgendaItemKind.Deviation or AgendaItemKind.Silence => Reported(initiative),
        AgendaItemKind.Escalation or AgendaItemKind.Answer when initiative.Deviations.SelectMany(d => d.Escalations).FirstOrDefault(e => e.Number == item.Part) is { } escalation =>
            [.. Reported(initiative), .. Asked(initiative, escalation, item)],
        _ => [],
    };

    private IEnumerable<CaseFact> Ordered(InitiativeRecord initiative)
    {
        if (material.Order(initiative) is { } order) yield return new("Bestilt", order.Text, order.By);
    }

    private IEnumerable<CaseFact> Confirmed(InitiativeRecord initiative, Confirmation confirmation)
    {
        var terms = confirmation.Terms;
        var by = $"{material.Owner(initiative)}, {Danish.Date(confirmation.Submitted.On)}";
        yield return new(
            confirmation.Revision == 1 ? "Bekræftet" : FormattableString.Invariant($"Bekræftet, revision {confirmation.Revision}"),
            $"{terms.Deliverable ?? Danish.NotStated}\nØkonomisk ramme {Danish.Money(terms.Frame?.Amount)}, periode {Danish.Date(terms.Start)} til {Danish.Date(terms.End)}",
            by);
        yield return Involvement(terms.PatientInvolvement, by);
        var treated = confirmation.Outcomes.Where(IsKnown).Select(o => ConfirmationCase.Outcome(material, o)).ToList();
        if (treated.Count > 0) yield return new("Behandlet af", string.Join('\n', treated));
    }

    // The status that spoke on the day, as the board had it: another may have been posted before the minutes were approved.
    private IEnumerable<CaseFact> Reported(InitiativeRecord initiative)
    {
        var shown = new Board(material.Record.Calendar, material.Cluster).At(initiative.Card.Track, Day);
        if (initiative.Statuses.FirstOrDefault(s => s.Number == shown.Status) is not { } status) yield break;
        var content = status.Content;
        var why = content.Deviation is { Cause: { Length: > 0 } cause } account ? $": {cause}{(account.Consequence is { Length: > 0 } so ? $"\nKonsekvens: {so}" : "")}" : "";
        var by = material.Voice(initiative, status);
        yield return new(shown.State is BoardState.Missing ? "Seneste status" : "Status", Danish.Capital(Story.Light(content.Light).Danish) + why, by);
        yield return Involvement(content.PatientInvolvement, by);
    }

    private IEnumerable<CaseFact> Asked(InitiativeRecord initiative, Escalation escalation, AgendaItem item)
    {
        var (raised, by) = (escalation.Raised.Fact, material.By(initiative, escalation.Raised.Stamp, escalation.Raised.Fact.From));
        // The customary recommendation holds question and recommendation already.
        var told = item.Recommendation.Contains(raised.Question, StringComparison.Ordinal);
        yield return new("Eskaleret", $"Til {material.Name(raised.To)}{(told ? "" : $": {raised.Question}\n{material.Name(raised.From)} indstillede: {raised.Recommendation}")}", by);
        foreach (var onwards in escalation.Forwarded.Where(IsKnown)) yield return new("Sendt videre", $"Til {material.Name(onwards.Fact.To)}: {onwards.Fact.Reason}", material.By(initiative, onwards.Stamp, onwards.Fact.From));
        if (item.Kind is AgendaItemKind.Answer && escalation.Decided is { } answer)
            yield return new("Besvaret", Danish.Capital(Story.Answer(answer.Fact.Answer).Danish) + (answer.Fact.Amount is { } amount ? $", {Danish.Money(amount)}" : ""), material.By(initiative, answer.Stamp, answer.Fact.Forum));
    }

    private IEnumerable<CaseFact> Claimed(InitiativeRecord initiative, int? number)
    {
        if (initiative.Events.Where(e => e.Fact is DeliveryClaimed).ElementAtOrDefault((number ?? 0) - 1) is { Fact: DeliveryClaimed claim } told)
            yield return new("Meldt leveret", claim.Claim, material.By(initiative, told.Stamp));
        if (initiative.InForce is { } agreed) yield return Involvement(agreed.Terms.PatientInvolvement, $"{material.Owner(initiative)}, {Danish.Date(agreed.Submitted.On)}");
    }

    private static CaseFact Involvement(PatientInvolvement? stance, string by) => new("Patientinddragelse", PackMaterial.Involvement(stance), by);

    private DateOnly Day => material.Day < meeting.On ? material.Day : meeting.On;

    // Up to the meeting, and what it decided itself, though that was recorded later.
    private bool IsKnown<T>(Told<T> told)
        where T : InitiativeEvent => told.Stamp.On <= meeting.On || MeetingFact.MeetingOf(told.Fact) == meeting.Id;
}
