using static Initiatives.Domain.Tests.Initiatives.Chains;
using static Initiatives.Domain.Tests.Initiatives.Initiative10;
using static Initiatives.Domain.Tests.Initiatives.Scenario;

namespace Initiatives.Domain.Tests.Initiatives;

public sealed class DeviationTests
{
    [Fact]
    public void The_first_status_that_is_not_green_opens_a_deviation_and_later_ones_worsen_or_ease_it()
    {
        var life = Given(WithGreen);
        life = Posting(Yellow, new DeviationOpened(1, 2, TrafficLight.Yellow));
        life = Posting(Yellow with { Progress = "Det samme" });
        life = Posting(Red, new DeviationWorsened(1, 4, TrafficLight.Red));
        life = Posting(Yellow, new DeviationEased(1, 5, TrafficLight.Yellow));
        life = Posting(Green, new DeviationEased(1, 6, TrafficLight.Green));
        life = Posting(Yellow, new DeviationWorsened(1, 7, TrafficLight.Yellow));
        life.State.Deviation!.OpenedOn.ShouldBe(Day("2023-08-18"));

        Scenario Posting(StatusContent content, params InitiativeEvent[] consequence)
        {
            var decision = new PostStatus(content).Decide(life.State, life.Setting);
            decision.Events.Skip(1).ShouldBe(consequence);
            return life.And(decision.Events);
        }
    }

    [Fact]
    public void Green_does_not_close_it_but_the_managing_forum_does()
    {
        var close = new CloseDeviation(1, "chefforum", "Vikaren holder tempoet");

        Given(Eased).State.Deviation!.Light.ShouldBe(TrafficLight.Green);
        Given(Eased).When(close).Then(new DeviationClosed(1, "chefforum", DeviationClosing.EffectConfirmed, "Vikaren holder tempoet", null));
        Given(Eased).When(close with { Forum = "direktoerforum" }).ThenRefused("forum-lacks-duty at forum");
        Given(WithRed).When(close).ThenRefused("deviation-not-green");
        Given(Eased).When(close with { Effect = "" }).ThenRefused("text-missing at effect");
    }

    [Fact]
    public void It_is_not_closed_over_open_remedies_or_escalations() =>
        Given([.. Eased, Vikar, Question]).When(new CloseDeviation(1, "chefforum", "...")).ThenRefused("remedies-open", "escalation-open");

    [Fact]
    public void After_it_is_closed_the_next_yellow_opens_another() =>
        Given(Eased).After(new CloseDeviation(1, "chefforum", "Vikaren holder tempoet"))
            .When(new PostStatus(Yellow)).Said<DeviationOpened>().Deviation.ShouldBe(2);

    [Fact]
    public void A_closed_deviation_takes_no_more_decisions()
    {
        var closed = Given(Eased).After(new CloseDeviation(1, "chefforum", "Vikaren holder tempoet"));

        closed.When(new ChooseTrack(1, "chefforum", DeviationTrack.BackToPlan)).ThenRefused("deviation-closed at deviation");
        closed.When(new ChooseTrack(2, "chefforum", DeviationTrack.BackToPlan)).ThenRefused("deviation-unknown at deviation");
    }

    [Fact]
    public void The_managing_forum_chooses_a_track_and_may_choose_again()
    {
        var choice = new ChooseTrack(1, "chefforum", DeviationTrack.BackToPlan, "Vikar først", "chefforum-2023-08-30");

        var held = Given(WithRed).On("2023-08-30");

        held.When(choice).Then(new DeviationTrackChosen(1, "chefforum", DeviationTrack.BackToPlan, "Vikar først", "chefforum-2023-08-30"));
        held.After(choice).When(choice with { Track = DeviationTrack.Replan }).Said<DeviationTrackChosen>();
        Given(WithRed).When(choice with { Forum = "direktoerforum", Meeting = null }).ThenRefused("forum-lacks-duty at forum");
    }

    [Fact]
    public void In_Syd_Driftsgruppen_manages_deviations_and_SSFSN_does_not()
    {
        Given(WithRed).In(Syd("2023-08-18")).When(new ChooseTrack(1, "driftsgruppe", DeviationTrack.BackToPlan)).Said<DeviationTrackChosen>();
        Given(WithRed).In(Syd("2023-08-18")).When(new ChooseTrack(1, "ssfsn", DeviationTrack.BackToPlan)).ThenRefused("forum-lacks-duty at forum");
    }

    [Fact]
    public void A_remedy_says_what_who_and_when()
    {
        var agree = new AgreeRemedy(1, "chefforum", "Vikar ansættes", "aalborg", Day("2023-09-15"));

        Given(WithRed).When(agree).Then(Vikar);
        Given(WithRed).When(agree with { What = "", Who = "", Due = Day("2023-08-17") }).ThenRefused("text-missing at what", "id-malformed at who", "date-past at due");
        Given(WithRemedy).When(agree with { What = "Opslag" }).Said<RemedyAgreed>().Remedy.ShouldBe(2);
    }

    [Fact]
    public void A_remedy_is_done_or_dropped_and_not_both()
    {
        Given(WithRemedy).When(new CompleteRemedy(1, Day("2023-08-17"))).Then(new RemedyDone(1, Day("2023-08-17"), null));
        Given(WithRemedy).When(new CompleteRemedy(1, Day("2023-08-19"))).ThenRefused("date-in-future at on");
        Given([.. WithRemedy, new RemedyDropped(1, "chefforum", "...")]).When(new CompleteRemedy(1, Day("2023-08-17"))).ThenRefused("remedy-already-dropped at remedy");
        Given([.. WithRemedy, new RemedyDone(1, Day("2023-08-17"), null)]).When(new DropRemedy(1, "chefforum", "...")).ThenRefused("remedy-already-done at remedy");
        Given([.. WithRemedy, new RemedyDone(1, Day("2023-08-17"), null)]).When(new MoveRemedyDue(1, "chefforum", Day("2023-10-01"), "...")).ThenRefused("remedy-already-done at remedy");
        Given(WithRemedy).When(new CompleteRemedy(2, Day("2023-08-17"))).ThenRefused("remedy-unknown at remedy");
    }

    [Fact]
    public void It_escalates_to_the_forum_above_and_to_no_other()
    {
        var raise = new RaiseEscalation(1, "chefforum", "direktoerforum", "Skal indsatsen forlænges?", "At Direktørforum forlænger indsatsen.", Day("2023-10-02"));

        Given(WithRemedy).When(raise).Then(Question);
        Given(WithRemedy).When(raise with { To = "politisk-niveau" }).ThenRefused("escalates-elsewhere at to");
        Given(WithRemedy).When(raise with { From = "direktoerforum", To = "politisk-niveau" }).ThenRefused("forum-lacks-duty at from");
        Given(WithRemedy).When(raise with { Question = "", Recommendation = "" }).ThenRefused("text-missing at question", "text-missing at recommendation");
    }

    [Fact]
    public void Only_the_forum_that_has_it_decides_an_escalation()
    {
        var decide = new DecideEscalation(1, "direktoerforum", EscalationAnswer.Direction, "Forlæng til april.", null, DecidedHow.Meeting, "direktoerforum-2023-10-02");

        var held = Given(Escalated).On("2023-10-02");

        held.When(decide).Then(new EscalationDecided(1, "direktoerforum", EscalationAnswer.Direction, "Forlæng til april.", null, DecidedHow.Meeting, "direktoerforum-2023-10-02"));
        held.When(decide with { Forum = "chefforum", Meeting = "chefforum-2023-08-30" }).ThenRefused("escalation-with-another-forum at forum");
        Given(Answered).On("2023-10-02").When(decide).ThenRefused("escalation-already-decided at escalation");
        held.When(decide with { Escalation = 2 }).ThenRefused("escalation-unknown at escalation");
    }

    [Fact]
    public void Nothing_is_decided_at_a_meeting_before_its_day()
    {
        var decide = new DecideEscalation(1, "direktoerforum", EscalationAnswer.Direction, "Forlæng til april.", null, DecidedHow.Meeting, "direktoerforum-2023-10-02");

        Given(Escalated).On("2023-10-01").When(decide).ThenRefused("meeting-not-held-yet at meeting");
        Given(WithRed).When(new ChooseTrack(1, "chefforum", DeviationTrack.BackToPlan, "Vikar først", "chefforum-2023-08-30")).ThenRefused("meeting-not-held-yet at meeting");
    }

    [Fact]
    public void Money_is_an_amount_and_nothing_else_is()
    {
        var decide = new DecideEscalation(1, "direktoerforum", EscalationAnswer.Money, "Bevilget.", 100_000m, DecidedHow.WrittenProcedure);

        Given(Escalated).When(decide).Said<EscalationDecided>().Amount.ShouldBe(100_000m);
        Given(Escalated).When(decide with { Amount = null }).ThenRefused("money-needs-amount at amount");
        Given(Escalated).When(decide with { Answer = EscalationAnswer.SentBack }).ThenRefused("amount-without-money at amount");
    }

    [Fact]
    public void Sent_further_up_it_is_decided_there()
    {
        var forwarded = Given(Escalated).After(new ForwardEscalation(1, "direktoerforum", "Kræver politisk stillingtagen"));
        var decide = new DecideEscalation(1, "politisk-niveau", EscalationAnswer.Direction, "Fortsæt.", null, DecidedHow.Meeting, "politisk-niveau-2023-11-15");

        forwarded.On("2023-11-15").When(decide).Said<EscalationDecided>();
        forwarded.On("2023-11-15").When(decide with { Forum = "direktoerforum", Meeting = "direktoerforum-2023-10-02" }).ThenRefused("escalation-with-another-forum at forum");
        forwarded.When(new ForwardEscalation(1, "politisk-niveau", "...")).ThenRefused("escalates-elsewhere at to");
    }

    [Fact]
    public void The_answer_returns_to_the_managing_forum_which_takes_note_of_it()
    {
        Given(Escalated).When(new NoteAnswer(1, "chefforum")).ThenRefused("escalation-undecided at escalation");
        Given(Answered).On("2023-10-30").When(new NoteAnswer(1, "chefforum", "chefforum-2023-10-30")).Then(new EscalationAnswerNoted(1, "chefforum", "chefforum-2023-10-30"));
        Given(Answered).When(new NoteAnswer(1, "direktoerforum")).ThenRefused("forum-lacks-duty at forum");
    }
}
