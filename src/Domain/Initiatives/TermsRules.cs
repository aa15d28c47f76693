namespace Initiatives.Domain;

/// <summary>What delivery terms must hold before they are sent to a forum (Chefforum 31 March 2023, item 4).</summary>
internal static class TermsRules
{
    public static BrokenRules Terms(this BrokenRules broken, DeliveryTerms terms) =>
        broken
            .Text(terms.Deliverable, "deliverable", ("hvad der leveres", "what is delivered"))
            .Frame(terms.Frame)
            .Period(terms)
            .If(terms.Resources is not { Count: > 0 }, InitiativeRefusals.ResourcesMissing)
            .Each(terms.Resources, "resources", (pledge, path) => broken
                .Organisation(pledge.Organisation, $"{path}.organisation")
                .Text(pledge.Text, $"{path}.text", ("hvad organisationen bidrager med", "what the organisation puts in")))
            .If(terms.Indicators is not { Count: > 0 }, InitiativeRefusals.IndicatorsMissing)
            .Each(terms.Indicators, "indicators", (indicator, path) => broken
                .If(terms.Indicators.Count(i => i.Id == indicator.Id) > 1, () => InitiativeRefusals.ListedTwice($"{path}.id"))
                .Indicator(indicator, path))
            .PatientInvolvement(terms.PatientInvolvement, "patientInvolvement")
            .Texts(terms.Assumptions, "assumptions", ("forudsætningen", "the assumption"))
            .Texts(terms.SupplierReservations, "supplierReservations", ("forbeholdet", "the reservation"));

    private static BrokenRules Frame(this BrokenRules broken, EconomicFrame? frame)
    {
        if (frame is null)
            return broken.If(true, InitiativeRefusals.FrameMissing);
        return broken
            .Money(frame.Amount, "frame.amount")
            .If(frame.Currency != "DKK", InitiativeRefusals.CurrencyUnknown)
            .Each(frame.Shares, "frame.shares", (share, path) => broken
                .If(share.Year is < 2000 or > 2099, () => InitiativeRefusals.DateImplausible($"{path}.year"))
                .Organisation(share.Payer, $"{path}.payer")
                .Money(share.Amount, $"{path}.amount"))
            .If(frame.Shares is { Count: > 0 } shares && Sum(shares) != frame.Amount, InitiativeRefusals.SharesDoNotAddUp);
    }

    // Amounts beyond all reason are refused one by one; here they only must not overflow.
    private static decimal Sum(IReadOnlyList<FrameShare> shares) =>
        shares.Sum(s => Math.Clamp(s.Amount, -1_000_000_000_000_000m, 1_000_000_000_000_000m));

    private static BrokenRules Period(this BrokenRules broken, DeliveryTerms terms) =>
        broken
            .If(terms.Start is null, () => InitiativeRefusals.DateMissing("start"))
            .If(terms.End is null, () => InitiativeRefusals.DateMissing("end"))
            .Date(terms.Start, "start")
            .Date(terms.End, "end")
            .If(terms.End < terms.Start, () => InitiativeRefusals.EndBeforeStart("end"))
            .Each(terms.Milestones, "milestones", (milestone, path) => broken
                .Text(milestone.Name, $"{path}.name", ("milepælens navn", "the milestone's name"), BrokenRules.LongestTitle)
                .If(milestone.Due < terms.Start || milestone.Due > terms.End, () => InitiativeRefusals.MilestoneOutsidePeriod($"{path}.due")));

    private static BrokenRules Indicator(this BrokenRules broken, Indicator indicator, string path) =>
        broken
            .Text(indicator.Id, $"{path}.id", ("indikatorens id", "the indicator's id"), BrokenRules.LongestId)
            .Text(indicator.Name, $"{path}.name", ("indikatorens navn", "the indicator's name"), BrokenRules.LongestTitle)
            .Text(indicator.Unit, $"{path}.unit", ("indikatorens enhed", "the indicator's unit"), BrokenRules.LongestId)
            .If(indicator.Target is null, () => InitiativeRefusals.TargetMissing($"{path}.target"))
            .If(IsAgainstDirection(indicator), () => InitiativeRefusals.TargetAgainstDirection($"{path}.target"))
            .If(indicator.Tolerance < 0, () => InitiativeRefusals.ToleranceNegative($"{path}.tolerance"))
            .Date(indicator.Due, $"{path}.due");

    private static bool IsAgainstDirection(Indicator i) =>
        i.Direction is IndicatorDirection.Up ? i.Target < i.Baseline : i.Target > i.Baseline;
}
