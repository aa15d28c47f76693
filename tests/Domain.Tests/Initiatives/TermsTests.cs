using static Initiatives.Domain.Tests.Initiatives.Chains;
using static Initiatives.Domain.Tests.Initiatives.Initiative10;
using static Initiatives.Domain.Tests.Initiatives.Scenario;

namespace Initiatives.Domain.Tests.Initiatives;

public sealed class TermsTests
{
    [Fact]
    public void An_empty_confirmation_is_told_all_it_lacks_at_once() =>
        Submitting(DeliveryTerms.NotStated).ThenRefused(
            "text-missing at deliverable", "frame-missing at frame", "date-missing at start", "date-missing at end", "resources-missing at resources",
            "indicators-missing at indicators", "patient-involvement-missing at patientInvolvement");

    [Fact]
    public void The_end_does_not_lie_before_the_start() =>
        Submitting(Terms with { End = Day("2023-04-30"), Milestones = [] }).ThenRefused("end-before-start at end");

    [Fact]
    public void Money_is_not_negative_and_its_shares_add_up()
    {
        Submitting(Terms with { Frame = new EconomicFrame(-1m, "DKK", []) }).ThenRefused("money-negative at frame.amount");
        Submitting(Terms with { Frame = new EconomicFrame(100m, "EUR", [new FrameShare(2023, "nabo", 99m)]) })
            .ThenRefused("currency-unknown at frame.currency", "organisation-unknown at frame.shares[0].payer", "shares-do-not-add-up at frame.shares");
        Submitting(Terms with { Frame = new EconomicFrame(0m, "DKK", []) }).Said<ConfirmationSubmitted>();
    }

    [Fact]
    public void A_milestone_lies_within_the_period() =>
        Submitting(Terms with { Milestones = [new Milestone("Evaluering", Day("2024-02-01"))] }).ThenRefused("milestone-outside-period at milestones[0].due");

    [Fact]
    public void An_indicator_has_a_target_on_the_right_side_of_its_baseline_and_an_id_of_its_own() =>
        Submitting(Terms with
        {
            Indicators =
            [
                Terms.Indicators[0] with { Target = null },
                Terms.Indicators[0] with { Target = 5m, Tolerance = -1m },
            ],
        }).ThenRefused(
            "listed-twice at indicators[0].id", "target-missing at indicators[0].target",
            "listed-twice at indicators[1].id", "target-against-direction at indicators[1].target", "tolerance-negative at indicators[1].tolerance");

    [Fact]
    public void Not_involving_patients_is_a_stance_that_says_why_not()
    {
        Submitting(Terms with { PatientInvolvement = new PatientInvolvement(false, " ") }).ThenRefused("patient-involvement-missing at patientInvolvement.text");
        Submitting(Terms with { PatientInvolvement = new PatientInvolvement(false, "En teknisk omlægning") }).Said<ConfirmationSubmitted>();
    }

    [Fact]
    public void Dates_of_the_years_1_and_9999_are_refused_and_do_not_break_anything() =>
        Submitting(Terms with { Start = DateOnly.MinValue, End = DateOnly.MaxValue }).ThenRefused("date-implausible at start", "date-implausible at end");

    [Fact]
    public void No_list_is_endless() =>
        Submitting(Terms with { Assumptions = [.. Enumerable.Repeat("En forudsætning", 101)] }).ThenRefused("list-too-long at assumptions");

    private static Outcome Submitting(DeliveryTerms terms) => Given(Anchored).When(new SubmitConfirmation(1, terms));
}
