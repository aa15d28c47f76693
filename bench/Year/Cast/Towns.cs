using Initiatives.Year.Expected;
using static Initiatives.Year.Cast.Habit;

namespace Initiatives.Year.Cast;

/// <summary>
/// The three sample clusters with the calendars of their minutes (<c>samples/</c>). Where a cluster's minutes hold no meeting of the forum
/// that manages deviations, as in Syd and Midtklyngen, some are set here; they lie around the changes of the clocks.
/// </summary>
internal static class Towns
{
    public static Town Midt { get; } = new("nordjylland-midt", "sundhedsklynge-midt.json", new(2022, 9, 12))
    {
        Plan = "handleplan-2023",
        Forums = new Dictionary<string, string> { ["chefforum"] = "Chefforum", ["direktoerforum"] = "Direktørforum", ["politisk-niveau"] = "Politisk Niveau" },
        Managing = "chefforum",
        Ordering = "politisk-niveau",
        Approving = ["chefforum", "direktoerforum"],
        Distribution = new Dictionary<string, string> { ["direktoerforum"] = "chefforum", ["politisk-niveau"] = "chefforum" },
        People =
        [
            Secretary("midt"),
            Seat("midt", "chef-1", "Formand for Chefforum", "da", ("chefforum", "chair")),
            Seat("midt", "chef-2", "Sundhedschef, Jammerbugt", "da", ("chefforum", "member")),
            Seat("midt", "chef-3", "Klinikchef", "en", ("chefforum", "member")),
            Seat("midt", "patient-1", "Patientrepræsentant", "da", ("chefforum", "patient-representative")),
            Seat("midt", "direktoer-1", "Formand for Direktørforum", "da", ("direktoerforum", "chair")),
            // In two forums: what both are told of is told once.
            Seat("midt", "direktoer-2", "Direktør, Aalborg", "da", ("direktoerforum", "member"), ("chefforum", "member")),
            Seat("midt", "politiker-1", "Formand for Politisk Niveau", "da", ("politisk-niveau", "chair")),
            Seat("midt", "politiker-2", "Regionsrådsmedlem", "da", ("politisk-niveau", "member")),
            .. Delivering("midt", 8, 5),
        ],
        Calendar =
        [
            new("politisk-niveau", new(2022, 9, 20)),
            new("chefforum", new(2022, 10, 24)),
            new("direktoerforum", new(2022, 11, 16), new(13, 0)),
            new("politisk-niveau", new(2022, 12, 9)),
            new("chefforum", new(2023, 1, 30), new(15, 0)),
            new("direktoerforum", new(2023, 2, 17)),
            new("politisk-niveau", new(2023, 3, 13)),
            new("chefforum", new(2023, 3, 30), new(13, 30)),
            new("direktoerforum", new(2023, 4, 17)),
            new("politisk-niveau", new(2023, 5, 17)),
            new("chefforum", new(2023, 8, 30)),
            new("direktoerforum", new(2023, 10, 2)),
            new("chefforum", new(2023, 10, 30)),
            new("politisk-niveau", new(2023, 11, 15)),
            new("chefforum", new(2023, 11, 27)),
            new("direktoerforum", new(2023, 12, 18)),
        ],
        Changes =
        [
            new Called(Almanac.At(new(2022, 11, 28), 10), "direktoerforum", new(2022, 12, 9), new(12, 0)),
            new Cancelled(Almanac.At(new(2022, 11, 28), 10, 5), "politisk-niveau-2022-12-09", "Handleplanen udskydes til foråret 2023", Written: false),
            new Moved(Almanac.At(new(2023, 3, 14), 10), "chefforum-2023-03-30", new(2023, 3, 31), "Sammenfald med et andet møde"),
            new Moved(Almanac.At(new(2023, 4, 26), 10), "politisk-niveau-2023-05-17", new(2023, 5, 24), "Flere udvalgsmøder samme dag"),
        ],
        Works =
        [
            .. Enumerable.Range(1, 5).Select(n => Of("midt", n, "aalborg", new DateOnly(2022, 10, 5))),
            .. Enumerable.Range(6, 5).Select(n => Of("midt", n, "auh", new DateOnly(2023, 1, 18)) with { Paused = n == 8 ? (new(2023, 6, 12), new(2023, 9, 20)) : null }),
            .. Enumerable.Range(11, 5).Select(n => Of("midt", n, "jammerbugt", n == 12 ? [new(2023, 3, 22), new(2023, 8, 15)] : [new(2023, 3, 22)])),
        ],
        Returned = new HashSet<(int, string)> { (12, "chefforum-2023-03-30") },
        Lights = new Dictionary<(int, string), string>
        {
            [(3, "chefforum-2023-01-30")] = "yellow",
            [(7, "chefforum-2023-03-30")] = "yellow",
            [(7, "chefforum-2023-08-30")] = "yellow",
            [(10, "chefforum-2023-08-30")] = "red",
            [(10, "chefforum-2023-10-30")] = "yellow",
            [(5, "chefforum-2023-10-30")] = "yellow",
            [(15, "chefforum-2023-11-27")] = "red",
        },
        Habits = new Dictionary<(int, string), Habit>
        {
            [(3, "chefforum-2023-01-30")] = Prompt,
            [(3, "chefforum-2023-03-30")] = AfterReminder,
            [(4, "chefforum-2023-03-30")] = InTheNightOfTheClocks,
            [(7, "chefforum-2023-03-30")] = LastDay,
            [(6, "chefforum-2023-08-30")] = LateAfterPack,
            [(9, "chefforum-2023-08-30")] = LateAfterPack,
            [(10, "chefforum-2023-08-30")] = LastDay,
            [(10, "chefforum-2023-10-30")] = Prompt,
            [(2, "chefforum-2023-10-30")] = LateBeforePack,
            [(15, "chefforum-2023-10-30")] = InTheNightOfTheClocks,
            [(14, "chefforum-2023-10-30")] = Missing,
            [(14, "chefforum-2023-11-27")] = Missing,
            [(15, "chefforum-2023-11-27")] = Prompt,
        },
    };

    public static Town Syd { get; } = new("nordjylland-syd", "sundhedsklynge-syd.json", new(2023, 1, 11))
    {
        Plan = "politisk-handleplan-2023",
        Forums = new Dictionary<string, string> { ["driftsgruppe"] = "Driftsgruppen", ["ssfsn"] = "Fagligt strategisk niveau (SSFSN)", ["politisk-klynge"] = "Politisk sundhedsklynge Syd" },
        Managing = "driftsgruppe",
        Ordering = "politisk-klynge",
        Approving = ["ssfsn"],
        People =
        [
            Secretary("syd"),
            Seat("syd", "drift-1", "Formand for Driftsgruppen", "da", ("driftsgruppe", "chair")),
            Seat("syd", "drift-2", "Driftsleder, Rebild", "da", ("driftsgruppe", "member")),
            Seat("syd", "faglig-1", "Formand for SSFSN", "da", ("ssfsn", "chair")),
            Seat("syd", "faglig-2", "Sundhedsdirektør", "en", ("ssfsn", "member")),
            Seat("syd", "politiker-1", "Formand for Politisk sundhedsklynge Syd", "da", ("politisk-klynge", "chair")),
            Seat("syd", "politiker-2", "Byrådsmedlem", "da", ("politisk-klynge", "member")),
            .. Delivering("syd", 3, 2),
        ],
        Calendar =
        [
            new("ssfsn", new(2023, 3, 27), new(13, 0)),
            new("driftsgruppe", new(2023, 5, 8)),
            new("ssfsn", new(2023, 5, 24), new(13, 0)),
            new("politisk-klynge", new(2023, 6, 15)),
            new("ssfsn", new(2023, 8, 23)),
            new("driftsgruppe", new(2023, 9, 4)),
            new("driftsgruppe", new(2023, 11, 6)),
        ],
        Changes = [new Cancelled(Almanac.At(new(2023, 6, 1), 11), "politisk-klynge-2023-06-15", "Det ekstra møde aflyses; der udsendes i stedet en kort skriftlig status", Written: true)],
        Works = [.. Enumerable.Range(1, 5).Select(n => Of("syd", n, "rebild", new DateOnly(2023, 3, 1)))],
        Lights = new Dictionary<(int, string), string> { [(2, "driftsgruppe-2023-05-08")] = "red", [(4, "driftsgruppe-2023-11-06")] = "yellow" },
        Habits = new Dictionary<(int, string), Habit>
        {
            [(2, "driftsgruppe-2023-05-08")] = AfterReminder,
            [(2, "driftsgruppe-2023-09-04")] = Prompt,
            [(4, "driftsgruppe-2023-11-06")] = LastDay,
            [(5, "driftsgruppe-2023-11-06")] = LateAfterPack,
        },
    };

    public static Town Midtklyngen { get; } = new("midtjylland-midt", "midtklyngen.json", new(2022, 2, 10))
    {
        Plan = "opfoelgning-2022",
        Forums = new Dictionary<string, string>
        {
            ["voksen-somatik"] = "Voksentemagruppen for somatik", ["klyngestyregruppen"] = "Klyngestyregruppen", ["politisk-klynge"] = "Den politiske sundhedsklynge i Midt",
        },
        Managing = "voksen-somatik",
        Ordering = "politisk-klynge",
        Approving = ["klyngestyregruppen"],
        People =
        [
            Secretary("midtklyngen"),
            Seat("midtklyngen", "tema-1", "Formand for Voksentemagruppen", "da", ("voksen-somatik", "chair")),
            Seat("midtklyngen", "tema-2", "Oversygeplejerske", "da", ("voksen-somatik", "member")),
            Seat("midtklyngen", "styre-1", "Formand for Klyngestyregruppen", "da", ("klyngestyregruppen", "chair")),
            Seat("midtklyngen", "styre-2", "Velfærdsdirektør, Viborg", "da", ("klyngestyregruppen", "member")),
            Seat("midtklyngen", "politiker-1", "Formand for den politiske sundhedsklynge", "da", ("politisk-klynge", "chair")),
            .. Delivering("midtklyngen", 3, 2),
        ],
        Calendar =
        [
            new("klyngestyregruppen", new(2022, 3, 4)),
            new("voksen-somatik", new(2022, 4, 4)),
            new("voksen-somatik", new(2022, 5, 30)),
            new("klyngestyregruppen", new(2022, 6, 24), new(8, 30)),
            new("voksen-somatik", new(2022, 9, 5)),
            new("klyngestyregruppen", new(2022, 9, 16), new(8, 0)),
            new("voksen-somatik", new(2022, 11, 7)),
            new("klyngestyregruppen", new(2022, 12, 2)),
        ],
        Changes = [new Moved(Almanac.At(new(2022, 11, 10), 9), "klyngestyregruppen-2022-12-02", new(2022, 12, 16), "Flere af medlemmerne er forhindret")],
        Works = [.. Enumerable.Range(1, 5).Select(n => Of("midtklyngen", n, "viborg", new DateOnly(2022, 2, 21)))],
        Lights = new Dictionary<(int, string), string> { [(1, "voksen-somatik-2022-04-04")] = "yellow", [(2, "voksen-somatik-2022-05-30")] = "red" },
        Habits = new Dictionary<(int, string), Habit>
        {
            [(1, "voksen-somatik-2022-04-04")] = Prompt,
            [(1, "voksen-somatik-2022-05-30")] = Prompt,
            [(2, "voksen-somatik-2022-05-30")] = LastDay,
            [(2, "voksen-somatik-2022-09-05")] = AfterReminder,
            [(3, "voksen-somatik-2022-11-07")] = LateAfterPack,
        },
    };

    private static Citizen Secretary(string town) => new($"{town}-sekretariat", "Sekretariatet", $"sekretariat@{town}.example.org", "da", [], Secretariat: true);

    private static Citizen Seat(string town, string id, string name, string language, params (string, string)[] seats) => new($"{town}-{id}", name, $"{id}@{town}.example.org", language, seats);

    /// <summary>Some answer for two initiatives, so that they are asked for both in one mail.</summary>
    private static IEnumerable<Citizen> Delivering(string town, int owners, int leads) =>
        Enumerable.Range(1, owners).Select(n => Seat(town, $"ejer-{n}", $"Projektejer {n}", "da"))
            .Concat(Enumerable.Range(1, leads).Select(n => Seat(town, $"leder-{n}", $"Projektleder {n}", "da")));

    private static Work Of(string town, int number, string organisation, params DateOnly[] submitted)
    {
        var (owners, leads) = town == "midt" ? (8, 5) : (3, 2);
        return new(number, $"{town}-ejer-{((number - 1) % owners) + 1}", $"{town}-leder-{((number - 1) % leads) + 1}", organisation, submitted);
    }
}
