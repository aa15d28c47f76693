using static Initiatives.Domain.Tests.Initiatives.Chains;
using static Initiatives.Domain.Tests.Initiatives.Initiative10;
using static Initiatives.Domain.Tests.Initiatives.Scenario;

namespace Initiatives.Domain.Tests.Initiatives;

public sealed class StatusTests
{
    private static readonly StatusReported First = new(1, Day("2023-08-18"), Green, TrafficLight.Green, [], "chefforum-2023-08-30", false, null);

    [Fact]
    public void A_green_status_in_a_round_answers_it() =>
        Given(Started).When(new PostStatus(Green)).Then(First);

    [Fact]
    public void The_due_day_itself_is_not_late_and_the_day_after_is()
    {
        Given(Started).On("2023-08-18").When(new PostStatus(Green)).Said<StatusReported>().Late.ShouldBeFalse();
        var late = Given(Started).On("2023-08-21").When(new PostStatus(Green)).Said<StatusReported>();
        (late.Late, late.Round).ShouldBe((true, "chefforum-2023-08-30"));
    }

    [Fact]
    public void Between_rounds_a_status_answers_none() =>
        Given(Started).On("2023-07-01").When(new PostStatus(Green)).Said<StatusReported>().Round.ShouldBeNull();

    [Fact]
    public void Only_an_initiative_in_delivery_has_a_status()
    {
        Given().When(new PostStatus(Green)).ThenRefused("initiative-not-ordered");
        Given(InForce).When(new PostStatus(Green)).ThenRefused("initiative-not-started");
        Given(Paused).When(new PostStatus(Green)).ThenRefused("initiative-paused");
        Given(Claimed).When(new PostStatus(Green)).ThenRefused("initiative-delivered");
        Given(Withdrawn).When(new PostStatus(Green)).ThenRefused("initiative-ended");
    }

    [Fact]
    public void Every_status_tells_progress_next_step_and_the_stance_on_patient_involvement()
    {
        Given(Started).When(new PostStatus(Green with { Progress = null, NextStep = " ", PatientInvolvement = null }))
            .ThenRefused("text-missing at progress", "text-missing at nextStep", "patient-involvement-missing at patientInvolvement");
        Given(Started).When(new PostStatus(Green with { PatientInvolvement = new PatientInvolvement(true, null) }))
            .ThenRefused("patient-involvement-missing at patientInvolvement.text");
    }

    [Fact]
    public void Yellow_tells_cause_consequence_options_and_remedy() =>
        Given(Started).When(new PostStatus(Yellow with { Deviation = null })).ThenRefused(
            "deviation-needs-cause at deviation.cause", "deviation-needs-consequence at deviation.consequence",
            "deviation-needs-options at deviation.options", "deviation-needs-remedy at deviation.remedy");

    [Fact]
    public void A_red_status_names_the_decision_it_wants() =>
        Given(Started).When(new PostStatus(Red with { Deviation = Yellow.Deviation })).ThenRefused(
            "red-needs-decision at deviation.decisionWanted", "red-needs-forum at deviation.decisionFrom", "red-needs-date at deviation.decisionBy");

    [Fact]
    public void The_decision_is_wanted_of_a_forum_of_the_cluster_and_not_by_yesterday() =>
        Given(Started).When(new PostStatus(Red with { Deviation = Red.Deviation! with { DecisionFrom = "ssfsn", DecisionBy = Day("2023-08-17") } }))
            .ThenRefused("forum-unknown at deviation.decisionFrom", "date-past at deviation.decisionBy");

    [Fact]
    public void Another_light_than_the_suggested_says_why()
    {
        var late = Green with { Forecast = new Forecast(Day("2024-02-29"), null) };

        Given(Started).When(new PostStatus(late)).ThenRefused("override-needs-reason at overrideReason");
        var posted = Given(Started).When(new PostStatus(late with { OverrideReason = "Aftalt med Chefforum" })).Said<StatusReported>();
        (posted.Content.Light, posted.Suggested).ShouldBe((TrafficLight.Green, TrafficLight.Yellow));
        posted.SuggestedBecause.ShouldBe(["end-late:just-2-months"]);
    }

    [Fact]
    public void The_refusal_of_an_override_tells_the_suggestion_and_its_reason() =>
        Given(Started).When(new PostStatus(Green with { Forecast = new Forecast(null, 480_000m) })).Refusal().Danish
            .ShouldBe("Systemet foreslår gul: Udgiften er 7 % over rammen. Skriv, hvorfor du vælger en anden farve.");

    [Fact]
    public void A_reason_left_over_from_last_time_is_not_kept_when_nothing_is_overridden() =>
        Given(Started).When(new PostStatus(Green with { OverrideReason = "Fra sidst" })).Then(First);

    [Fact]
    public void A_forecast_lies_after_the_start_and_costs_no_less_than_nothing() =>
        Given(Started).When(new PostStatus(Green with { Forecast = new Forecast(Day("2023-04-30"), -1m) }))
            .ThenRefused("forecast-before-start at forecast.end", "money-negative at forecast.cost");

    [Fact]
    public void Readings_are_of_agreed_indicators_and_not_of_tomorrow() =>
        Given(Started).When(new PostStatus(Green with { Indicators = [new IndicatorReading("andet", 1m, Day("2023-08-01")), new IndicatorReading("kontakter", 1m, Day("2023-08-19"))] }))
            .ThenRefused("indicator-unknown at indicators[0].indicator", "date-in-future at indicators[1].measured");

    [Fact]
    public void Three_hundred_kilobytes_of_text_are_refused() =>
        Given(Started).When(new PostStatus(Green with { Progress = new string('x', 300_000) })).ThenRefused("text-too-long at progress");

    [Fact]
    public void A_personal_number_is_refused_in_any_text_with_the_reason()
    {
        const string named = "Borgeren 010203-1234 blev genindlagt.";
        Given(Started).When(new PostStatus(Red with
        {
            Progress = named,
            NextStep = named,
            OverrideReason = named,
            Light = TrafficLight.Red,
            Dimensions = Dimensions.AllGreen,
            Deviation = Red.Deviation! with { Cause = named, Consequence = named, Options = named, Remedy = named, DecisionWanted = named },
            PatientInvolvement = new PatientInvolvement(true, named),
        })).ThenRefused(new[]
        {
            "progress", "nextStep", "overrideReason", "patientInvolvement.text",
            "deviation.cause", "deviation.consequence", "deviation.options", "deviation.remedy", "deviation.decisionWanted",
        }.Select(f => $"cpr-in-text at {f}"));
        Given(Started).When(new PostStatus(Green with { Progress = named })).Refusal().Danish.ShouldContain("Patienter må ikke kunne genkendes");
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_also_with_the_phase() =>
        Given(InForce).When(new PostStatus(Green with { Progress = "", Forecast = new Forecast(null, -1m) }))
            .ThenRefused("initiative-not-started", "text-missing at progress", "money-negative at forecast.cost");

    [Fact]
    public void The_same_status_again_on_the_same_day_is_not_posted_twice()
    {
        var posted = Given(Started).After(new PostStatus(Green));

        posted.When(new PostStatus(Green with { Indicators = [] })).ThenNothingNew();
        posted.On("2023-08-19").When(new PostStatus(Green)).Said<StatusReported>().Status.ShouldBe(2);
        posted.When(new PostStatus(Green with { Progress = "Mere nyt" })).Said<StatusReported>().Status.ShouldBe(2);
    }

    [Fact]
    public void A_correction_points_at_the_latest_status_and_answers_no_round_of_its_own()
    {
        var corrected = Green with { Progress = "To koordinatorer er ansat." };

        Given(WithGreen).When(new PostStatus(corrected, Corrects: 1)).Then(First with { Status = 2, Content = corrected, Round = null, Corrects = 1 });
        Given([.. WithGreen, Posted(2, "2023-07-01", Green)]).When(new PostStatus(corrected, Corrects: 1)).ThenRefused("corrected-status-superseded at corrects");
        Given(WithGreen).When(new PostStatus(corrected, Corrects: 2)).ThenRefused("corrected-status-unknown at corrects");
    }

    [Fact]
    public void A_round_can_still_be_answered_on_the_day_of_a_correction() =>
        Given(WithGreen).After(new PostStatus(Green with { Progress = "Rettet" }, Corrects: 1))
            .When(new ReconfirmStatus()).Then(new StatusReconfirmed(3, Day("2023-08-18"), 2, "chefforum-2023-08-30", false));

    [Fact]
    public void Unchanged_gives_the_last_green_a_new_date()
    {
        Given(WithGreen).When(new ReconfirmStatus()).Then(new StatusReconfirmed(2, Day("2023-08-18"), 1, "chefforum-2023-08-30", false));
        Given(WithGreen).After(new ReconfirmStatus()).On("2023-10-20").When(new ReconfirmStatus())
            .Then(new StatusReconfirmed(3, Day("2023-10-20"), 1, "chefforum-2023-10-30", false));
    }

    [Fact]
    public void Only_a_green_within_the_tolerances_is_unchanged()
    {
        Given(Started).When(new ReconfirmStatus()).ThenRefused("reconfirm-needs-status");
        Given(WithYellow).When(new ReconfirmStatus()).ThenRefused("reconfirm-needs-green");
        Given(WithGreen).On("2024-02-15").When(new ReconfirmStatus()).ThenRefused("reconfirm-outside-tolerance");
        Given([.. Started, Posted(1, "2023-06-01", Green with { OverrideReason = "Aftalt", Forecast = new Forecast(Day("2024-02-29"), null) })])
            .When(new ReconfirmStatus()).ThenRefused("reconfirm-outside-tolerance");
    }

    [Fact]
    public void An_imported_status_that_tells_nothing_cannot_be_re_confirmed() =>
        Given([.. Started, Posted(1, "2023-06-01", Green with { PatientInvolvement = null })]).When(new ReconfirmStatus()).ThenRefused("reconfirm-incomplete");

    [Fact]
    public void Patients_comment_on_a_status_that_exists()
    {
        Given(WithGreen).When(new CommentPatientInvolvement(1, "Hør os tidligere")).Then(new PatientInvolvementCommented(1, "Hør os tidligere"));
        Given(WithGreen).When(new CommentPatientInvolvement(2, "Hør os tidligere")).ThenRefused("status-unknown at status");
    }
}
