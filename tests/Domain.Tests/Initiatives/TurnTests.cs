using static Initiatives.Domain.Tests.Initiatives.Chains;
using static Initiatives.Domain.Tests.Initiatives.Initiative10;

namespace Initiatives.Domain.Tests.Initiatives;

public sealed class TurnTests
{
    [Fact]
    public void A_confirmation_waits_for_the_chain_forum_by_forum()
    {
        WaitsFor(Anchored).ShouldBe(new Turn(Waiting.Owner, null));
        WaitsFor(Submitted).ShouldBe(new Turn(Waiting.Forum, "chefforum"));
        WaitsFor(HalfApproved).ShouldBe(new Turn(Waiting.Forum, "direktoerforum"));
        WaitsFor(InForce).ShouldBe(new Turn(Waiting.Owner, null));
        WaitsFor(Started).ShouldBe(new Turn(Waiting.Nobody, null));
    }

    [Fact]
    public void A_deviation_waits_for_the_managing_forum_then_the_owner_then_the_forum_that_was_asked()
    {
        WaitsFor(WithRed).ShouldBe(new Turn(Waiting.Forum, "chefforum"), "no track is chosen yet");
        WaitsFor([.. WithRed, new DeviationTrackChosen(1, "chefforum", DeviationTrack.BackToPlan, null, null)]).ShouldBe(new Turn(Waiting.Owner, null));
        WaitsFor(Escalated).ShouldBe(new Turn(Waiting.Forum, "direktoerforum"));
        WaitsFor([.. Escalated, new EscalationForwarded(1, "direktoerforum", "politisk-niveau", "...", null)]).ShouldBe(new Turn(Waiting.Forum, "politisk-niveau"));
        WaitsFor(Answered).ShouldBe(new Turn(Waiting.Forum, "chefforum"), "the answer is to be noted");
        WaitsFor(Replanning).ShouldBe(new Turn(Waiting.Forum, "direktoerforum"), "the new terms are half approved");
        WaitsFor(Eased).ShouldBe(new Turn(Waiting.Forum, "chefforum"), "the effect is to be confirmed");
    }

    [Fact]
    public void A_claim_waits_for_the_chain_and_what_rests_or_has_ended_for_nobody()
    {
        WaitsFor(Claimed).ShouldBe(new Turn(Waiting.Forum, "chefforum"));
        WaitsFor(HalfClosed).ShouldBe(new Turn(Waiting.Forum, "direktoerforum"));
        WaitsFor(Paused).ShouldBe(new Turn(Waiting.Nobody, null));
        WaitsFor(Withdrawn).ShouldBe(new Turn(Waiting.Nobody, null));
    }

    private static Turn WaitsFor(InitiativeEvent[] history) => Turn.Of(Scenario.Given(history).State, Midt("2023-08-18").Cluster);
}
