using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Approvals;

/// <summary>PUT .../confirmations/{revision}: the owner's answer to the order; from revision 2 on a re-plan, with its reason.</summary>
internal static class SubmitConfirmation
{
    /// <param name="Shares">By year and payer; left out, or adding up to the amount.</param>
    public sealed record Money(decimal Amount, string Currency = "DKK", IReadOnlyList<FrameShare>? Shares = null);

    /// <param name="Reason">Demanded from revision 2 on.</param>
    public sealed record Body(
        string? Deliverable = null,
        Money? Frame = null,
        DateOnly? Start = null,
        DateOnly? End = null,
        IReadOnlyList<Milestone>? Milestones = null,
        IReadOnlyList<ResourcePledge>? Resources = null,
        IReadOnlyList<Indicator>? Indicators = null,
        PatientInvolvement? PatientInvolvement = null,
        IReadOnlyList<string>? Assumptions = null,
        IReadOnlyList<string>? SupplierReservations = null,
        string? Reason = null)
    {
        public DeliveryTerms Terms => new(
            Deliverable, Frame is { } f ? new(f.Amount, f.Currency, f.Shares ?? []) : null, Start, End,
            Milestones ?? [], Resources ?? [], Indicators ?? [], PatientInvolvement, Assumptions ?? [], SupplierReservations ?? []);
    }

    public static readonly Body Example = new(
        "Et fælles forløb for borgere med mange sygehuskontakter",
        new(450_000m),
        new(2023, 5, 1),
        new(2023, 12, 31),
        [new("De første ti borgere er i forløb", new(2023, 9, 1))],
        [new("aalborg", "0,5 årsværk"), new("auh", "en klinisk koordinator")],
        [new("kontakter", "Akutte kontakter pr. borger pr. kvartal", "antal", 4.1m, 3.0m, IndicatorDirection.Down, 0.2m, new(2023, 12, 31))],
        new(true, "Patientinddragelsesudvalget læser forløbsbeskrivelsen"),
        ["Adgang til fælles data"],
        ["Afhænger af, at stillingen besættes"]);

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, int revision, Body body, Desk desk) =>
        desk.AddAsync(address.Located, address.Wish(new Domain.SubmitConfirmation(revision, body.Terms, body.Reason)));
}
