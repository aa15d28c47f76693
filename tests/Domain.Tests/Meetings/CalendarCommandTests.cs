using static Initiatives.Domain.Tests.Meetings.Midt;

namespace Initiatives.Domain.Tests.Meetings;

public sealed class CalendarCommandTests
{
    private const string October = "chefforum-2023-10-30";
    private static readonly RoundOpened Opened = new(October, Day("2023-10-09"), Day("2023-10-20"), [new InitiativeRef("handleplan-2023", 10)]);

    [Fact]
    public void A_meeting_is_known_by_its_forum_and_first_date() =>
        Decide(new ScheduleMeeting("chefforum", Day("2024-01-29"), Place: "Teams"), "2023-11-01")
            .ShouldBe([new MeetingScheduled("chefforum-2024-01-29", "chefforum", Day("2024-01-29"), null, null, "Teams", false, null, Day("2023-11-01"))]);

    [Fact]
    public void A_meeting_taken_over_keeps_the_date_it_was_first_set_for_and_counts_as_set_in_good_time() =>
        Decide(new ScheduleMeeting("chefforum", Day("2023-03-31"), MovedFrom: Day("2023-03-30"), TakenOver: true), "2023-11-01")
            .ShouldBe([new MeetingScheduled("chefforum-2023-03-30", "chefforum", Day("2023-03-31"), null, null, null, false, Day("2023-03-30"), null)]);

    [Fact]
    public void A_new_meeting_on_the_day_another_was_moved_from_gets_a_suffix()
    {
        var moved = Year2023.And(new MeetingMoved(October, Day("2023-10-30"), Day("2023-11-06"), null, null, null, Day("2023-09-01"), null));

        Decide(new ScheduleMeeting("chefforum", Day("2023-10-30")), "2023-09-02", moved).Single().Meeting.ShouldBe("chefforum-2023-10-30-2");
    }

    [Fact]
    public void A_forum_meets_once_a_day() =>
        Refusal(new ScheduleMeeting("chefforum", Day("2023-10-30"), Extraordinary: true), "2023-09-01").ShouldBe(["meeting-day-taken"]);

    [Fact]
    public void A_calendar_with_a_cancelled_meeting_taken_over_twice_changes_nothing()
    {
        var schedule = new ScheduleMeeting("politisk-niveau", Day("2022-12-09"), TakenOver: true);
        var calendar = Year2023.And(schedule.Decide(Year2023, On("2023-11-01")).Events).And(new MeetingCancelled("politisk-niveau-2022-12-09", "Udskydes", false));

        Decide(schedule, "2023-11-01", calendar).ShouldBeEmpty();
        Decide(new ScheduleMeeting("politisk-niveau", Day("2022-12-09")), "2022-11-01", calendar).Single().Meeting.ShouldBe("politisk-niveau-2022-12-09-2");
    }

    [Theory]
    [InlineData("15:00", "15:00")]
    [InlineData("15:00", "14:00")]
    [InlineData(null, "14:00")]
    public void A_meeting_does_not_end_before_it_starts(string? start, string end)
    {
        TimeOnly? from = start is null ? null : TimeOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture);
        var to = TimeOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture);

        Refusal(new ScheduleMeeting("chefforum", Day("2024-01-29"), from, to), "2023-11-01").ShouldBe(["meeting-ends-before-start"]);
        Refusal(new MoveMeeting(October, Day("2023-11-01"), from, to), "2023-10-01").ShouldBe(["meeting-ends-before-start"]);
        Refusal(new ArrangeMeeting(October, from, to, null), "2023-10-01").ShouldBe(["meeting-ends-before-start"]);
    }

    [Fact]
    public void Everything_wrong_with_a_meeting_is_told_at_once() =>
        Refusal(new ScheduleMeeting("chefer", new DateOnly(1, 1, 1), new TimeOnly(12, 0), new TimeOnly(11, 0)), "2023-11-01")
            .ShouldBe(["forum-unknown", "date-implausible", "meeting-ends-before-start"]);

    [Fact]
    public void A_meeting_cannot_move_into_the_past_nor_after_it_was_held_nor_onto_another()
    {
        Refusal(new MoveMeeting(October, Day("2023-10-01"), null, null), "2023-10-02").ShouldBe(["meeting-moved-into-past"]);
        Refusal(new MoveMeeting(October, Day("2023-11-10"), null, null), "2023-10-31").ShouldBe(["meeting-already-held"]);
        Refusal(new MoveMeeting(October, Day("2023-11-27"), null, null), "2023-10-02").ShouldBe(["meeting-day-taken"]);
        Refusal(new MoveMeeting("chefforum-1999-01-01", Day("2023-11-10"), null, null), "2023-10-02").ShouldBe(["meeting-unknown"]);
    }

    [Fact]
    public void A_cancelled_meeting_stays_cancelled()
    {
        var calendar = Year2023.And(new MeetingCancelled(October, "For få punkter", true));

        Refusal(new MoveMeeting(October, Day("2023-11-10"), null, null), "2023-10-02", calendar).ShouldBe(["meeting-already-cancelled"]);
        Refusal(new OpenRound(October, []), "2023-10-09", calendar).ShouldBe(["meeting-already-cancelled"]);
    }

    [Fact]
    public void Moving_a_meeting_after_its_due_day_puts_the_due_day_on_record()
    {
        var move = new MoveMeeting(October, Day("2023-10-31"), null, null, "Sygdom");

        Decide(move, "2023-10-20", Year2023.And(Opened)).ShouldBe([new MeetingMoved(October, Day("2023-10-30"), Day("2023-10-31"), null, null, "Sygdom", Day("2023-10-20"), null)]);
        Decide(move, "2023-10-21", Year2023.And(Opened)).ShouldBe([new MeetingMoved(October, Day("2023-10-30"), Day("2023-10-31"), null, null, "Sygdom", Day("2023-10-21"), Day("2023-10-20"))]);
    }

    [Fact]
    public void A_move_that_puts_the_due_day_where_nobody_can_meet_it_says_so_before_it_is_made()
    {
        Effects(October, "2023-10-24", "2023-10-16").ShouldBe(new MoveEffects(null, Day("2023-10-13"), null));
        Effects(October, "2023-10-19", "2023-10-16").ShouldBe(new MoveEffects(null, Day("2023-10-09"), Day("2023-10-12")));
        Effects(October, "2023-11-06", "2023-10-16").ShouldBe(MoveEffects.None);
    }

    [Fact]
    public void A_move_to_a_day_when_nobody_works_says_so_in_every_forum()
    {
        Effects(October, "2023-12-25", "2023-10-16").ShouldBe(new MoveEffects(Day("2023-12-25"), null, null));
        Effects("direktoerforum-2023-10-02", "2023-12-03", "2023-09-01").ShouldBe(new MoveEffects(Day("2023-12-03"), null, null));
    }

    [Fact]
    public void The_due_day_that_was_over_before_the_move_stands_and_surprises_nobody() =>
        Effects(October, "2023-11-01", "2023-10-23").ShouldBe(MoveEffects.None);

    [Fact]
    public void A_move_that_is_refused_has_no_effects() =>
        Effects(October, "2023-11-27", "2023-10-16").ShouldBe(MoveEffects.None);

    [Fact]
    public void Moving_to_the_same_day_at_another_hour_is_arranging_it() =>
        Decide(new MoveMeeting(October, Day("2023-10-30"), new TimeOnly(9, 0), null), "2023-10-02")
            .ShouldBe([new MeetingArranged(October, new TimeOnly(9, 0), null, null)]);

    [Fact]
    public void Cancelling_says_why() =>
        Refusal(new CancelMeeting(October, " "), "2023-10-02").ShouldBe(["text-missing"]);

    [Fact]
    public void A_round_opens_on_its_day_and_tells_the_due_day()
    {
        Refusal(new OpenRound(October, Opened.Expected), "2023-10-08").ShouldBe(["round-too-early"]);
        Decide(new OpenRound(October, Opened.Expected), "2023-10-09").ShouldBe([Opened]);
    }

    [Fact]
    public void Only_the_forum_that_manages_deviations_has_rounds() =>
        Refusal(new OpenRound("direktoerforum-2023-10-02", []), "2023-09-20").ShouldBe(["round-not-for-forum"]);

    [Fact]
    public void A_round_closes_the_day_after_it_was_due()
    {
        var close = new CloseRound(October, Opened.Expected);

        Refusal(close, "2023-10-21").ShouldBe(["round-not-opened"]);
        Refusal(close, "2023-10-20", Year2023.And(Opened)).ShouldBe(["round-still-open"]);
        Decide(close, "2023-10-21", Year2023.And(Opened)).ShouldBe([new RoundClosed(October, Opened.Expected)]);
    }

    [Fact]
    public void A_round_closed_before_its_meeting_moved_is_closed_again_after_the_new_due_day()
    {
        var calendar = Year2023.And(Opened, new RoundClosed(October, []), new MeetingMoved(October, Day("2023-10-30"), Day("2023-11-20"), null, null, null, Day("2023-10-24"), Day("2023-10-20")));

        Refusal(new CloseRound(October, []), "2023-11-10", calendar).ShouldBe(["round-still-open"]);
        Decide(new CloseRound(October, []), "2023-11-11", calendar).Count.ShouldBe(1);
    }

    private static MoveEffects Effects(string meeting, string to, string today) =>
        MoveEffects.Of(new MoveMeeting(meeting, Day(to), null, null), Year2023, On(today));

    private static IReadOnlyList<CalendarEvent> Decide(CalendarCommand command, string today, Calendar? calendar = null)
    {
        var decision = command.Decide(calendar ?? Year2023, On(today, calendar));
        decision.Refusals.ShouldBeEmpty();
        return decision.Events;
    }

    private static IEnumerable<string> Refusal(CalendarCommand command, string today, Calendar? calendar = null) =>
        command.Decide(calendar ?? Year2023, On(today, calendar)).Refusals.Select(r => r.Code);
}
