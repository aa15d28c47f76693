using Initiatives.Domain.Tests.Meetings;
using static Initiatives.Domain.Tests.Meetings.Midt;

namespace Initiatives.Domain.Tests.Agendas;

public sealed class AgendaTests
{
    private const string October = "chefforum-2023-10-30";
    private const string November = "chefforum-2023-11-27";

    private static readonly AgendaItem Confirmation = new(
        "confirmation-handleplan-2023-10-1", AgendaItemKind.Confirmation, "Ordrebekræftelse, indsats 10", "Det indstilles, at Chefforum godkender den", new("handleplan-2023", 10), 1);

    private static readonly AgendaItem Data = new("free-1", AgendaItemKind.Free, "Datakilder", "Det indstilles, at Chefforum drøfter datakilder");

    private static readonly MinutesPoint[] Points = [new(1, "free-1", "Datakilder", "", "Drøftet.")];

    [Fact]
    public void A_key_says_what_the_item_is_about_and_stays_the_same() =>
        AgendaItem.KeyOf(AgendaItemKind.Deviation, new("handleplan-2023", 10), 2).ShouldBe("deviation-handleplan-2023-10-2");

    [Fact]
    public void Items_added_by_hand_are_numbered() =>
        new AddAgendaItem(October, "chefforum", "Akutplan", "").Decide(After(new AgendaItemAdded(October, Data)), On("2023-10-20"))
            .Events.Cast<AgendaItemAdded>().Single().Item.Key.ShouldBe("free-2");

    [Fact]
    public void An_item_goes_to_a_later_meeting_of_the_same_forum_only()
    {
        Move("chefforum-2023-08-30").ShouldBe(["meeting-not-later"]);
        Move("direktoerforum-2023-10-02").ShouldBe(["meeting-of-another-forum", "meeting-not-later"]);
        Move("chefforum-2024-01-01").ShouldBe(["meeting-unknown"]);
        Move(November).ShouldBeEmpty();
    }

    [Fact]
    public void An_item_received_from_another_meeting_is_told_from_the_meetings_own()
    {
        var received = new ReceiveAgendaItem(November, "chefforum", Data, October).Decide(After(new AgendaItemAdded(November, Data)), On("2023-10-30"));

        received.Events.Cast<AgendaItemReceived>().Single().Item.Key.ShouldBe("from-chefforum-2023-10-30-free-1");
    }

    [Fact]
    public void An_item_taken_off_can_be_put_back()
    {
        var off = After(new AgendaItemTakenOff(October, "free-1", null));

        off.Away.ShouldBe([new AgendaAway("free-1", null)]);
        Agenda.Evolve(off, new AgendaItemPutBack(October, "free-1")).Away.ShouldBeEmpty();
    }

    [Fact]
    public void Who_was_there_is_recorded_at_the_meeting_or_afterwards_until_the_minutes_are_approved()
    {
        Attend(Agenda.Untouched, "2023-10-29", ["a"], []).ShouldBe(["meeting-not-held-yet"]);
        Attend(Agenda.Untouched, "2023-10-30", ["a"], ["b"]).ShouldBeEmpty();
        Attend(Agenda.Untouched, "2023-10-30", ["a"], ["a"]).ShouldBe(["attendance-names-twice"]);
        Attend(Agenda.Untouched, "2023-10-30", [" "], []).ShouldBe(["id-malformed"]);
        Attend(After(new MinutesApproved(October, Points)), "2023-10-30", ["a"], []).ShouldBe(["minutes-approved"]);
    }

    [Fact]
    public void The_last_word_on_who_was_there_stands() =>
        After(new AttendanceRecorded(October, new(["a"], ["b"])), new AttendanceRecorded(October, new(["a", "b"], []))).Attendance!.Present.ShouldBe(["a", "b"]);

    [Fact]
    public void Outcomes_are_recorded_at_the_meeting_or_afterwards()
    {
        Record(Confirmation, AgendaOutcome.Approved, "2023-10-29").ShouldBe(["meeting-not-held-yet"]);
        Record(Confirmation, AgendaOutcome.Approved, "2023-10-30").ShouldBeEmpty();
    }

    [Fact]
    public void An_item_gets_only_the_outcomes_it_can_have()
    {
        Record(Confirmation, AgendaOutcome.RemedyAgreed, "2023-10-30").ShouldBe(["outcome-not-for-item"]);
        Record(Data, AgendaOutcome.ApprovedWithReservations, "2023-10-30").ShouldBe(["outcome-not-for-item"]);
    }

    [Fact]
    public void A_decision_that_no_initiative_holds_is_told_in_words() => Record(Data, AgendaOutcome.Decided, "2023-10-30").ShouldBe(["text-missing"]);

    [Fact]
    public void What_is_postponed_names_the_later_meeting()
    {
        Record(Confirmation, AgendaOutcome.Postponed, "2023-10-30").ShouldBe(["meeting-unknown"]);
        Record(Confirmation, AgendaOutcome.Postponed, "2023-10-30", November).ShouldBeEmpty();
    }

    [Fact]
    public void One_case_may_get_several_outcomes()
    {
        var deviation = Confirmation with { Key = "deviation-handleplan-2023-10-1", Kind = AgendaItemKind.Deviation };
        var chosen = After(new AgendaOutcomeRecorded(October, deviation, AgendaOutcome.Decided, null, null));

        new RecordOutcome(October, "chefforum", deviation, AgendaOutcome.RemedyAgreed).Decide(chosen, On("2023-10-30")).Events.Count.ShouldBe(1);
    }

    [Fact]
    public void A_decision_on_a_case_that_is_sent_again_after_another_is_recorded_once()
    {
        var deviation = Confirmation with { Key = "deviation-handleplan-2023-10-1", Kind = AgendaItemKind.Deviation };
        var both = After(new AgendaOutcomeRecorded(October, deviation, AgendaOutcome.Decided, null, null), new AgendaOutcomeRecorded(October, deviation, AgendaOutcome.RemedyAgreed, null, null));

        new RecordOutcome(October, "chefforum", deviation with { Recommendation = "Nu i andre ord" }, AgendaOutcome.Decided).Decide(both, On("2023-10-30")).ShouldBe(Decision<AgendaEvent>.Nothing);
    }

    [Fact]
    public void What_was_recorded_wrong_on_an_item_of_ones_own_is_recorded_anew()
    {
        var twice = After(new AgendaOutcomeRecorded(October, Data, AgendaOutcome.TakenNote, null, null), new AgendaOutcomeRecorded(October, Data, AgendaOutcome.Approved, null, null));

        new RecordOutcome(October, "chefforum", Data, AgendaOutcome.TakenNote).Decide(twice, On("2023-10-30")).Events.Count.ShouldBe(1);
    }

    [Fact]
    public void Once_the_minutes_are_approved_nothing_changes_any_more()
    {
        var approved = After(new MinutesApproved(October, Points));

        new WriteMinutes(October, "chefforum", "free-1", "Noget andet").Decide(approved, On("2023-11-01")).Refusals.Single().Code.ShouldBe("minutes-approved");
        new ApproveMinutes(October, "chefforum", [Points[0] with { Text = "Andet" }]).Decide(approved, On("2023-11-01")).Refusals.Single().Code.ShouldBe("minutes-approved-otherwise");
    }

    [Fact]
    public void Empty_minutes_are_not_approved() =>
        new ApproveMinutes(October, "chefforum", [Points[0] with { Text = " " }]).Decide(Agenda.Untouched, On("2023-11-01")).Refusals.Single().Code.ShouldBe("minutes-empty");

    [Fact]
    public void Minutes_are_sent_when_they_are_approved_to_the_forum_and_those_the_rule_names()
    {
        var setting = On("2023-10-03") with { Cluster = Cluster.Evolve(KlyngeMidt, new DistributionSet("direktoerforum", ["chefforum"])) };
        var send = new SendMinutes("direktoerforum-2023-10-02", "direktoerforum");

        send.Decide(Agenda.Untouched, setting).Refusals.Single().Code.ShouldBe("minutes-not-approved");
        send.Decide(After(new MinutesApproved("direktoerforum-2023-10-02", Points)), setting).Events.Cast<MinutesSent>().Single().To.ShouldBe(["direktoerforum", "chefforum"]);
    }

    [Fact]
    public void Sent_again_minutes_go_to_those_whom_they_had_not_reached_and_never_twice_to_somebody()
    {
        AgendaEvent[] sent = [new MinutesApproved(October, Points), new MinutesSent(October, ["chefforum"])];
        Decision<AgendaEvent> Again(AgendaEvent[] given, string[] missed, string[] reachable) => new SendMinutesAgain(October, "chefforum", missed, reachable).Decide(After(given), On("2023-11-01"));

        Again([], ["a"], ["a"]).Refusals.Single().Code.ShouldBe("minutes-not-approved");
        Again([sent[0]], ["a"], ["a"]).Refusals.Single().Code.ShouldBe("minutes-not-sent");
        Again(sent, ["a", "b"], []).Refusals.Single().Code.ShouldBe("minutes-reach-nobody");
        Again(sent, ["a", "b"], ["a"]).Events.Cast<MinutesSentAgain>().Single().To.ShouldBe(["a"]);
        Again([.. sent, new MinutesSentAgain(October, ["a"])], ["b"], ["a", "b"]).Events.Cast<MinutesSentAgain>().Single().To.ShouldBe(["b"]);
        Again(sent, [], []).Events.ShouldBeEmpty("they reached everybody");
    }

    [Fact]
    public void A_cancelled_meeting_has_no_agenda() =>
        new AddAgendaItem(October, "chefforum", "Akutplan", "").Decide(Agenda.Untouched, On("2023-10-20", Year2023.And(new MeetingCancelled(October, "For få sager", false))))
            .Refusals.Single().Code.ShouldBe("meeting-cancelled");

    private static Agenda After(params AgendaEvent[] given) => given.Aggregate(Agenda.Untouched, Agenda.Evolve);

    private static IEnumerable<string> Move(string to) =>
        new MoveAgendaItem(October, "chefforum", "free-1", to).Decide(Agenda.Untouched, On("2023-10-20")).Refusals.Select(r => r.Code);

    private static IEnumerable<string> Attend(Agenda agenda, string today, string[] present, string[] regrets) =>
        new RecordAttendance(October, "chefforum", present, regrets).Decide(agenda, On(today)).Refusals.Select(r => r.Code);

    private static IEnumerable<string> Record(AgendaItem item, AgendaOutcome outcome, string today, string? to = null) =>
        new RecordOutcome(October, "chefforum", item, outcome, ToMeeting: to).Decide(Agenda.Untouched, On(today)).Refusals.Select(r => r.Code);
}
