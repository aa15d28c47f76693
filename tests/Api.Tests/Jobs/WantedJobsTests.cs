using static System.Globalization.CultureInfo;
using Initiatives.Api.Features.Packs;
using Initiatives.Api.Jobs;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Jobs;

public sealed class WantedJobsTests
{
    private static readonly Forum Managing = new("chefforum", "Chefforum", [ForumDuty.ApproveConfirmation, ForumDuty.ManageDeviations], "direktoerforum", Rhythm.Default);

    private static readonly Forum Deciding = new("direktoerforum", "Direktørforum", [ForumDuty.DecideEscalations], null, Rhythm.Default);

    private static readonly Cluster Midt = Cluster.None with { Id = "midt", Name = "Midt", Forums = [Managing, Deciding] };

    private static readonly Cluster Monthly = Midt with { Forums = [Deciding with { Rhythm = Rhythm.Default with { MonthlyDashboard = true } }] };

    [Fact]
    public void A_meeting_of_the_managing_forum_opens_its_round_closes_it_and_gets_its_deviation_report() =>
        Wanted(Midt, "2023-09-01", Meeting("chefforum", "2023-10-30")).ShouldBe(
        [
            "open-round chefforum-2023-10-30 2023-10-09T04:00Z",
            "remind-early chefforum-2023-10-30 2023-10-17T04:00Z",
            "remind-last-day chefforum-2023-10-30 2023-10-20T04:00Z",
            "close-round chefforum-2023-10-30 2023-10-20T22:00Z",
            "afvigelsesrapport chefforum-2023-10-30 2023-10-23T04:00Z",
        ]);

    [Fact]
    public void A_meeting_of_the_deciding_forum_gets_its_dashboard_and_no_round() =>
        Wanted(Midt, "2023-09-01", Meeting("direktoerforum", "2023-10-02")).ShouldBe(["direktoeroverblik direktoerforum-2023-10-02 2023-09-25T04:00Z"]);

    [Fact]
    public void A_forum_with_both_duties_gets_both_packs_whatever_it_is_called()
    {
        var both = Managing with { Id = "ssfsn", Name = "SSFSN", Duties = [ForumDuty.ManageDeviations, ForumDuty.DecideEscalations] };

        Names(Midt with { Forums = [both] }, "2023-09-01", Meeting("ssfsn", "2023-10-30"))
            .ShouldBe(["open-round", "remind-early", "remind-last-day", "close-round", "afvigelsesrapport", "direktoeroverblik"]);
    }

    [Fact]
    public void A_forum_without_a_duty_that_wants_a_pack_gets_nothing() =>
        Wanted(Midt with { Forums = [Deciding with { Duties = [ForumDuty.ApproveConfirmation] }] }, "2023-09-01", Meeting("direktoerforum", "2023-10-02")).ShouldBeEmpty();

    [Fact]
    public void A_meeting_of_the_forum_that_places_orders_gets_the_political_status_and_no_round() =>
        Wanted(Midt with { Forums = [Managing, Deciding, Deciding with { Id = "politisk-niveau", Duties = [ForumDuty.PlaceOrders] }] }, "2023-09-01", Meeting("politisk-niveau", "2023-11-15"))
            .ShouldBe(["politisk-status politisk-niveau-2023-11-15 2023-11-08T05:00Z"]);

    [Fact]
    public void A_cancelled_meeting_and_one_that_is_over_have_no_jobs() =>
        Wanted(Midt, "2023-11-01", Meeting("chefforum", "2023-10-30"), Meeting("chefforum", "2023-11-27") with { Cancelled = "Aflyst" }).ShouldBeEmpty();

    [Fact]
    public void A_meeting_that_is_cancelled_with_a_written_status_instead_gets_it_when_its_pack_would_have_come_and_once()
    {
        var cancelled = Meeting("direktoerforum", "2023-10-02") with { Cancelled = "Aflyst", WrittenStatusInstead = true };
        Wanted(Midt, "2023-09-01", cancelled).ShouldBe(["skriftlig-status direktoerforum-2023-10-02 2023-09-25T04:00Z"]);
        Wanted(Midt, "2023-10-05", cancelled).ShouldBe(["skriftlig-status direktoerforum-2023-10-02 2023-09-25T04:00Z"], "it may come to light late");
        Wanted(Midt, "2023-10-12", cancelled).ShouldBeEmpty();

        var told = DoneAlready.Nothing with { CalendarChanged = Day("2023-09-30") };
        WantedJobs.Of(Midt, Of(cancelled), told, Day("2023-09-30")).Single(j => j.Kind == JobKind.CompilePack).At.ShouldBe(Day("2023-09-30").AddMinutes(10), "whoever cancelled may choose again");
        WantedJobs.Of(Midt, Of(cancelled), new([new("skriftlig-status", cancelled.Id, cancelled.On, Day("2023-09-25"))], []), Day("2023-09-26")).ShouldBeEmpty();
    }

    [Fact]
    public void Minutes_that_are_approved_have_their_decisions_issued_at_once_and_once()
    {
        var meeting = Meeting("chefforum", "2023-08-30");
        var approved = DoneAlready.Nothing with { Minutes = [new(meeting.Id, Day("2023-09-04"))] };
        WantedJobs.Of(Midt, Of(meeting), approved, Day("2023-09-04")).ShouldHaveSingleItem().Name.ShouldBe("beslutningsreferat chefforum-2023-08-30");
        WantedJobs.Of(Midt, Of(meeting), approved with { Made = [new("beslutningsreferat", meeting.Id, meeting.On, Day("2023-09-04"))] }, Day("2023-09-05")).ShouldBeEmpty();
    }

    [Fact]
    public void A_moved_meeting_has_the_same_jobs_at_other_instants()
    {
        var meeting = Meeting("chefforum", "2023-10-30");
        var before = WantedJobs.Of(Midt, Of(meeting), DoneAlready.Nothing, Day("2023-09-01"));
        var after = WantedJobs.Of(Midt, Of(meeting with { On = new(2023, 11, 6), MovedFrom = meeting.On, SetOn = new(2023, 9, 1) }), DoneAlready.Nothing, Day("2023-09-01"));

        after.Select(j => j.Name).ShouldBe(before.Select(j => j.Name));
        // A week later, and the clocks go back in between: six in the morning is an hour later in UTC.
        after[^1].At.ShouldBe(before[^1].At.AddDays(7).AddHours(1));
    }

    [Theory]
    [InlineData("2024-04-08", "2024-03-27T05:00Z")] // 1 April is Easter Monday: the Wednesday before, still winter time
    [InlineData("2024-04-09", "2024-04-02T04:00Z")] // the first working day of summer time
    [InlineData("2024-10-31", "2024-10-24T04:00Z")]
    [InlineData("2024-11-04", "2024-10-28T05:00Z")] // the day after the clocks went back
    public void A_pack_is_compiled_at_the_local_hour_on_both_sides_of_daylight_saving(string meeting, string at) =>
        Wanted(Midt, "2024-01-02", Meeting("direktoerforum", meeting)).ShouldHaveSingleItem().ShouldEndWith(at);

    [Fact]
    public void Of_what_a_standstill_made_overdue_only_the_first_step_of_a_meeting_is_wanted()
    {
        var meeting = Meeting("chefforum", "2023-10-30");
        Names(Midt, "2023-10-25", meeting).ShouldBe(["open-round"]);

        var opened = meeting with { RoundOpened = new(2023, 10, 9), RoundDue = new(2023, 10, 20), Expected = [] };
        Names(Midt, "2023-10-25", opened).ShouldBe(["close-round"]);

        Names(Midt, "2023-10-25", opened with { Missing = [] }).ShouldBe(["afvigelsesrapport"]);
    }

    [Fact]
    public void A_step_that_is_not_due_stands_in_the_schedule_though_an_earlier_one_is_overdue() =>
        Names(Midt, "2023-10-12", Meeting("chefforum", "2023-10-30")).ShouldBe(["open-round", "remind-early", "remind-last-day", "close-round", "afvigelsesrapport"]);

    [Fact]
    public void A_reminder_is_wanted_on_its_day_until_it_is_sent_and_not_on_the_day_the_round_opened_late()
    {
        var opened = Meeting("chefforum", "2023-10-30") with { RoundOpened = new(2023, 10, 9), RoundDue = new(2023, 10, 20), Expected = [] };
        string[] On(string day, Meeting meeting, params string[] told) =>
            [.. WantedJobs.Of(Midt, Of(meeting), DoneAlready.Nothing with { Told = told.ToHashSet() }, Day(day)).Where(j => j.Kind == JobKind.RemindRound).Select(j => j.Name.Split(' ')[0])];

        On("2023-10-17", opened).ShouldBe(["remind-early", "remind-last-day"]);
        On("2023-10-17", opened, "reminder/2023-10-17/chefforum-2023-10-30").ShouldBe(["remind-last-day"]);
        On("2023-10-18", opened).ShouldBe(["remind-last-day"]);
        On("2023-10-21", opened).ShouldBeEmpty();
        On("2023-10-17", opened with { RoundOpened = new(2023, 10, 17) }).ShouldBe(["remind-last-day"]);
        // Moved a week on after both were sent: a new deadline, and two new days to remind on.
        var moved = opened with { On = new(2023, 11, 6), MovedFrom = opened.On, SetOn = new(2023, 10, 20), RoundDue = null };
        On("2023-10-20", moved, "reminder/2023-10-17/chefforum-2023-10-30", "reminder/2023-10-20/chefforum-2023-10-30").ShouldBe(["remind-early", "remind-last-day"]);
    }

    [Fact]
    public void A_pack_that_exists_is_not_wanted_again_unless_its_meeting_has_moved_since()
    {
        var meeting = Meeting("direktoerforum", "2023-10-30");
        MadePack[] made = [new("direktoeroverblik", meeting.Id, meeting.On, Day("2023-10-24"))];

        WantedJobs.Of(Midt, Of(meeting), new(made, []), Day("2023-10-25")).ShouldBeEmpty();
        WantedJobs.Of(Midt, Of(meeting with { On = new(2023, 11, 6) }), new(made, []), Day("2023-10-25")).ShouldHaveSingleItem().Pack.ShouldBe("direktoeroverblik");
        WantedJobs.Of(Midt, Of(meeting with { On = new(2023, 10, 27) }), new(made, []), Day("2023-10-25")).ShouldHaveSingleItem().Pack.ShouldBe("direktoeroverblik");
    }

    [Fact]
    public void A_pack_made_by_hand_before_its_hour_does_not_stand_for_the_one_that_is_due()
    {
        var meeting = Meeting("direktoerforum", "2023-10-30");

        WantedJobs.Of(Midt, Of(meeting), new([new("direktoeroverblik", meeting.Id, meeting.On, Day("2023-10-02"))], []), Day("2023-10-03"))
            .ShouldHaveSingleItem().At.ShouldBe(DateTimeOffset.Parse("2023-10-23T04:00Z", InvariantCulture));
    }

    [Fact]
    public void A_status_that_came_after_its_pack_wants_another_edition_half_an_hour_later_and_never_before_the_pack_itself()
    {
        var meeting = Meeting("chefforum", "2023-10-30") with { RoundOpened = new(2023, 10, 9), RoundDue = new(2023, 10, 20), Expected = [], Missing = [] };
        LateStatus[] late = [new("afvigelsesrapport", meeting.Id, Day("2023-10-24").AddHours(9).AddTicks(5))];
        MadePack[] made = [new("afvigelsesrapport", meeting.Id, meeting.On, Day("2023-10-23").AddHours(4))];

        WantedJobs.Of(Midt, Of(meeting), new(made, late), Day("2023-10-24").AddHours(10)).ShouldHaveSingleItem()
            .ShouldBe(new($"afvigelsesrapport {meeting.Id} late-statuses", JobKind.CompileLatePack, Occasion.Of(meeting), "afvigelsesrapport", Day("2023-10-24").AddHours(9.5)));
        // One made by hand before its day: the one that is due will hold them.
        WantedJobs.Of(Midt, Of(meeting), new([made[0] with { At = Day("2023-10-22") }], late), Day("2023-10-22")).ShouldHaveSingleItem().Kind.ShouldBe(JobKind.CompilePack);
    }

    [Fact]
    public void A_status_that_comes_as_the_meeting_begins_is_told_there()
    {
        var meeting = Meeting("chefforum", "2023-10-30") with { RoundOpened = new(2023, 10, 9), RoundDue = new(2023, 10, 20), Expected = [], Missing = [], Start = new(13, 0) };
        var begins = new DateTimeOffset(2023, 10, 30, 12, 0, 0, TimeSpan.Zero);
        MadePack[] made = [new("afvigelsesrapport", meeting.Id, meeting.On, Day("2023-10-23").AddHours(4))];

        int Wanted(int minutesBefore) => WantedJobs.Of(Midt, Of(meeting), new(made, [new("afvigelsesrapport", meeting.Id, begins.AddMinutes(-minutesBefore))]), begins.AddMinutes(-minutesBefore)).Count;
        Wanted(minutesBefore: 31).ShouldBe(1);
        Wanted(minutesBefore: 30).ShouldBe(0);
    }

    [Fact]
    public void A_meeting_called_at_short_notice_has_no_round_and_its_pack_at_once() =>
        Names(Midt, "2023-10-25", Meeting("chefforum", "2023-10-30") with { Extraordinary = true, SetOn = new(2023, 10, 25) }).ShouldBe(["afvigelsesrapport"]);

    [Theory]
    [InlineData("2023-09-20", "direktoerforum-2023-10", "2023-10-02T04:00Z")] // 1 October is a Sunday
    [InlineData("2023-12-20", "direktoerforum-2024-01", "2024-01-02T05:00Z")] // New Year's Day
    [InlineData("2024-03-20", "direktoerforum-2024-04", "2024-04-02T04:00Z")] // Easter Monday
    public void The_monthly_dashboard_is_compiled_on_the_first_working_day(string today, string occasion, string at) =>
        Wanted(Monthly, today).ShouldBe([$"direktoeroverblik {occasion} {at}"]);

    [Fact]
    public void A_dashboard_missed_this_week_is_made_up_for_and_one_missed_longer_ago_is_not()
    {
        Wanted(Monthly, "2023-10-05").Count.ShouldBe(2);
        Wanted(Monthly, "2023-10-12").ShouldHaveSingleItem().ShouldContain("2023-11");
    }

    [Theory]
    [InlineData("2023-10-20", "2023-10-16", "remind-procedure p 2023-10-19T04:00Z", "procedure-due p 2023-10-21T04:00Z")]
    [InlineData("2023-10-30", "2023-10-16", "remind-procedure p 2023-10-27T04:00Z", "procedure-due p 2023-10-31T05:00Z")] // Monday, over the end of summer time
    [InlineData("2023-10-20", "2023-10-19", "procedure-due p 2023-10-21T04:00Z")] // asked on the day of the reminder
    public void A_written_procedure_is_reminded_of_on_the_working_day_before_and_told_of_when_its_deadline_is_over(string deadline, string toldOn, params string[] wanted) =>
        Asked("2023-10-16", deadline, toldOn).ShouldBe(wanted);

    [Fact]
    public void What_was_told_of_a_written_procedure_or_is_long_over_is_not_told_again()
    {
        Asked("2023-10-20", "2023-10-20", "2023-10-10", "procedure-reminder/p/2023-10-20").ShouldBe(["procedure-due p 2023-10-21T04:00Z"]);
        Asked("2023-10-20", "2023-10-20", "2023-10-10").ShouldBe(["procedure-due p 2023-10-21T04:00Z"], "the reminder's day is over");
        Asked("2023-10-22", "2023-10-20", "2023-10-10", "procedure-due/p/2023-10-20").ShouldBeEmpty();
        Asked("2023-10-30", "2023-10-20", "2023-10-10").ShouldBeEmpty();
    }

    private static List<string> Asked(string today, string deadline, string toldOn, params string[] told) =>
    [
        .. WantedJobs.Of(Midt, Of(), DoneAlready.Nothing with { Procedures = [new("p", "chefforum", DateOnly.Parse(deadline, InvariantCulture), DateOnly.Parse(toldOn, InvariantCulture))], Told = told.ToHashSet() }, Day(today))
            .Select(j => FormattableString.Invariant($"{j.Name} {j.At:yyyy-MM-ddTHH:mm}Z")),
    ];

    private static List<string> Wanted(Cluster cluster, string today, params Meeting[] meetings) =>
        [.. WantedJobs.Of(cluster, Of(meetings), DoneAlready.Nothing, Day(today)).Select(j => FormattableString.Invariant($"{j.Name} {j.At:yyyy-MM-ddTHH:mm}Z"))];

    private static List<string> Names(Cluster cluster, string today, params Meeting[] meetings) =>
        [.. WantedJobs.Of(cluster, Of(meetings), DoneAlready.Nothing, Day(today)).Select(j => j.Name.Split(' ')[0])];

    private static Calendar Of(params Meeting[] meetings) => new(meetings);

    private static DateTimeOffset Day(string day) => new(DateTime.Parse(day, InvariantCulture), TimeSpan.Zero);

    private static Meeting Meeting(string forum, string on) =>
        Calendar.Evolve(Calendar.Empty, new MeetingScheduled($"{forum}-{on}", forum, DateOnly.Parse(on, InvariantCulture), null, null, null, false, null, null)).Meetings[0];
}
