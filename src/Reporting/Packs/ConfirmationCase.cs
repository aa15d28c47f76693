using Initiatives.Domain;
using Initiatives.Reporting.Charts;
using Initiatives.Reporting.Record;
using Confirmation = Initiatives.Reporting.Record.Confirmation;

namespace Initiatives.Reporting.Packs;

/// <summary>An order confirmation that a forum is asked to approve.</summary>
/// <param name="Earlier">What the forums before it in the chain made of it, a sentence each.</param>
/// <param name="Unmet">How many of their reservations are not fulfilled.</param>
/// <param name="Change">The terms side by side, where this is a re-plan: "Forventet nu" is what is proposed.</param>
public sealed record ConfirmationCase(
    int Number,
    string Title,
    string Owner,
    int Revision,
    string? Reason,
    DateOnly Submitted,
    DeliveryTerms Terms,
    IReadOnlyList<string> Resources,
    IReadOnlyList<string> Earlier,
    int Unmet,
    TermsComparison? Change)
{
    internal static IReadOnlyList<ConfirmationCase> All(PackMaterial material) =>
        [.. material.ToApprove().Select(a => Of(material, a.Initiative, a.Confirmation))];

    internal static ConfirmationCase Of(PackMaterial material, InitiativeRecord initiative, Confirmation confirmation)
    {
        var terms = confirmation.Terms;
        return new(
            initiative.Card.Number,
            initiative.Card.Title,
            material.Owner(initiative),
            confirmation.Revision,
            confirmation.Reason,
            confirmation.Submitted.On,
            terms,
            [.. terms.Resources.Select(r => $"{material.Name(r.Organisation)}: {r.Text}")],
            [.. confirmation.Outcomes.Select(o => Outcome(material, o, r => HowItStands(material, initiative, r)))],
            confirmation.Outcomes.Select(o => o.Fact).OfType<ConfirmationApproved>().SelectMany(a => a.Reservations).Count(r => Fulfilled(initiative, r) is null),
            PackMaterial.Terms(initiative) is { } now
                ? now with { ForecastEnd = terms.End, ForecastCost = terms.Frame?.Amount, Proposed = true }
                : null);
    }

    /// <summary>"fra 4,1 til 3 (ned er bedre), tolerance 0,2, inden 31. dec. 2023", as it is read where it is decided on.</summary>
    internal static string Aim(Indicator i) =>
        $"fra {Danish.Number(i.Baseline)} til {Danish.Measured(i.Target, i.Unit)} ({(i.Direction == IndicatorDirection.Down ? "ned" : "op")} er bedre), tolerance {Danish.Number(i.Tolerance ?? 0)}, inden {(i.Due is { } due ? Danish.Date(due) : "indsatsens slut")}";

    private static Told<ReservationFulfilled>? Fulfilled(InitiativeRecord initiative, ApprovalReservation reservation) =>
        initiative.Reservations.FirstOrDefault(r => r.Number == reservation.Reservation)?.Fulfilled;

    private static string HowItStands(PackMaterial material, InitiativeRecord initiative, ApprovalReservation reservation)
    {
        string?[] told =
        [
            reservation.Owner is { } owner ? material.Part(initiative, owner) : null,
            reservation.Due is { } due ? $"frist {Danish.Date(due)}" : null,
            Fulfilled(initiative, reservation) is { } fulfilled ? $"opfyldt {Danish.Date(fulfilled.Stamp.On)}" : "ikke opfyldt endnu",
        ];
        return $" ({string.Join(", ", told.OfType<string>())})";
    }

    /// <summary>"Chefforum godkendte 31. mar. 2023".</summary>
    /// <param name="standing">What is added to a reservation; null for what was decided, as it was decided.</param>
    internal static string Outcome(PackMaterial material, Told<InitiativeEvent> told, Func<ApprovalReservation, string>? standing = null) => told.Fact switch
    {
        ConfirmationApproved e when e.Reservations.Count > 0 => $"{material.Name(e.Forum)} godkendte {Danish.Date(told.Stamp.On)} med forbehold: {string.Join("; ", e.Reservations.Select(r => r.Text + standing?.Invoke(r)))}",
        ConfirmationApproved e when e.Remarks.Count > 0 => $"{material.Name(e.Forum)} godkendte {Danish.Date(told.Stamp.On)} med bemærkning: {string.Join("; ", e.Remarks)}",
        ConfirmationApproved e => $"{material.Name(e.Forum)} godkendte {Danish.Date(told.Stamp.On)}",
        ConfirmationPostponed e => $"{material.Name(e.Forum)} udsatte {Danish.Date(told.Stamp.On)} til {(material.Record.Calendar.Find(e.ToMeeting) is { } meeting ? "mødet " + Danish.Date(meeting.On) : "et senere møde")}",
        ConfirmationReturned e => $"{material.Name(e.Forum)} sendte tilbage {Danish.Date(told.Stamp.On)}: {e.Reasons}",
        _ => throw new InvalidOperationException($"{told.Fact.GetType().Name} is no outcome of an approval."),
    };
}
