namespace Initiatives.Domain.Tests.Initiatives;

/// <summary>Three real clusters with three chains, told apart by configuration alone.</summary>
internal static class Chains
{
    private static readonly Cluster KlyngeMidt = Configured(
        new ClusterRegistered("nordjylland-midt", "Sundhedsklynge Midt", "Region Nordjylland", "da", "Europe/Copenhagen", true),
        new ForumConfigured("chefforum", "Chefforum", [ForumDuty.ApproveConfirmation, ForumDuty.ManageDeviations], "direktoerforum"),
        new ForumConfigured("direktoerforum", "Direktørforum", [ForumDuty.ApproveConfirmation, ForumDuty.DecideEscalations], "politisk-niveau"),
        new ForumConfigured("politisk-niveau", "Politisk Niveau", [ForumDuty.PlaceOrders], null));

    private static readonly Cluster KlyngeSyd = Configured(
        new ClusterRegistered("nordjylland-syd", "Sundhedsklynge Syd", "Region Nordjylland", "da", "Europe/Copenhagen", true),
        new ForumConfigured("driftsgruppe", "Driftsgruppen", [ForumDuty.ManageDeviations], "ssfsn"),
        new ForumConfigured("ssfsn", "Fagligt strategisk niveau (SSFSN)", [ForumDuty.ApproveConfirmation, ForumDuty.DecideEscalations], "politisk-klynge"),
        new ForumConfigured("politisk-klynge", "Politisk sundhedsklynge Syd", [ForumDuty.PlaceOrders], null));

    private static readonly Cluster KlyngeMidtklyngen = Configured(
        new ClusterRegistered("midtjylland-midt", "Midtklyngen", "Region Midtjylland", "da", "Europe/Copenhagen", true),
        new ForumConfigured("voksen-somatik", "Voksentemagruppen for somatik", [ForumDuty.ManageDeviations], "klyngestyregruppen"),
        new ForumConfigured("klyngestyregruppen", "Klyngestyregruppen", [ForumDuty.ApproveConfirmation, ForumDuty.DecideEscalations], "politisk-klynge"),
        new ForumConfigured("politisk-klynge", "Den politiske sundhedsklynge i Midt", [ForumDuty.PlaceOrders], null));

    private static readonly Calendar Year2023 = new CalendarEvent[]
    {
        Met("chefforum", "2023-03-31"),
        Met("direktoerforum", "2023-04-17"),
        Met("chefforum", "2023-08-30"),
        Met("direktoerforum", "2023-10-02"),
        Met("chefforum", "2023-10-30"),
        Met("politisk-niveau", "2023-11-15"),
        Met("chefforum", "2023-11-27"),
        Met("direktoerforum", "2023-12-18"),
    }.Aggregate(Calendar.Empty, Calendar.Evolve);

    public static Setting Midt(string today) => new(Day(today), KlyngeMidt, Year2023);

    public static Setting Syd(string today) => new(Day(today), KlyngeSyd, Calendar.Empty);

    public static Setting Midtklyngen(string today) => new(Day(today), KlyngeMidtklyngen, Calendar.Empty);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    private static MeetingScheduled Met(string forum, string on) => new($"{forum}-{on}", forum, Day(on), null, null, null, false, null, null);

    private static Cluster Configured(params IEnumerable<ClusterEvent> events) => events
        .Concat(new[] { "region", "aalborg", "jammerbugt", "auh", "psykiatrien", "plo" }.Select(id => new OrganisationRecorded(id, id, "municipality")))
        .Aggregate(Cluster.None, Cluster.Evolve);
}
