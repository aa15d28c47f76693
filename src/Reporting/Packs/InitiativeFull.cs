using Initiatives.Domain;
using Initiatives.Reporting.Charts;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Packs;

/// <summary>One initiative, whole: what was ordered and agreed, how it has gone, and what was decided about it.</summary>
/// <param name="CarriedInto">As what it goes on in which plan; null when it was not carried over.</param>
/// <param name="Attention">Why it is under special attention; null when it is not.</param>
/// <param name="Notes">Remarks and reservations on the order.</param>
/// <param name="InForce">The terms in force; null before any were approved.</param>
/// <param name="InForceSince">When and as which revision they took force.</param>
/// <param name="Terms">End and cost: first approved, in force, expected.</param>
/// <param name="Lights">What the board showed, from the first day on.</param>
/// <param name="Day">The day it is told on.</param>
/// <param name="Status">The status that speaks now; null when none was posted.</param>
/// <param name="Open">Its open deviations: one at most.</param>
/// <param name="Closed">Those that are over, newest first.</param>
/// <param name="Decisions">What forums decided about it, newest first.</param>
public sealed record InitiativeFull(
    int Number,
    string Title,
    string FocusArea,
    string Owner,
    BoardCell Now,
    string? CarriedInto,
    Voiced? Attention,
    Voiced? Order,
    string? FirstStep,
    IReadOnlyList<string> Partners,
    IReadOnlyList<Voiced> Notes,
    DeliveryTerms? InForce,
    string? InForceSince,
    IReadOnlyList<string> Resources,
    TermsComparison? Terms,
    IReadOnlyList<LightOnDay> Lights,
    DateOnly Day,
    IReadOnlyList<IndicatorSeries> Indicators,
    Status? Status,
    string? Voice,
    IReadOnlyList<DeviationCase> Open,
    IReadOnlyList<PastDeviation> Closed,
    IReadOnlyList<ReservationLine> Reservations,
    IReadOnlyList<DecisionLine> Decisions)
{
    internal static InitiativeFull Of(PackMaterial material, BoardRow row)
    {
        var initiative = material.Initiative(row);
        var status = material.Speaking(row);
        return new(
            row.Card.Number,
            row.Card.Title,
            material.Record.Plans.FirstOrDefault(p => p.Plan.Id == row.Card.Plan)?.Plan.FocusAreas.FirstOrDefault(a => a.Id == row.Card.FocusArea)?.Name ?? "",
            material.Owner(initiative),
            row.Now,
            row.Now.Into is { } into ? CarriedOver.Into(into, material.PlanTitle(into.Plan)) : null,
            AttentionTo(material, initiative),
            material.Order(initiative),
            initiative.Order?.Fact.FirstStep,
            [.. row.Card.Partners.Select(material.Name)],
            [.. initiative.OrderNotes.Select(n => Note(material, initiative, n)).OfType<Voiced>()],
            initiative.InForce?.Terms,
            initiative.InForce is { InForceSince: { } since } terms ? FormattableString.Invariant($"revision {terms.Revision}, i kraft fra {Danish.Date(since)}") : null,
            [.. (initiative.InForce?.Terms.Resources ?? []).Select(r => $"{material.Name(r.Organisation)}: {r.Text}")],
            PackMaterial.Terms(initiative),
            material.Track(row),
            material.Day,
            [.. PackMaterial.Indicators(initiative)],
            status,
            status is null ? null : material.Voice(initiative, status),
            [.. DeviationCase.All(material).Where(c => c.Number == row.Card.Number)],
            [.. initiative.Deviations.Where(d => !d.IsOpen).Reverse().Select(d => PastDeviation.Of(material, initiative, d))],
            [.. ReservationLine.All(material).Where(r => r.Initiative == row.Card.Number)],
            DecisionLine.All(material, initiative));
    }

    private static Voiced? AttentionTo(PackMaterial material, InitiativeRecord initiative) =>
        initiative.Card.Attention is not null && initiative.Events.LastOrDefault(e => e.Fact is SpecialAttentionAsked) is { Fact: SpecialAttentionAsked asked } told
            ? new(asked.Reason, material.By(initiative, told.Stamp, asked.Forum))
            : null;

    private static Voiced? Note(PackMaterial material, InitiativeRecord initiative, Told<InitiativeEvent> told) => told.Fact switch
    {
        OrderRemarkAdded e => new($"Bemærkning: {e.Text}", material.By(initiative, told.Stamp, e.Forum)),
        OrderReservationAdded e => new($"Forbehold: {e.Text}", material.By(initiative, told.Stamp, e.Forum)),
        _ => null,
    };
}

/// <summary>A deviation that is over.</summary>
/// <param name="Cause">In the owner's words; null when it was never told.</param>
/// <param name="Closing">How it ended, as a sentence.</param>
/// <param name="Text">What the forum wrote of it; null for nothing.</param>
public sealed record PastDeviation(int Number, DateOnly Since, DateOnly Closed, Voiced? Cause, string Closing, string? Text)
{
    internal static PastDeviation Of(PackMaterial material, InitiativeRecord initiative, Record.Deviation deviation)
    {
        var closed = deviation.Closed!;
        var told = initiative.Statuses.LastOrDefault(s => s.On >= deviation.Since && s.On <= closed.Stamp.On && s.Content.Deviation?.Cause is not null);
        return new(
            deviation.Number,
            deviation.Since,
            closed.Stamp.On,
            told is null ? null : new(told.Content.Deviation!.Cause!, material.Voice(initiative, told)),
            Story.Tell(closed.Fact, id => material.Part(initiative, id), "da"),
            closed.Fact.Text);
    }
}

/// <summary>One thing that a forum decided.</summary>
/// <param name="What">As a sentence that names the forum.</param>
/// <param name="Words">The forum's own words; null where it wrote none.</param>
public sealed record DecisionLine(DateOnly On, string What, string? Words)
{
    internal static IReadOnlyList<DecisionLine> All(PackMaterial material, InitiativeRecord initiative) =>
    [
        .. from told in initiative.Events.Reverse()
           where IsDecision(told.Fact)
           select new DecisionLine(told.Stamp.On, Story.Tell(told.Fact, id => material.Part(initiative, id), "da"), Story.Quote(told.Fact)),
    ];

    internal static bool IsDecision(InitiativeEvent fact) => fact is
        ConfirmationApproved or ConfirmationReturned or ConfirmationPostponed or DeviationTrackChosen or RemedyAgreed or RemedyDueMoved or RemedyDropped
        or EscalationRaised or EscalationForwarded or EscalationDecided or EscalationAnswerNoted or DeviationClosed or DeliveryRejected or ClosingApproved
        or InitiativeClosed or InitiativeWithdrawn or InitiativeMerged or InitiativeSplit or InitiativeCarriedOver or InitiativePaused or InitiativeResumed or SpecialAttentionAsked or SpecialAttentionEnded;
}
