using static Initiatives.Domain.Tests.Meetings.Midt;
using Calendar = Initiatives.Domain.Calendar;

namespace Initiatives.Domain.Tests.Clusters;

/// <summary>What comes back every year: what may be said of a point, and which meetings it falls on.</summary>
public sealed class WheelTests
{
    private static readonly SetWheelPoint Evaluation =
        new("evaluering", "Evaluering af patientinddragelse", "chefforum", WheelTime.Months, [9, 3], "Det indstilles, at Chefforum drøfter evalueringen.");

    [Fact]
    public void A_point_has_a_title_a_forum_a_recommendation_and_a_time_that_can_be_told()
    {
        Refused(Evaluation with { Id = "Årets", Title = " ", Forum = "ukendt", Recommendation = "" }).ShouldBe(["slug-malformed", "text-missing", "forum-unknown", "text-missing"]);
        Refused(Evaluation with { Months = [] }).ShouldBe(["wheel-time-unclear"]);
        Refused(Evaluation with { Months = [0] }).ShouldBe(["wheel-time-unclear"]);
        Refused(Evaluation with { Months = [13] }).ShouldBe(["wheel-time-unclear"]);
        Refused(Evaluation with { Months = [3, 3] }).ShouldBe(["listed-twice"]);
        Refused(Evaluation with { Time = WheelTime.FirstMeeting }).ShouldBe(["wheel-time-unclear"]);
        Refused(Evaluation with { Note = "Patienten 010190-1234" }).ShouldBe(["cpr-in-text"]);
        Refused(Evaluation).ShouldBeEmpty();
    }

    [Fact]
    public void Other_words_keep_the_day_from_which_it_comes_and_another_time_begins_anew()
    {
        var set = After(KlyngeMidt, Evaluation, "2023-02-01");
        Since(set).ShouldBe(Day("2023-02-01"));
        Since(After(set, Evaluation with { Title = "Evaluering" }, "2023-05-01")).ShouldBe(Day("2023-02-01"));
        Since(After(set, Evaluation with { Months = [4] }, "2023-05-01")).ShouldBe(Day("2023-05-01"));
    }

    [Fact]
    public void A_point_is_taken_up_once_for_each_of_its_months_at_the_first_meeting_there_or_the_next() =>
        Falls([3, 9, 11], Held("2023-03-31", "2023-03-10", "2023-10-30", "2023-11-06", "2023-11-27")).ShouldBe(
        [
            ("wheel-p-2023-3", "2023-03-10"), ("wheel-p-2023-9", "2023-10-30"), ("wheel-p-2023-11", "2023-11-06"),
        ]);

    [Fact]
    public void A_meeting_that_two_months_fall_on_takes_the_point_up_once() =>
        Falls([3, 4, 6], Held("2023-06-12", "2023-08-30")).ShouldBe([("wheel-p-2023-3", "2023-06-12")]);

    [Fact]
    public void A_december_without_a_meeting_passes_its_turn_on_into_the_next_year() =>
        Falls([12, 1], Held("2023-01-09", "2023-11-27", "2024-01-29", "2024-12-02"), lastYear: 2024).ShouldBe([("wheel-p-2023-1", "2023-01-09"), ("wheel-p-2023-12", "2024-01-29"), ("wheel-p-2024-12", "2024-12-02")]);

    [Fact]
    public void It_follows_a_meeting_that_is_moved_or_cancelled()
    {
        var calendar = Held("2023-03-10", "2023-03-31", "2023-04-24");
        var cancelled = calendar.And(new MeetingCancelled("chefforum-2023-03-10", "For få punkter", false));
        var moved = cancelled.And(new MeetingMoved("chefforum-2023-03-31", Day("2023-03-31"), Day("2023-05-08"), null, null, null, Day("2023-03-01"), null));

        Falls([3], cancelled).ShouldBe([("wheel-p-2023-3", "2023-03-31")]);
        Falls([3], moved).ShouldBe([("wheel-p-2023-3", "2023-04-24")]);
    }

    [Fact]
    public void An_extraordinary_meeting_takes_up_no_point_of_the_wheel() =>
        Falls([3], Held("2023-03-31").And(new MeetingScheduled("chefforum-2023-03-02", "chefforum", Day("2023-03-02"), null, null, null, true, null, null)))
            .ShouldBe([("wheel-p-2023-3", "2023-03-31")]);

    [Fact]
    public void The_first_and_the_last_meeting_of_the_year_are_what_the_calendar_says()
    {
        var calendar = Held("2023-01-30", "2023-11-27", "2024-02-05");

        Wheel.Turns(Point(WheelTime.FirstMeeting, []), calendar, 2023, 2024).Select(Told).ShouldBe([("wheel-p-2023", "2023-01-30"), ("wheel-p-2024", "2024-02-05")]);
        Wheel.Turns(Point(WheelTime.LastMeeting, []), calendar, 2023, 2023).Select(Told).ShouldBe([("wheel-p-2023", "2023-11-27")]);
    }

    [Fact]
    public void What_was_over_when_the_point_was_set_is_not_made_up_for()
    {
        var point = Point(WheelTime.Months, [1, 3, 4]) with { Since = Day("2023-03-15") };

        Wheel.Turns(point, Held("2023-03-10", "2023-03-31", "2023-04-24"), 2023, 2023).Select(Told).ShouldBe([("wheel-p-2023-4", "2023-04-24")]);
    }

    private static WheelPoint Point(WheelTime time, IReadOnlyList<int> months) => new("p", "Punkt", "chefforum", time, months, "Det indstilles ...", null, Day("2020-01-01"));

    private static Calendar Held(params string[] days) => CalendarOf(days.Select(d => Met("chefforum", d)));

    private static IEnumerable<(string, string)> Falls(IReadOnlyList<int> months, Calendar calendar, int lastYear = 2023) =>
        Wheel.Turns(Point(WheelTime.Months, [.. months.Order()]), calendar, 2023, lastYear).Select(Told);

    private static (string, string) Told(WheelTurn turn) => (turn.Key, turn.Meeting.On.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static IEnumerable<string> Refused(ClusterCommand command) => command.Decide(KlyngeMidt, On("2023-02-01")).Refusals.Select(r => r.Code);

    private static Cluster After(Cluster cluster, ClusterCommand command, string today) => command.Decide(cluster, On(today)).Events.Aggregate(cluster, Cluster.Evolve);

    private static DateOnly Since(Cluster cluster) => cluster.Wheel.Single(p => p.Id == "evaluering").Since;
}
