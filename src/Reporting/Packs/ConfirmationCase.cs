using Initiatives.Domain;
using Initiatives.Reporting.Charts;
using Initiatives.Reporting.Record;
using Confirmation = Initiatives.Reporting.Record.Confirmation;

namespace Initiatives.Reporting.Packs;

/// <summary>An order confirmation that a forum is asked to approve.</summary>
/// <param name="Earlier">What the forums before it in the chain made of it, a sentence each.</param>
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
            [.. confirmation.Outcomes.Select(o => Outcome(material, o))],
            PackMaterial.Terms(initiative) is { } now
                ? now with { ForecastEnd = terms.End, ForecastCost = terms.Frame?.Amount, Proposed = true }
                : null);
    }

    /// <summary>"Chefforum godkendte 31. mar. 2023".</summary>
    internal static string Outcome(PackMaterial material, Told<InitiativeEvent> told) => told.Fact switch
    {
        ConfirmationApproved e when e.Reservations.Count > 0 => $"{material.Name(e.Forum)} godkendte {Danish.Date(told.Stamp.On)} med forbehold: {string.Join("; ", e.Reservations.Select(r => r.Text))}",
        ConfirmationApproved e when e.Remarks.Count > 0 => $"{material.Name(e.Forum)} godkendte {Danish.Date(told.Stamp.On)} med bemærkning: {string.Join("; ", e.Remarks)}",
        ConfirmationApproved e => $"{material.Name(e.Forum)} godkendte {Danish.Date(told.Stamp.On)}",
        ConfirmationPostponed e => $"{material.Name(e.Forum)} udsatte {Danish.Date(told.Stamp.On)} til {(material.Record.Calendar.Find(e.ToMeeting) is { } meeting ? "mødet " + Danish.Date(meeting.On) : "et senere møde")}",
        ConfirmationReturned e => $"{material.Name(e.Forum)} sendte tilbage {Danish.Date(told.Stamp.On)}: {e.Reasons}",
        _ => throw new InvalidOperationException($"{told.Fact.GetType().Name} is no outcome of an approval."),
    };
}
