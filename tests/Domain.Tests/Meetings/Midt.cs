using Initiatives.Domain;

namespace Initiatives.Domain.Tests.Meetings;

/// <summary>Sundhedsklynge Midt as its minutes have it: Chefforum mends deviations, Direktørforum decides.</summary>
internal static class Midt
{
    public static Cluster KlyngeMidt { get; } = Cluster.None with
    {
        Id = "nordjylland-midt",
        Name = "Sundhedsklynge Midt",
        Forums =
        [
            new Forum("chefforum", "Chefforum", [ForumDuty.ApproveConfirmation, ForumDuty.ManageDeviations], "direktoerforum", Rhythm.Default),
            new Forum("direktoerforum", "Direktørforum", [ForumDuty.ApproveConfirmation, ForumDuty.DecideEscalations], "politisk-niveau", Rhythm.Default with { MonthlyDashboard = true }),
            new Forum("politisk-niveau", "Politisk Niveau", [ForumDuty.PlaceOrders], null, Rhythm.Default),
        ],
        Wheel = [new WheelPoint("moedeplan", "Næste års møder", "chefforum", WheelTime.LastMeeting, [], "Det indstilles, at Chefforum godkender mødeplanen.", null, new(2023, 1, 1))],
    };

    public static CalendarEvent[] Meetings { get; } =
    [
        Met("direktoerforum", "2023-04-17"),
        Met("chefforum", "2023-08-30"),
        Met("direktoerforum", "2023-10-02"),
        Met("chefforum", "2023-10-30"),
        Met("chefforum", "2023-11-27"),
    ];

    public static Calendar Year2023 { get; } = CalendarOf(Meetings);

    public static Calendar CalendarOf(params IEnumerable<CalendarEvent> events) => events.Aggregate(Calendar.Empty, Calendar.Evolve);

    public static Calendar And(this Calendar calendar, params IEnumerable<CalendarEvent> events) => events.Aggregate(calendar, Calendar.Evolve);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    public static MeetingScheduled Met(string forum, string on) =>
        new($"{forum}-{on}", forum, Day(on), null, null, null, false, null, null);

    public static Setting On(string today, Calendar? calendar = null) => new(Day(today), KlyngeMidt, calendar ?? Year2023);
}
