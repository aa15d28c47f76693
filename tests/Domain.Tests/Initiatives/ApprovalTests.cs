using static Initiatives.Domain.Tests.Initiatives.Chains;
using static Initiatives.Domain.Tests.Initiatives.Initiative10;
using static Initiatives.Domain.Tests.Initiatives.Scenario;

namespace Initiatives.Domain.Tests.Initiatives;

public sealed class ApprovalTests
{
    private static readonly ApproveConfirmation Chefforum = new(1, "chefforum", [], [], DecidedHow.Meeting, "chefforum-2023-03-31");

    private static readonly ApproveConfirmation Direktoerforum = new(1, "direktoerforum", [], [], DecidedHow.Meeting, "direktoerforum-2023-04-17");

    [Fact]
    public void In_Midt_Chefforum_approves_first_and_then_Direktoerforum_and_then_the_terms_are_in_force()
    {
        Given(Submitted).When(Chefforum).Then(ByChefforum);
        Given(HalfApproved).When(Direktoerforum).Then(ByDirektoerforum, new TermsTookForce(1));
    }

    [Fact]
    public void An_approval_out_of_the_chains_order_is_refused() =>
        Given(Submitted).When(Direktoerforum).ThenRefused("approval-out-of-order at forum");

    [Fact]
    public void A_forum_outside_the_chain_approves_nothing() =>
        Given(Submitted).When(new ApproveConfirmation(1, "politisk-niveau", [], [], DecidedHow.WrittenProcedure)).ThenRefused("forum-lacks-duty at forum");

    [Fact]
    public void In_Syd_SSFSN_approves_alone() =>
        Given(Submitted).In(Syd("2023-05-24"))
            .When(new ApproveConfirmation(1, "ssfsn", [], [], DecidedHow.WrittenProcedure))
            .Then(new ConfirmationApproved(1, "ssfsn", [], [], DecidedHow.WrittenProcedure, null), new TermsTookForce(1));

    [Fact]
    public void In_Syd_the_forum_that_mends_deviations_approves_nothing() =>
        Given(Submitted).In(Syd("2023-05-24"))
            .When(new ApproveConfirmation(1, "driftsgruppe", [], [], DecidedHow.WrittenProcedure))
            .ThenRefused("forum-lacks-duty at forum");

    [Fact]
    public void In_Midtklyngen_Klyngestyregruppen_approves_alone() =>
        Given(Submitted).In(Midtklyngen("2022-06-24"))
            .When(new ApproveConfirmation(1, "klyngestyregruppen", [], [], DecidedHow.WrittenProcedure))
            .Then(new ConfirmationApproved(1, "klyngestyregruppen", [], [], DecidedHow.WrittenProcedure, null), new TermsTookForce(1));

    [Fact]
    public void Another_clusters_forum_is_unknown() =>
        Given(Submitted).In(Syd("2023-05-24")).When(Chefforum with { How = DecidedHow.WrittenProcedure, Meeting = null }).ThenRefused("forum-unknown at forum");

    [Fact]
    public void Reservations_are_numbered_on_from_those_of_the_order() =>
        Given([.. Submitted, new OrderReservationAdded(1, "politisk-niveau", "Politisk godkendelse", null, null)])
            .When(Chefforum with { Reservations = [new Condition("Data er på plads", "region", Day("2023-09-01")), new Condition("Borgerne høres")], Remarks = ["Godt arbejde"] })
            .Then(ByChefforum with
            {
                Reservations = [new ApprovalReservation(2, "Data er på plads", "region", Day("2023-09-01")), new ApprovalReservation(3, "Borgerne høres", null, null)],
                Remarks = ["Godt arbejde"],
            });

    [Fact]
    public void A_reservation_is_tracked_until_it_is_fulfilled()
    {
        var reserved = Given(Submitted).After(Chefforum with { Reservations = [new Condition("Data er på plads")] });

        reserved.State.OpenReservations.ShouldHaveSingleItem().Forum.ShouldBe("chefforum");
        reserved.When(new FulfilReservation(1)).Then(new ReservationFulfilled(1, null));
        reserved.When(new FulfilReservation(2)).ThenRefused("reservation-unknown at reservation");
        reserved.After(new FulfilReservation(1)).State.OpenReservations.ShouldBeEmpty();
    }

    [Fact]
    public void Approving_again_with_other_reservations_is_refused_rather_than_lost() =>
        Given(HalfApproved).When(Chefforum with { Reservations = [new Condition("Data er på plads")] }).ThenRefused("already-approved at forum");

    [Fact]
    public void A_decision_at_a_meeting_names_one_of_the_forums_own_meetings()
    {
        Given(Submitted).When(Chefforum with { Meeting = null }).ThenRefused("meeting-missing at meeting");
        Given(Submitted).When(Chefforum with { Meeting = "direktoerforum-2023-04-17" }).ThenRefused("meeting-of-another-forum at meeting");
        Given(Submitted).When(Chefforum with { Meeting = "chefforum-2023-01-01" }).ThenRefused("meeting-unknown at meeting");
        Given(Submitted).When(Chefforum with { How = DecidedHow.WrittenProcedure }).ThenRefused("written-procedure-has-no-meeting at meeting");
    }

    [Fact]
    public void A_returned_first_revision_is_answered_by_the_second_with_its_reason()
    {
        var returned = Given(HalfApproved).After(new ReturnConfirmation(1, "direktoerforum", "Målet mangler", DecidedHow.WrittenProcedure));

        returned.State.Phase.ShouldBe(Phase.Anchored);
        returned.When(Direktoerforum).ThenRefused("revision-not-pending at revision");
        returned.When(new SubmitConfirmation(2, Terms)).ThenRefused("text-missing at reason");
        returned.When(new SubmitConfirmation(3, Terms, "Målet er tilføjet")).ThenRefused("revision-out-of-order at revision");
        returned.When(new SubmitConfirmation(2, Terms, "Målet er tilføjet")).Then(new ConfirmationSubmitted(2, Terms, "Målet er tilføjet"));
    }

    [Fact]
    public void A_new_revision_starts_at_the_first_forum_again() =>
        Given(HalfApproved)
            .After(new SubmitConfirmation(2, LaterTerms, "Koordinatoren kommer senere"))
            .When(new ApproveConfirmation(2, "direktoerforum", [], [], DecidedHow.WrittenProcedure))
            .ThenRefused("approval-out-of-order at forum");

    [Fact]
    public void A_postponed_revision_waits_for_a_later_meeting_of_that_forum()
    {
        var postpone = new PostponeConfirmation(1, "chefforum", "chefforum-2023-08-30");

        Given(Submitted).When(postpone).Then(new ConfirmationPostponed(1, "chefforum", "chefforum-2023-08-30", null));
        Given(Submitted).When(postpone with { ToMeeting = "chefforum-2023-03-31" }).ThenRefused("date-past at toMeeting");
        Given(Submitted).When(postpone with { ToMeeting = "direktoerforum-2023-10-02" }).ThenRefused("meeting-of-another-forum at toMeeting");
        Given(Submitted).After(postpone).On("2023-08-30").When(Chefforum with { Meeting = "chefforum-2023-08-30" }).Then(ByChefforum with { Meeting = "chefforum-2023-08-30" });
    }

    [Fact]
    public void Old_terms_stay_in_force_until_the_last_forum_has_approved_the_new()
    {
        Given(Replanning).State.InForce!.Terms.ShouldBe(Terms);
        Given(Replanning).State.Phase.ShouldBe(Phase.InDelivery);
        Given(Replanning).After(new ApproveConfirmation(2, "direktoerforum", [], [], DecidedHow.WrittenProcedure)).State.InForce!.Terms.ShouldBe(LaterTerms);
    }

    [Fact]
    public void A_replan_that_the_managing_forum_chose_closes_its_deviation_when_it_takes_force() =>
        Given(Replanning)
            .When(new ApproveConfirmation(2, "direktoerforum", [], [], DecidedHow.WrittenProcedure))
            .Then(
                new ConfirmationApproved(2, "direktoerforum", [], [], DecidedHow.WrittenProcedure, null),
                new TermsTookForce(2),
                new DeviationClosed(1, "direktoerforum", DeviationClosing.AcceptedByReplan, null, null));

    [Fact]
    public void A_replan_that_nobody_chose_leaves_the_deviation_open() =>
        Given([.. WithRed, new ConfirmationSubmitted(2, LaterTerms, "..."), Approved(2, "chefforum", "chefforum-2023-08-30")])
            .When(new ApproveConfirmation(2, "direktoerforum", [], [], DecidedHow.WrittenProcedure))
            .Then(new ConfirmationApproved(2, "direktoerforum", [], [], DecidedHow.WrittenProcedure, null), new TermsTookForce(2));
}
