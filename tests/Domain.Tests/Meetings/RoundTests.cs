using Initiatives.Domain;
using static Initiatives.Domain.Tests.Meetings.Midt;

namespace Initiatives.Domain.Tests.Meetings;

public sealed class RoundTests
{
    [Fact]
    public void A_round_is_counted_back_from_the_meeting()
    {
        var round = RoundOf("chefforum-2023-08-30");

        round.Opens.ShouldBe(Day("2023-08-09"));
        round.Reminder.ShouldBe(Day("2023-08-15"));
        round.Due.ShouldBe(Day("2023-08-18"), "ten days before is a Sunday");
        round.PackDay.ShouldBe(Day("2023-08-23"));
    }

    [Theory]
    [InlineData("2023-10-08", null, false)]
    [InlineData("2023-10-09", "chefforum-2023-10-30", false)]
    [InlineData("2023-10-20", "chefforum-2023-10-30", false)]
    [InlineData("2023-10-21", "chefforum-2023-10-30", true)]
    [InlineData("2023-10-30", "chefforum-2023-10-30", true)]
    [InlineData("2023-10-31", null, false)]
    [InlineData("2023-11-06", "chefforum-2023-11-27", false)]
    public void A_status_answers_the_open_round_and_is_late_from_the_day_after_the_due_day(string today, string? meeting, bool late)
    {
        var round = Round.At(Year2023, KlyngeMidt, Day(today));

        round?.Meeting.Id.ShouldBe(meeting);
        (round?.IsLate(Day(today)) ?? false).ShouldBe(late);
    }

    [Fact]
    public void Where_rounds_overlap_a_status_answers_the_earliest_meeting_still_ahead()
    {
        var calendar = Year2023.And(Moved("chefforum-2023-11-27", "2023-11-27", "2023-11-13", "2023-09-01"));

        Round.At(calendar, KlyngeMidt, Day("2023-10-25"))!.Meeting.Id.ShouldBe("chefforum-2023-10-30");
        Round.At(calendar, KlyngeMidt, Day("2023-10-31"))!.Meeting.Id.ShouldBe("chefforum-2023-11-27");
    }

    [Fact]
    public void The_meetings_of_other_forums_ask_no_status() =>
        Round.At(Year2023, KlyngeMidt, Day("2023-09-15")).ShouldBeNull();

    [Fact]
    public void A_cancelled_meeting_has_no_round() =>
        Round.At(Year2023.And(new MeetingCancelled("chefforum-2023-10-30", "For få punkter", false)), KlyngeMidt, Day("2023-10-12")).ShouldBeNull();

    [Fact]
    public void Around_Easter_the_due_day_stays_before_the_pack()
    {
        var round = Round.Of(Calendar.Empty.And(Met("chefforum", "2026-04-13")).Meetings[0], Rhythm.Default);

        round.PackDay.ShouldBe(Day("2026-04-01"), "seven days before is 2. påskedag");
        round.Due.ShouldBe(Day("2026-03-31"));
        round.Reminder.ShouldBe(Day("2026-03-26"));
    }

    [Fact]
    public void For_any_meeting_day_of_five_years_owners_are_asked_reminded_and_due_in_order_and_the_pack_comes_after()
    {
        var outOfOrder = Enumerable.Range(0, 5 * 365)
            .Select(n => CalendarOf(Met("chefforum", new DateOnly(2022, 1, 1).AddDays(n).ToString("yyyy-MM-dd"))).Meetings[0])
            .Select(m => Round.Of(m, Rhythm.Default))
            .Where(r => !(r.Opens < r.Reminder && r.Reminder < r.Due && r.Due < r.PackDay && WorkingDays.Is(r.Due) && WorkingDays.Is(r.PackDay)));

        outOfOrder.ShouldBeEmpty();
    }

    [Fact]
    public void Moving_a_meeting_moves_its_round()
    {
        var round = Round.Of(
            Year2023.And(
                new RoundOpened("chefforum-2023-10-30", Day("2023-10-09"), Day("2023-10-20"), []),
                Moved("chefforum-2023-10-30", "2023-10-30", "2023-11-06", "2023-10-12")).Find("chefforum-2023-10-30")!,
            Rhythm.Default);

        round.Opens.ShouldBe(Day("2023-10-09"), "it was opened then");
        round.Due.ShouldBe(Day("2023-10-27"));
        round.PackDay.ShouldBe(Day("2023-10-30"));
    }

    [Fact]
    public void Moving_a_meeting_by_a_day_after_the_due_day_excuses_nobody()
    {
        var moved = new MeetingMoved("chefforum-2023-10-30", Day("2023-10-30"), Day("2023-10-31"), null, null, null, Day("2023-10-24"), Day("2023-10-20"));

        var round = Round.Of(Year2023.And(moved).Find("chefforum-2023-10-30")!, Rhythm.Default);

        round.Due.ShouldBe(Day("2023-10-20"));
        round.ShortNotice.ShouldBeFalse();
    }

    [Fact]
    public void A_meeting_at_short_notice_asks_nobody_and_takes_no_status_from_the_next()
    {
        var extra = new MeetingScheduled("chefforum-2023-10-18", "chefforum", Day("2023-10-18"), null, null, null, true, null, SetOn: Day("2023-10-12"));
        var calendar = Year2023.And(extra);

        Round.Of(calendar.Find(extra.Meeting)!, Rhythm.Default).ShortNotice.ShouldBeTrue();
        Round.At(calendar, KlyngeMidt, Day("2023-10-13"))!.Meeting.Id.ShouldBe("chefforum-2023-10-30");
    }

    [Fact]
    public void What_owners_were_told_stands_when_the_rhythm_changes_under_an_open_round()
    {
        var opened = Year2023.And(new RoundOpened("chefforum-2023-10-30", Day("2023-10-09"), Day("2023-10-20"), []));

        Round.Of(opened.Find("chefforum-2023-10-30")!, Rhythm.Default with { DeadlineDaysBefore = 14 }).Due.ShouldBe(Day("2023-10-20"));
    }

    private static Round RoundOf(string meeting) => Round.Of(Year2023.Find(meeting)!, Rhythm.Default);

    private static MeetingMoved Moved(string meeting, string from, string to, string setOn) =>
        new(meeting, Day(from), Day(to), null, null, null, Day(setOn), null);
}
