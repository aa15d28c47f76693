using static Initiatives.Domain.Tests.Initiatives.Chains;
using static Initiatives.Domain.Tests.Initiatives.Initiative10;

namespace Initiatives.Domain.Tests.Initiatives;

public sealed class ProposalTests
{
    [Fact]
    public void An_overdue_remedy_proposes_escalation_from_the_day_after_its_due_day()
    {
        Propose(WithRemedy, "2023-09-15").ShouldBeEmpty();
        Propose(WithRemedy, "2023-09-16").ShouldBe([new Proposal("remedy-overdue", 1, 1, Day("2023-09-15"))]);
        Propose([.. WithRemedy, new RemedyDone(1, Day("2023-09-20"), null)], "2023-09-21").ShouldBeEmpty();
    }

    [Fact]
    public void A_red_that_has_outlived_two_meetings_proposes_escalation()
    {
        Propose(WithRed, "2023-10-30").ShouldBeEmpty("the second meeting is today");
        Propose(WithRed, "2023-10-31").ShouldBe([new Proposal("red-for-two-meetings", 1, null, Day("2023-08-10"))]);
    }

    [Fact]
    public void A_red_counts_from_the_day_it_became_red_again() =>
        Propose(
            [.. WithRed, Posted(2, "2023-09-01", Yellow), new DeviationEased(1, 2, TrafficLight.Yellow), Posted(3, "2023-10-10", Red), new DeviationWorsened(1, 3, TrafficLight.Red)],
            "2023-11-01").ShouldBeEmpty();

    [Fact]
    public void A_yellow_proposes_nothing_however_old() =>
        Propose(WithYellow, "2023-12-31").ShouldBeEmpty();

    [Fact]
    public void Nothing_is_proposed_while_an_escalation_is_under_way() =>
        Propose(Escalated, "2023-12-31").ShouldBeEmpty();

    [Fact]
    public void Once_answered_a_standing_red_is_not_proposed_again() =>
        Propose([.. WithRed, Question, Answer, new EscalationAnswerNoted(1, "chefforum", null)], "2023-12-31").ShouldBeEmpty();

    [Fact]
    public void A_proposal_says_why_in_both_languages()
    {
        var proposal = Propose(WithRemedy, "2023-09-16").ShouldHaveSingleItem();

        proposal.In("da").ShouldBe("Afhjælpning 1 har overskredet sin frist 15. sep. 2023: overvej at eskalere.");
        proposal.In("en").ShouldBe("Remedy 1 is overdue since 15 Sep 2023: consider escalating.");
    }

    private static IReadOnlyList<Proposal> Propose(InitiativeEvent[] history, string today) => Proposals.For(Scenario.Given(history).State, Midt(today));
}
