using System.Globalization;
using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Initiatives.Bench.Append;

/// <summary>
/// A cluster with plenty of initiatives in delivery, each a year into its life: yellow since its first status, twelve of
/// them posted. One is led through the real commands, and the rest are copied from it. What one more status writes is read back
/// from the record: those bytes are what the other contenders write.
/// </summary>
internal sealed record SeededCluster(
    long Version, string ClusterHash, string CalendarHash, string EventType, string Data, string Headers, string State, string Card)
{
    public const string Tenant = "nordjylland-midt";
    public const string Plan = "handleplan-2023";

    /// <summary>Divides by every number of writers, so that all streams are posted to equally often.</summary>
    public const int Streams = 2048;

    /// <summary>Number of the first copy; the model has a number that occurs nowhere else in its state.</summary>
    public const int First = 1000;

    /// <summary>The head that every copy starts from, and that the contenders without a hash chain write again and again.</summary>
    public static readonly string Hash = new('0', 64);

    /// <summary>
    /// What a load says is known, by the marks of their standing: cluster and calendar always, the initiative unless it is
    /// read as if for the first time.
    /// </summary>
    public string[] Marks(bool cold) => cold ? [$"{ClusterHash}0", $"{CalendarHash}0"] : [$"{ClusterHash}0", $"{CalendarHash}0", $"{Hash}0"];

    private const int Model = 777;
    private const int StatusesEach = 12;

    // Statuses go on from the middle of a round when the bytes are read: a card grows by a line per status.
    private const int Further = 3;

    private static readonly DateTimeOffset Ordered = new(2023, 3, 13, 11, 0, 0, TimeSpan.Zero);

    /// <summary>When the measured statuses are posted.</summary>
    public static readonly DateTimeOffset Now = new(2024, 8, 19, 8, 0, 0, TimeSpan.Zero);

    public static async Task<SeededCluster> SeedAsync(string connectionString)
    {
        await using (var service = await Installation.OpenAsync([$"--INITIATIVES_POSTGRES={connectionString}"], LogLevel.Warning, default))
        {
            var mediator = service.Services.GetRequiredService<IMediator>();
            await SetUpAsync(mediator);
            await StartAsync(mediator);
            for (var n = 0; n < StatusesEach; n++)
                await SendAsync(mediator, Ordered.AddMonths(2 + n), Post(Model, n));
        }

        await using var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await using (var copy = database.CreateCommand(Copies)) await copy.ExecuteNonQueryAsync();

        await using (var service = await Installation.OpenAsync([$"--INITIATIVES_POSTGRES={connectionString}"], LogLevel.Warning, default))
        {
            var mediator = service.Services.GetRequiredService<IMediator>();
            for (var n = 0; n < Further; n++) await SendAsync(mediator, Now, Post(Model, StatusesEach + n));
        }
        await using (var tidy = database.CreateCommand("VACUUM (FREEZE, ANALYZE)")) await tidy.ExecuteNonQueryAsync();
        var seeded = await ReadAsync(database);
        // Nobody may be in a database while it is copied.
        NpgsqlConnection.ClearAllPools();
        return seeded;
    }

    /// <summary>The wish that is measured: yellow with its account, as an owner words one.</summary>
    public static InitiativeWish Post(int number, int n) => new(Plan: null, number, new PostStatus(new StatusContent(
        TrafficLight.Yellow,
        OverrideReason: null,
        new(TrafficLight.Yellow, TrafficLight.Green, TrafficLight.Yellow, TrafficLight.Green),
        Progress: string.Create(CultureInfo.InvariantCulture, $"{n} borgere er nu med i forløbet, og de praktiserende læger har fået en fast indgang til teamet."),
        NextStep: "Evaluering af de første forløb sammen med Patientinddragelsesudvalget i næste måned.",
        new DeviationAccount(
            Cause: "Én stilling i det tværsektorielle team er stadig ubesat efter to opslag.",
            Consequence: "Opstarten i Jammerbugt forskydes omkring fire uger.",
            Options: "Vikar fra hospitalet, eller senere start i den ene kommune.",
            Remedy: "Vikar er aftalt fra september; opslaget gentages.",
            DecisionWanted: null, DecisionFrom: null, DecisionBy: null),
        new Forecast(new DateOnly(2025, 1, 31), 462_000m),
        [new IndicatorReading("kontakter", 3.4m, new DateOnly(2023, 3, 13))],
        new PatientInvolvement(true, "Drøftet med udvalget, som læser materialet til borgerne."))));

    private static async Task SetUpAsync(IMediator mediator)
    {
        await SendAsync(mediator, Ordered, new ClusterWish(new RegisterCluster(Tenant, "Sundhedsklynge Midt", "Region Nordjylland"), Creates: true));
        await SendAsync(mediator, Ordered,
            new ClusterWish(new RecordOrganisation("aalborg", "Aalborg Kommune", "municipality")),
            new ClusterWish(new RecordOrganisation("auh", "Aalborg Universitetshospital", "hospital")),
            new ClusterWish(new ConfigureForums(
            [
                new("chefforum", "Chefforum", [ForumDuty.ApproveConfirmation, ForumDuty.ManageDeviations], "direktoerforum"),
                new("direktoerforum", "Direktørforum", [ForumDuty.DecideEscalations], "politisk-niveau"),
                new("politisk-niveau", "Politisk Niveau", [ForumDuty.PlaceOrders]),
            ])));
        await SendAsync(mediator, Ordered, new PlanWish(Plan, new DrawUpPlan(Plan, "Handleplan for Sundhedsklynge Midt", new(2022, 9, 20), new(2024, 12, 31),
            [new("oevrige", "Øvrige")]), Creates: true));
        for (var month = 0; month < 20; month++)
            await SendAsync(mediator, Ordered, new CalendarWish(new ScheduleMeeting("chefforum", new DateOnly(2023, 3, 31).AddMonths(month))));
    }

    private static async Task StartAsync(IMediator mediator)
    {
        async Task StepAsync(DateTimeOffset now, InitiativeCommand command, bool creates = false) =>
            await SendAsync(mediator, now, new InitiativeWish(Plan, Model, command, creates));

        await StepAsync(Ordered, new OrderInitiative("politisk-niveau", Plan, Model, "Systematisk indsats for de 2 % mest komplekse borgere", "oevrige",
            "Borgere med mange sygehuskontakter. Tværsektorielt sigte.", ["aalborg", "auh"]), creates: true);
        await StepAsync(Ordered, new AssignOwnership("aalborg", "person-1", "person-2"));
        await StepAsync(Ordered, new SubmitConfirmation(1, new DeliveryTerms(
            "Et fælles forløb for borgere med mange kontakter", new EconomicFrame(450_000, "DKK", []), new(2023, 5, 1), new(2024, 12, 31), [],
            [new("aalborg", "0,5 årsværk")],
            [new("kontakter", "Akutte kontakter pr. borger pr. kvartal", "antal", 4.1m, 3.0m, IndicatorDirection.Down, null, null)],
            new(true, "Patientinddragelsesudvalget læser med"), [], [])));
        await StepAsync(Ordered.AddDays(18), new ApproveConfirmation(1, "chefforum", [], [], DecidedHow.Meeting, "chefforum-2023-03-31"));
        await StepAsync(Ordered.AddDays(48), new StartInitiative([new("person-3", "auh")]));
    }

    private static async Task SendAsync(IMediator mediator, DateTimeOffset now, params Wish[] wishes)
    {
        var outcome = await mediator.Send(new Change(new CommandContext(Tenant, "person-1", now, Correlation: Guid.CreateVersion7()), wishes));
        if (outcome is not Outcome.Accepted) throw new InvalidOperationException(outcome is Outcome.Refused r ? string.Join(' ', r.Refusals.Select(x => x.Code)) : outcome.ToString());
    }

    // In the order of the streams, whole lives one after the other: as pages lie after a restore.
    private static readonly string Copies = $"""
        CREATE TEMPORARY VIEW copies AS SELECT n, 'initiative/{Plan}/' || n AS id FROM generate_series({First}, {First + Streams - 1}) n;
        INSERT INTO mt_streams (tenant_id, id, type, version, timestamp, created)
            SELECT tenant_id, c.id, type, version, timestamp, created FROM copies c, mt_streams s WHERE s.id = 'initiative/{Plan}/{Model}' ORDER BY n;
        INSERT INTO stream_states (tenant_id, stream_id, version, hash, data)
            SELECT tenant_id, c.id, version, '{Hash}', replace(data::text, '"Number":{Model},', '"Number":' || n || ',')::json
            FROM copies c, stream_states s WHERE s.stream_id = 'initiative/{Plan}/{Model}' ORDER BY n;
        INSERT INTO initiative_cards (tenant_id, stream_id, version, data)
            SELECT tenant_id, c.id, version, replace(data::text, '"Number":{Model},', '"Number":' || n || ',')::json
            FROM copies c, initiative_cards s WHERE s.stream_id = 'initiative/{Plan}/{Model}' ORDER BY n;
        INSERT INTO mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, correlation_id, headers)
            SELECT nextval('mt_events_sequence'), e.* FROM
                (SELECT gen_random_uuid(), c.id, version, data, type, timestamp, tenant_id, correlation_id, headers
                 FROM copies c, mt_events e WHERE e.stream_id = 'initiative/{Plan}/{Model}' ORDER BY n, version) e;
        """;

    private static async Task<SeededCluster> ReadAsync(NpgsqlDataSource database)
    {
        await using var read = database.CreateCommand($"""
            SELECT (SELECT version FROM stream_states WHERE stream_id = 'initiative/{Plan}/{First}'),
                   (SELECT hash FROM stream_states WHERE stream_id = 'cluster'),
                   (SELECT hash FROM stream_states WHERE stream_id = 'calendar'),
                   e.type, e.data::text, e.headers::text, s.data::text, c.data::text
            FROM mt_events e JOIN stream_states s USING (tenant_id, stream_id, version) JOIN initiative_cards c USING (tenant_id, stream_id)
            WHERE stream_id = 'initiative/{Plan}/{Model}'
            """);
        await using var row = await read.ExecuteReaderAsync();
        await row.ReadAsync();
        return new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7));
    }
}
