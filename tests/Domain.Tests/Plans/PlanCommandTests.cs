using static Initiatives.Domain.Tests.Meetings.Midt;

namespace Initiatives.Domain.Tests.Plans;

public sealed class PlanCommandTests
{
    private static readonly DrawUpPlan DrawUp =
        new("handleplan-2023", "Handleplan for Sundhedsklynge Midt", Day("2022-09-20"), Day("2023-12-31"), [new FocusArea("mental", "Mental sundhed"), new FocusArea("lighed", "Lighed i sundhed")]);

    private static readonly ApprovePlan Approve =
        new("politisk-niveau", Day("2023-03-13"), [new Condition("Politisk godkendelse i kommunerne")], ["Indsats 10 skal være handlingsorienteret"]);

    private static readonly Plan Drawn = After(Plan.None, DrawUp);
    private static readonly Plan Approved = After(Drawn, Approve);

    [Fact]
    public void A_plan_has_a_title_a_period_that_ends_after_it_begins_and_focus_areas_told_apart() =>
        Refusals(Plan.None, new DrawUpPlan("plan 1", "", Day("2023-12-31"), Day("2022-09-20"), [new FocusArea("a", "A"), new FocusArea("a", "B")]))
            .ShouldBe(["slug-malformed", "text-missing", "plan-ends-before-start", "listed-twice"]);

    [Fact]
    public void Another_plan_under_the_same_id_is_refused() =>
        Refusals(Drawn, DrawUp with { Title = "En anden" }).ShouldBe(["plan-already-drawn-up"]);

    [Fact]
    public void An_initiative_gets_a_number_of_its_own()
    {
        var listed = After(Drawn, new ListInitiative(7));

        listed.Initiatives.ShouldBe([7]);
        new ListInitiative(7).Decide(listed, On("2023-04-01")).Events.ShouldBeEmpty();
        Refusals(Drawn, new ListInitiative(0)).ShouldBe(["initiative-number-malformed"]);
    }

    [Fact]
    public void Reservations_are_numbered_through_the_plan_and_tracked_until_fulfilled()
    {
        var twice = After(Approved, Approve with { Forum = "direktoerforum", On = Day("2023-03-20"), Reservations = [new Condition("Ny økonomi", "region", Day("2023-06-01"))] });

        twice.OpenReservations.ShouldBe([1, 2]);
        After(twice, new FulfilPlanReservation(1, "Alle kommuner har godkendt")).OpenReservations.ShouldBe([2]);
        Refusals(twice, new FulfilPlanReservation(3)).ShouldBe(["plan-reservation-unknown"]);
    }

    [Fact]
    public void A_plan_is_not_closed_without_what_was_learned_from_it()
    {
        Refusals(Approved, new ClosePlan(Day("2023-03-31"), "politisk-niveau", "Afsluttes", " ")).ShouldBe(["text-missing"]);
        After(Approved, new ClosePlan(Day("2023-03-31"), "politisk-niveau", "Afsluttes", "Begynd med data")).Lessons.ShouldBe("Begynd med data");
    }

    [Fact]
    public void A_plan_asks_how_it_is_to_end_for_ninety_days_and_for_as_long_as_nobody_has_closed_it()
    {
        PlanEnd.IsNear(Approved, Approved.To.AddDays(-91)).ShouldBeFalse();
        PlanEnd.IsNear(Approved, Approved.To.AddDays(-90)).ShouldBeTrue();
        PlanEnd.IsNear(Approved, Approved.To.AddDays(30)).ShouldBeTrue();
        PlanEnd.IsNear(Approved with { Closed = Approved.To }, Approved.To).ShouldBeFalse();
        PlanEnd.LastMeeting(Approved with { To = Day("2023-12-31") }, KlyngeMidt, Year2023)!.Id.ShouldBe("chefforum-2023-11-27");
        PlanEnd.LastMeeting(Approved with { To = Day("2023-07-31") }, KlyngeMidt, Year2023).ShouldBeNull("the last meeting before it is longer ago");
    }

    [Fact]
    public void The_same_approval_in_other_words_is_refused() =>
        Refusals(Approved, Approve with { Remarks = [] }).ShouldBe(["plan-already-approved"]);

    [Fact]
    public void An_approval_names_a_forum_of_the_cluster_its_own_meeting_and_a_day_that_has_come() =>
        Refusals(Drawn, Approve with { Forum = "chefforum", On = Day("2023-05-01"), Meeting = "direktoerforum-2023-04-17" })
            .ShouldBe(["date-in-future", "meeting-of-another-forum"]);

    [Fact]
    public void What_was_considered_and_not_carried_keeps_its_reason()
    {
        var dropped = After(Drawn, new DropFromPlan("De 8 veje", "Indskrevet som generel rettesnor"));

        dropped.NotCarried.Count.ShouldBe(1);
        Refusals(dropped, new DropFromPlan("De 8 veje", "En anden grund")).ShouldBe(["initiative-already-not-carried"]);
    }

    [Fact]
    public void A_closed_plan_takes_nothing_new_but_a_reservation_fulfilled()
    {
        var closed = After(Approved, new ClosePlan(Day("2023-03-31"), "politisk-niveau", "Afsluttes", "Begynd med data"));

        Refusals(closed, new ListInitiative(16)).ShouldBe(["plan-closed"]);
        Refusals(closed, new RevisePlan("Ny titel", Drawn.From, Drawn.To, Drawn.FocusAreas)).ShouldBe(["plan-closed"]);
        Refusals(closed, new ClosePlan(Day("2023-04-01"), "politisk-niveau", "Igen", "Begynd med data")).ShouldBe(["plan-closed"]);
        Refusals(closed, new FulfilPlanReservation(1)).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_happens_to_a_plan_that_is_not_drawn_up() =>
        Refusals(Plan.None, new ListInitiative(1)).ShouldBe(["plan-not-drawn-up"]);

    [Fact]
    public void A_personal_number_is_refused_in_a_plans_texts_too() =>
        Refusals(Drawn, new DropFromPlan("Forløb for 010203-1234", "...")).ShouldBe(["cpr-in-text"]);

    private static Plan After(Plan plan, PlanCommand command)
    {
        var decision = command.Decide(plan, On("2023-04-01"));
        decision.Refusals.ShouldBeEmpty();
        return decision.Events.Aggregate(plan, Plan.Evolve);
    }

    private static IEnumerable<string> Refusals(Plan plan, PlanCommand command) =>
        command.Decide(plan, On("2023-04-01")).Refusals.Select(r => r.Code);
}
