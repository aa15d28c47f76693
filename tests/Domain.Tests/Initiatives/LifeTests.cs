using static Initiatives.Domain.Tests.Initiatives.Chains;
using static Initiatives.Domain.Tests.Initiatives.Initiative10;
using static Initiatives.Domain.Tests.Initiatives.Scenario;

namespace Initiatives.Domain.Tests.Initiatives;

public sealed class LifeTests
{
    private static readonly OrderInitiative Bestilling = new("politisk-niveau", "handleplan-2023", 10, Order.Title, "oevrige", Order.Order, ["auh", "aalborg"]);

    [Fact]
    public void The_forum_that_places_orders_orders_it()
    {
        Given().When(Bestilling).Then(Order);
        Given().When(Bestilling with { Forum = "chefforum" }).ThenRefused("forum-lacks-duty at forum");
    }

    [Fact]
    public void A_number_is_used_once_in_a_plan() =>
        Given(Ordered).When(Bestilling with { Title = "En anden" }).ThenRefused("initiative-number-taken at number");

    [Fact]
    public void Everything_amiss_with_an_order_is_told_at_once() =>
        Given()
            .When(new OrderInitiative("ukendt", "", 0, "", "", new string('x', 10_001), ["auh", "nabo"], Responsible: "nabo", CarriesOn: new Origin("andet", "p", [])))
            .ThenRefused(
                "forum-unknown at forum", "text-missing at plan", "initiative-number-malformed at number", "text-missing at title", "text-missing at focusArea",
                "text-too-long at order", "organisation-unknown at partners[1]", "organisation-unknown at responsible", "value-unknown at carriesOn.kind");

    [Fact]
    public void Ownership_is_an_organisation_first_and_anchors_it()
    {
        Given(Ordered).When(new AssignOwnership("aalborg")).Then(new OwnershipAssigned("aalborg", null, null));
        Given(Ordered).After(new AssignOwnership("aalborg")).State.Phase.ShouldBe(Phase.Anchored);
        Given(Ordered).When(new AssignOwnership("nabo")).ThenRefused("organisation-unknown at organisation");
        Given(Started).After(new AssignOwnership("auh", "person-3")).State.Phase.ShouldBe(Phase.InDelivery);
    }

    [Fact]
    public void The_last_word_of_an_organisation_on_its_interest_counts()
    {
        var interested = Given(Ordered).After(new StateInterest("aalborg", Interest.Ownership)).After(new StateInterest("aalborg", Interest.Participation));

        interested.State.Interests.ShouldHaveSingleItem().Interest.ShouldBe(Interest.Participation);
        interested.When(new WithdrawInterest("aalborg")).Then(new InterestWithdrawn("aalborg"));
        interested.When(new WithdrawInterest("auh")).ThenNothingNew();
    }

    [Fact]
    public void Without_an_owner_there_is_no_confirmation() =>
        Given(Ordered).When(new SubmitConfirmation(1, Terms)).ThenRefused("initiative-not-anchored");

    [Fact]
    public void It_starts_after_the_last_approval_with_named_members()
    {
        Given(InForce).When(new StartInitiative(Group)).Then(new InitiativeStarted(Group));
        Given(HalfApproved).When(new StartInitiative(Group)).ThenRefused("initiative-not-approved");
        Given(InForce).When(new StartInitiative([])).ThenRefused("working-group-empty at workingGroup");
        Given(InForce).When(new StartInitiative([Group[0], Group[0] with { Organisation = "nabo" }, Group[0]])).ThenRefused(
            "listed-twice at workingGroup[0]", "organisation-unknown at workingGroup[1].organisation", "listed-twice at workingGroup[2]");
    }

    [Fact]
    public void Its_owner_is_a_named_person_by_then()
    {
        Given([.. InForce, new OwnershipAssigned("aalborg", null, null)]).When(new StartInitiative(Group)).ThenRefused("owner-not-named");
        Given([Order, new ConfirmationSubmitted(1, Terms, null), new TermsTookForce(1)]).When(new StartInitiative(Group)).ThenRefused("owner-not-named");
    }

    [Fact]
    public void Started_already_its_working_group_is_changed_instead()
    {
        Given(Started).When(new StartInitiative([Group[0]])).ThenRefused("initiative-already-started");
        Given(Started).When(new ChangeWorkingGroup([Group[0]])).Then(new WorkingGroupChanged([Group[0]]));
        Given(InForce).When(new ChangeWorkingGroup([Group[0]])).ThenRefused("initiative-not-started");
    }

    [Fact]
    public void A_pause_can_be_prolonged_and_ends_the_day_it_is_resumed()
    {
        Given(Paused).When(new PauseInitiative("Afventer lovgivning", Day("2023-12-01"))).Then(new InitiativePaused("Afventer lovgivning", Day("2023-12-01")));
        Given(Paused).When(new ResumeInitiative("Loven er vedtaget")).Then(new InitiativeResumed(Day("2023-08-18"), "Loven er vedtaget"));
        Given(InForce).When(new PauseInitiative("...")).ThenRefused("initiative-not-started");
        Given(WithGreen).When(new PauseInitiative("...", Day("2023-08-17"))).ThenRefused("date-past at until");
    }

    [Fact]
    public void The_chain_closes_what_was_delivered_and_the_last_forum_says_what_was_learned()
    {
        var first = new ApproveClosing("chefforum", "Lukkes", DecidedHow.Meeting, "chefforum-2023-08-30");
        var last = new ApproveClosing("direktoerforum", "Lukkes", DecidedHow.WrittenProcedure, null, "Begynd med data");

        Given(Claimed).When(last).ThenRefused("approval-out-of-order at forum");
        Given(Claimed).On("2023-08-30").When(first).Then(new ClosingApproved("chefforum", "Lukkes", DecidedHow.Meeting, "chefforum-2023-08-30"));
        Given(HalfClosed).When(last with { LessonsLearned = null }).ThenRefused("lessons-missing at lessonsLearned");
        Given(HalfClosed).When(last).Then(
            new ClosingApproved("direktoerforum", "Lukkes", DecidedHow.WrittenProcedure, null),
            new InitiativeClosed(Day("2023-08-18"), "Lukkes", "Begynd med data"));
        Given(HalfClosed).After(last).When(new PostStatus(Green)).ThenRefused("initiative-ended");
    }

    [Fact]
    public void A_rejected_delivery_is_back_in_delivery_and_can_be_claimed_again()
    {
        var rejected = Given(HalfClosed).After(new RejectDelivery("direktoerforum", "Målet er ikke nået"));

        rejected.State.Phase.ShouldBe(Phase.InDelivery);
        rejected.After(new ClaimDelivery("Nu er målet nået", [])).When(new ApproveClosing("direktoerforum", "Lukkes", DecidedHow.WrittenProcedure, null, "..."))
            .ThenRefused("approval-out-of-order at forum");
    }

    [Fact]
    public void Nothing_is_closed_that_was_not_claimed() =>
        Given(WithGreen).When(new ApproveClosing("chefforum", "Lukkes", DecidedHow.WrittenProcedure)).ThenRefused("initiative-not-delivered");

    [Fact]
    public void It_does_not_end_with_a_deviation_open()
    {
        var closed = new DeviationClosed(1, "politisk-niveau", DeviationClosing.InitiativeEnded, null, null);

        Given(WithRed).When(new WithdrawInitiative("politisk-niveau", "Udgår")).Then(closed, new InitiativeWithdrawn("politisk-niveau", "Udgår"));
        Given(WithRed).When(new CarryOver("politisk-niveau", "handleplan-2024", 10, "Fortsætter", 1)).Then(closed, new InitiativeCarriedOver("politisk-niveau", "handleplan-2024", 10, "Fortsætter"));
        Given(WithRed).When(new MergeInto("politisk-niveau", 9, "Samme borgere")).Then(closed, new InitiativeMerged(9, "Samme borgere"));
        Given(WithRed).When(new SplitInto("politisk-niveau", [16, 17], "To målgrupper")).Then(closed, new InitiativeSplit([16, 17], "To målgrupper"));
    }

    [Fact]
    public void It_cannot_live_on_in_itself_nor_be_split_into_one()
    {
        Given(Ordered).When(new MergeInto("politisk-niveau", 10, "...")).ThenRefused("into-itself at into");
        Given(Ordered).When(new Absorb(10, "...", "...")).ThenRefused("into-itself at from");
        Given(Ordered).When(new SplitInto("politisk-niveau", [11], "...")).ThenRefused("split-needs-two at into");
        Given(Ordered).When(new SplitInto("politisk-niveau", [11, 11, 10], "...")).ThenRefused("listed-twice at into", "into-itself at into");
    }

    [Fact]
    public void It_is_carried_over_into_another_plan_with_nothing_lost_that_was_posted_meanwhile()
    {
        Given(WithRed).When(new CarryOver("politisk-niveau", "handleplan-2023", 10, "...", 1)).ThenRefused("plan-succeeds-itself at successorPlan");
        Given(WithRed).When(new CarryOver("politisk-niveau", "handleplan-2024", 10, "...", 0)).ThenRefused("initiative-changed-meanwhile");
        Given(WithRed).When(new CarryOver("chefforum", "handleplan-2024", 10, "", 1)).ThenRefused("text-missing at reason");
    }

    [Fact]
    public void Only_what_is_carried_over_keeps_its_terms_without_a_new_approval()
    {
        InitiativeEvent[] carried = [((InitiativeOrdered)Ordered[0]) with { CarriesOn = new Origin(Origin.EarlierPlan, "handleplan-2022", [10]) }];

        Given(carried).When(new CarryTermsOn(Terms, null)).Then(new ConfirmationSubmitted(1, Terms, null), new TermsTookForce(1));
        Given(carried).When(new CarryTermsOn(Terms, Group)).Then(new ConfirmationSubmitted(1, Terms, null), new TermsTookForce(1), new InitiativeStarted(Group));
        Given(Ordered).When(new CarryTermsOn(Terms, null)).ThenRefused("nothing-to-carry-on");
        Given(Started).When(new CarryTermsOn(LaterTerms, null)).ThenRefused("nothing-to-carry-on");
    }

    [Fact]
    public void A_new_name_keeps_the_old_one_in_the_fact() =>
        Given(Ordered).When(new RenameInitiative("Komplekse borgere", "Kortere")).Then(new InitiativeRenamed(Order.Title, "Komplekse borgere", "Kortere"));

    [Fact]
    public void Special_attention_is_asked_and_ended_once()
    {
        var asked = Given(Ordered).After(new AskSpecialAttention("politisk-niveau", "Orienteres næste gang"));

        asked.When(new AskSpecialAttention(null, "Igen")).ThenNothingNew();
        asked.When(new EndSpecialAttention(null, "Indsatsen kører")).Then(new SpecialAttentionEnded(null, "Indsatsen kører"));
        Given(Ordered).When(new EndSpecialAttention(null, "...")).ThenNothingNew();
    }
}
