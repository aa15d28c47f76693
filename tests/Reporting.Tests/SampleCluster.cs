using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Tests;

/// <summary>
/// A cluster with the fifteen initiatives of Sundhedsklynge Midt and a made-up history that has one of each kind: red and escalated, red with
/// an overdue remedy, yellow, eased to green, green in spite of a delay, missing, paused, awaiting approval, re-planned twice. Long because it is those stories.
/// </summary>
/// <param name="routine">Green statuses before the stories begin, per initiative in delivery: what years of history weigh.</param>
public sealed class SampleCluster(int routine = 5)
{
    public static readonly DateOnly Today = new(2023, 10, 23);

    private static readonly string[] Titles =
    [
        "Udbredelse af IPS for unge 15-17-årige", "Overgangen fra Børne- og Ungdomspsykiatri til Voksenpsykiatri",
        "Sammenhæng mellem kommunale tilbud og udredninger og Børne- og Ungdomspsykiatri", "Implementering af Tilgængelighedsanalysen",
        "Claudicatio intermittens (vindueskiggersyndrom)", "Rehabiliteringsindsats Smerter i bevægelse", "Samarbejdsprojekt med Social Sundhed",
        "Ulighed i forhold til genindlæggelser, særligt inden for psykiatri", "Udbredelse af telemedicin til kronisk syge borgere",
        "Systematisk indsats for de 2 % mest komplekse borgere", "Inkontinens", "Gestationel diabetes mellitus (GDM)",
        "Intens fysisk træning til overvægtige børn", "Socialpædagogisk støtte til unge, der er færdigbehandlet i Psykiatrien",
        "Direkte henvisning af unge uden for Psykiatriens målgruppe",
    ];

    private const string Cancelled = "direktoerforum-2023-11-01";

    private const string August = "chefforum-2023-08-30";

    private static readonly string[] Owners = ["aalborg", "psykiatrien", "jammerbugt", "auh", "region"];

    private readonly ClusterRecordBuilder _builder = new();
    private readonly Dictionary<string, long> _versions = [];
    private readonly Dictionary<int, int> _statuses = [];
    private long _position;
    private DateOnly? _until;

    public static PackOccasionFor Chefforum { get; } = new("chefforum", "chefforum-2023-10-30");

    public static PackOccasionFor Directors { get; } = new("direktoerforum", "direktoerforum-2023-12-18");

    public static PackOccasionFor Politicians { get; } = new("politisk-niveau", "politisk-niveau-2023-11-15");

    /// <summary>What a pack of the kind is compiled for.</summary>
    public static Packs.PackOccasion For(string kind) => (kind switch
    {
        Packs.DeviationPack.Kind => Chefforum,
        Packs.DirectorsOverview.Kind => Directors,
        Packs.PoliticalStatus.Kind => Politicians,
        Packs.WrittenStatus.Kind => new PackOccasionFor("direktoerforum", Cancelled),
        Packs.DecisionMinutes.Kind => new PackOccasionFor("chefforum", August),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Say which meeting of the sample it is for."),
    }).First;

    /// <param name="until">Nothing that was told after this day; everything when null.</param>
    /// <param name="afterwards">Tells what a test adds to the stories: initiative, fact and day.</param>
    public ClusterRecord Build(DateOnly? until = null, Action<Action<int, InitiativeEvent, DateOnly>>? afterwards = null)
    {
        _until = until;
        Frame();
        for (var n = 1; n <= 15; n++)
            Begin(n);
        Stories();
        afterwards?.Invoke(Tell);
        return _builder.Build(_position, new Dictionary<string, string> { ["person-1"] = "Navn der ikke må stå i en pakke" });
    }

    private void Frame()
    {
        var day = new DateOnly(2022, 9, 20);
        Tell("cluster", new ClusterRegistered("nordjylland-midt", "Sundhedsklynge Midt", "Region Nordjylland", "da", "Europe/Copenhagen", ExampleData: true), day);
        foreach (var (id, name, kind) in new[] { ("region", "Region Nordjylland", "region"), ("aalborg", "Aalborg Kommune", "municipality"), ("jammerbugt", "Jammerbugt Kommune", "municipality"), ("auh", "Aalborg Universitetshospital", "hospital"), ("psykiatrien", "Psykiatrien i Region Nordjylland", "hospital") })
            Tell("cluster", new OrganisationRecorded(id, name, kind), day);
        Tell("cluster", new ForumConfigured("chefforum", "Chefforum", [ForumDuty.ApproveConfirmation, ForumDuty.ManageDeviations], "direktoerforum"), day);
        Tell("cluster", new ForumConfigured("direktoerforum", "Direktørforum", [ForumDuty.ApproveConfirmation, ForumDuty.DecideEscalations], "politisk-niveau"), day);
        Tell("cluster", new ForumConfigured("politisk-niveau", "Politisk Niveau", [ForumDuty.PlaceOrders], null), day);
        foreach (var (forum, on) in new[] { ("chefforum", new DateOnly(2023, 1, 30)), ("chefforum", new(2023, 3, 31)), ("chefforum", new(2023, 5, 8)), ("chefforum", new(2023, 6, 19)), ("chefforum", new(2023, 8, 30)), ("direktoerforum", new(2023, 10, 2)), ("politisk-niveau", new(2023, 9, 6)), ("chefforum", new(2023, 10, 30)), ("politisk-niveau", new(2023, 11, 15)), ("direktoerforum", new(2023, 12, 18)) })
            Tell("calendar", new MeetingScheduled(FormattableString.Invariant($"{forum}-{on:yyyy-MM-dd}"), forum, on, new TimeOnly(15, 0), new TimeOnly(17, 0), null, false, null, null), day);
        Tell("calendar", new MeetingScheduled(Cancelled, "direktoerforum", new(2023, 11, 1), null, null, null, true, null, null), day);
        Tell("calendar", new MeetingCancelled(Cancelled, "Halvdelen af medlemmerne er forhindret.", WrittenStatusInstead: true), day);
        Tell("plan/p", new PlanDrawnUp("p", "Handleplan for Sundhedsklynge Midt", day, new(2023, 12, 31), [new("alle", "Alle")]), day);
    }

    private void Begin(int n)
    {
        Tell(n, new InitiativeOrdered("p", n, Titles[n - 1], "alle", "Som bestilt.", Owners, null, null, null, null), new(2022, 9, 20));
        if (n == 11)
            return;
        Tell(n, new OwnershipAssigned(Owners[n % 5], "person-1", "person-2"), new(2022, 10, 1));
        if (n == 10)
            Tell(n, new SpecialAttentionAsked("politisk-niveau", "Politisk Niveau har bedt om at blive orienteret særskilt om indsatsen"), new(2023, 3, 13));
        Tell(n, new ConfirmationSubmitted(1, Terms(n, new(2023, 12, 31), 300_000 + (n * 15_000)), null), new(2022, 10, 10));
        if (n == 12)
        {
            Tell(n, new ConfirmationApproved(1, "chefforum", [new(1, "Økonomi for 2024 aftales med kommunerne", "region", new(2023, 9, 15))], [], DecidedHow.Meeting, null), new(2022, 10, 24));
            return;
        }

        if (n == 13)
            return;
        Approve(n, 1, new(2022, 10, 24));
        Tell(n, new InitiativeStarted([new("person-3", "aalborg")]), new(2022, 12, 1));
        var until = FirstTrouble.GetValueOrDefault(n, new(2023, 9, 1));
        foreach (var (on, i) in RoutineDays().TakeWhile(d => d < until).Select((d, i) => (d, i)))
            Post(n, on, TrafficLight.Green, null, reading: 4.1m - (0.01m * i));
    }

    // A week before each meeting, or as many as asked for spread over the time before the stories.
    private IEnumerable<DateOnly> RoutineDays() => routine <= 5
        ? [new(2023, 1, 19), new(2023, 3, 20), new(2023, 4, 26), new(2023, 6, 7), new(2023, 8, 17)]
        : Enumerable.Range(0, routine).Select(i => new DateOnly(2022, 12, 2).AddDays(i * 140 / routine));

    private static readonly Dictionary<int, DateOnly> FirstTrouble = new() { [2] = new(2023, 10, 16), [3] = new(2023, 8, 15), [5] = new(2023, 4, 26), [6] = new(2023, 8, 16), [8] = new(2023, 8, 17), [10] = new(2023, 6, 5) };

    private void Stories()
    {
        Replan(4, 2, new(2024, 3, 31), new(2023, 4, 20));
        Replan(4, 3, new(2024, 6, 30), new(2023, 7, 1));

        // Red, escalated and decided; the answer is on its way back.
        Deviate(10, new(2023, 6, 5), TrafficLight.Yellow, "Rekrutteringen af forløbskoordinatorer er forsinket.", null);
        Deviate(10, new(2023, 8, 18), TrafficLight.Red, "To af fire koordinatorer er ikke ansat, og almen praksis kan først deltage fra januar.", "Skal indsatsen fortsætte med to koordinatorer, eller skal der bevilges 150.000 kr. til vikarer?", forecastEnd: new(2024, 4, 30), cost: 600_000);
        Tell(10, new DeviationTrackChosen(1, "chefforum", DeviationTrack.Replan, null, "chefforum-2023-08-30"), new(2023, 8, 30));
        Tell(10, new RemedyAgreed(1, 1, "chefforum", "Fælles stillingsopslag for kommunerne og regionen", "aalborg", new(2023, 10, 1), null), new(2023, 8, 30));
        Tell(10, new RemedyDone(1, new(2023, 9, 28), "Syv ansøgere, to samtaler aftalt"), new(2023, 9, 28));
        Tell(10, new EscalationRaised(1, 1, "chefforum", "direktoerforum", "Kan der findes 150.000 kr. til vikarer i 2023?", "At Direktørforum bevilger beløbet af klyngens fælles midler.", new(2023, 10, 2), null), new(2023, 8, 30));
        Tell(10, new EscalationDecided(1, "direktoerforum", EscalationAnswer.Money, "Direktørforum bevilger 150.000 kr. af klyngens fælles midler.", 150_000, DecidedHow.Meeting, "direktoerforum-2023-10-02"), new(2023, 10, 2));
        Post(10, new(2023, 10, 16), TrafficLight.Red, Account("To af fire koordinatorer er ikke ansat.", "Skal planen rettes til 30. april 2024?"), reading: 3.9m, forecastEnd: new(2024, 4, 30), cost: 600_000);

        // Red, waiting for Direktørforum.
        Deviate(8, new(2023, 8, 17), TrafficLight.Red, "Data om genindlæggelser kan ikke deles på tværs, før aftalen er på plads.", "Skal klyngen selv indgå en databehandleraftale?");
        Tell(8, new DeviationTrackChosen(1, "chefforum", DeviationTrack.BackToPlan, null, null), new(2023, 8, 30));
        Tell(8, new EscalationRaised(1, 1, "chefforum", "direktoerforum", "Skal klyngen selv indgå en databehandleraftale, eller afventes den nationale løsning?", "At Direktørforum beslutter en fælles aftale, så data kan deles fra 1. januar.", new(2023, 12, 18), null), new(2023, 9, 6));
        Post(8, new(2023, 10, 17), TrafficLight.Red, Account("Aftalen ligger stadig hos juristerne.", "Skal klyngen selv indgå en databehandleraftale?"), reading: 4.3m);

        // Red for long, with a remedy over its day.
        Deviate(5, new(2023, 4, 28), TrafficLight.Red, "Henvisningerne fra almen praksis udebliver.", "Skal optagelsen udvides til hele regionen?");
        Tell(5, new DeviationTrackChosen(1, "chefforum", DeviationTrack.BackToPlan, null, null), new(2023, 5, 8));
        Tell(5, new RemedyAgreed(1, 1, "chefforum", "Informationsmøde for praktiserende læger", "region", new(2023, 9, 15), August), new(2023, 8, 30));
        Post(5, new(2023, 10, 18), TrafficLight.Red, Account("Mødet er udskudt to gange.", "Skal optagelsen udvides til hele regionen?"), reading: 4.0m);

        Deviate(2, new(2023, 10, 16), TrafficLight.Yellow, "Arbejdsgruppen mangler en repræsentant fra voksenpsykiatrien.", null);
        Deviate(6, new(2023, 8, 16), TrafficLight.Yellow, "Lokalerne er først klar i november.", null, forecastEnd: new(2024, 1, 31));
        Tell(6, new DeviationTrackChosen(1, "chefforum", DeviationTrack.BackToPlan, null, null), new(2023, 8, 30));
        Tell(6, new RemedyAgreed(1, 1, "chefforum", "Lån af træningssal på sundhedscentret", "person-2", new(2023, 11, 15), August), new(2023, 8, 30));
        Post(6, new(2023, 10, 19), TrafficLight.Yellow, Account("Lokalerne er først klar i november.", null), forecastEnd: new(2024, 1, 31));

        Tell($"agenda/{August}", new MinutesApproved(August,
        [
            new(1, "opening", "Godkendelse af dagsorden", "Det indstilles, at Chefforum godkender dagsordenen.", "Dagsordenen blev godkendt."),
            new(2, "deviation-p-5-1", $"Afvigelse: indsats 5, {Titles[4]}", "Det indstilles, at Chefforum følger op på afhjælpningen af indsats 5 (rød).", "Aftalt afhjælpning: Informationsmøde for praktiserende læger (Region Nordjylland, senest 15. sep. 2023)"),
            new(3, "deviation-p-6-1", $"Afvigelse: indsats 6, {Titles[5]}", "Det indstilles, at Chefforum drøfter afvigelsen på indsats 6 (gul) og vælger spor.", "Der lånes en træningssal, indtil lokalerne er klar."),
            new(4, "any-other", "Eventuelt", "", ""),
        ]), new(2023, 9, 4));

        // Eased: green again, and the effect awaits confirmation.
        Deviate(3, new(2023, 8, 15), TrafficLight.Yellow, "Samtykkeblanketten var ikke godkendt.", null);
        Post(3, new(2023, 10, 12), TrafficLight.Green, null, reading: 3.1m);
        Tell(3, new DeviationEased(1, _statuses[3], TrafficLight.Green), new(2023, 10, 12));

        // Green in spite of a delay.
        var number = _statuses[1] = _statuses.GetValueOrDefault(1) + 1;
        Tell(1, new StatusReported(number, new(2023, 10, 13), Content(TrafficLight.Green, null, 3.0m, new(2024, 2, 29), null) with { OverrideReason = "Forsinkelsen skyldes ferie; alle leverancer er færdige inden påske." }, TrafficLight.Yellow, ["end-late:2-months"], null, false, null), new(2023, 10, 13));

        foreach (var n in new[] { 4, 7 })
            Post(n, new(2023, 10, 10 + (n % 3)), TrafficLight.Green, null, reading: 3.0m);
        Tell(9, new InitiativePaused("Afventer det nationale udbud af telemedicin", new(2024, 1, 31)), new(2023, 9, 12));
        Tell(15, new InitiativeWithdrawn("chefforum", "Indskrevet som generel rettesnor"), new(2023, 9, 4));
    }

    private void Deviate(int n, DateOnly on, TrafficLight light, string cause, string? wanted, DateOnly? forecastEnd = null, decimal? cost = null)
    {
        var first = !_statuses.ContainsKey(-n);
        Post(n, on, light, Account(cause, wanted), reading: 4.0m, forecastEnd: forecastEnd, cost: cost);
        Tell(n, first ? new DeviationOpened(1, _statuses[n], light) : new DeviationWorsened(1, _statuses[n], light), on);
        _statuses[-n] = 1;
    }

    private void Replan(int n, int revision, DateOnly end, DateOnly on)
    {
        Tell(n, new ConfirmationSubmitted(revision, Terms(n, end, 360_000), "Analysen tager længere tid end ventet."), on);
        Approve(n, revision, on.AddDays(10));
    }

    private void Approve(int n, int revision, DateOnly on)
    {
        Tell(n, new ConfirmationApproved(revision, "chefforum", [], [], DecidedHow.Meeting, null), on);
        Tell(n, new ConfirmationApproved(revision, "direktoerforum", [], [], DecidedHow.WrittenProcedure, null), on);
        Tell(n, new TermsTookForce(revision), on);
    }

    private void Post(int n, DateOnly on, TrafficLight light, DeviationAccount? account, decimal? reading = null, DateOnly? forecastEnd = null, decimal? cost = null)
    {
        var number = _statuses[n] = _statuses.GetValueOrDefault(n) + 1;
        Tell(n, new StatusReported(number, on, Content(light, account, reading, forecastEnd, cost, on), light, [], null, false, null), on);
    }

    private static StatusContent Content(TrafficLight light, DeviationAccount? account, decimal? reading, DateOnly? forecastEnd, decimal? cost, DateOnly? measured = null) => new(
        light,
        null,
        new Dimensions(light, TrafficLight.Green, light == TrafficLight.Red ? TrafficLight.Yellow : TrafficLight.Green, TrafficLight.Green),
        "Arbejdsgruppen har mødtes, og anden prøvehandling er gennemført i begge kommuner.",
        "Evaluering af anden prøvehandling med pårørende og almen praksis.",
        account,
        forecastEnd is null && cost is null ? null : new Forecast(forecastEnd, cost),
        reading is { } value ? [new IndicatorReading("kontakter", value, measured ?? new(2023, 9, 30))] : [],
        new PatientInvolvement(true, "To patientrepræsentanter deltager i arbejdsgruppen."));

    private static DeviationAccount Account(string cause, string? wanted) => new(
        cause,
        "Færre borgere end planlagt når at få et forløb i 2023.",
        "Fortsætte i mindre målestok, tilføre midler eller udskyde.",
        "Tilføre midler, så forløbene kan begynde til nytår.",
        wanted,
        wanted is null ? null : "direktoerforum",
        wanted is null ? null : new(2023, 12, 18));

    private static DeliveryTerms Terms(int n, DateOnly end, decimal amount) => new(
        "Et afprøvet og beskrevet forløb på tværs af kommuner, hospital og almen praksis.",
        new EconomicFrame(amount, "DKK", []),
        new(2022, 12, 1),
        end,
        [new("Første prøvehandling", new(2023, 3, 1))],
        [new("aalborg", "0,5 årsværk"), new("psykiatrien", "0,2 årsværk")],
        n % 2 == 0 || n is 1 or 3 or 5 ? [new("kontakter", "Akutte kontakter pr. borger pr. kvartal", "antal", 4.1m, 3.0m, IndicatorDirection.Down, 0.2m, end)] : [],
        new PatientInvolvement(true, "Patientinddragelsesudvalget udpeger to repræsentanter."),
        [],
        []);

    private void Tell(int initiative, InitiativeEvent fact, DateOnly on) => Tell(FormattableString.Invariant($"initiative/p/{initiative}"), fact, on);

    private void Tell(string stream, object fact, DateOnly on)
    {
        _position++;
        if (on > _until)
            return;
        var version = _versions[stream] = _versions.GetValueOrDefault(stream) + 1;
        _builder.Add(stream, fact, new Stamp(new(on.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero), on, "person-1", null, false, _position, version));
    }
}

/// <summary>The first edition to a forum, compiled at six in the morning of the sample's day.</summary>
public sealed record PackOccasionFor(string Forum, string Meeting)
{
    public Packs.PackOccasion First => new(Forum, Meeting, 1, null, new(2023, 10, 23, 4, 0, 0, TimeSpan.Zero), "3f2a9c0d77e1b2c43f2a9c0d77e1b2c43f2a9c0d77e1b2c43f2a9c0d77e1b2c4");
}
