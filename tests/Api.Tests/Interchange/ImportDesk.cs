using System.Text;
using System.Text.Json.Nodes;
using Initiatives.Api.Features.Interchange;
using Initiatives.Api.Features.People;
using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Events;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Support;
using Npgsql;

namespace Initiatives.Api.Tests.Interchange;

/// <summary>Imports into a database of its own.</summary>
internal sealed class ImportDesk : IAsyncDisposable
{
    private static readonly DatabaseTemplate Template = new("api", static async (connectionString, cancellation) =>
    {
        await using var owner = NpgsqlDataSource.Create(connectionString);
        await Schema.MigrateAsync(owner, cancellation);
    });

    private readonly TestDatabase _database;
    private readonly TemporaryDirectory _directory = new();
    private int _files;

    private ImportDesk(TestDatabase database)
    {
        _database = database;
        Sources = EventStoreDataSources.Create(database.ConnectionString);
        Log = new EventLog(Sources, EventCatalog.Types, new LogSignal());
        Register = new PeopleRegister(Sources);
    }

    /// <summary>The day all imports happen on, unless the test says otherwise.</summary>
    public static DateTimeOffset Now { get; } = new(2024, 1, 10, 9, 0, 0, TimeSpan.Zero);

    public EventStoreDataSources Sources { get; }

    public EventLog Log { get; }

    public PeopleRegister Register { get; }

    public static async Task<ImportDesk> OpenAsync() => new(await TestDatabase.CreateAsync(Template));

    public static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "samples", name + ".json");

    public static JsonObject Read(string name) => JsonNode.Parse(File.ReadAllText(Sample(name)))!.AsObject();

    public Task<ImportReport> ImportAsync(JsonNode document, bool dryRun = false, DateTimeOffset? now = null) =>
        ImportAsync(Encoding.UTF8.GetBytes(document.ToJsonString()), dryRun, now);

    public async Task<ImportReport> ImportAsync(byte[] document, bool dryRun = false, DateTimeOffset? now = null)
    {
        var file = Path.Combine(_directory.Path, $"{++_files}.json");
        await File.WriteAllBytesAsync(file, document);
        return await ImportFileAsync(file, dryRun, now);
    }

    public Task<ImportReport> ImportFileAsync(string file, bool dryRun = false, DateTimeOffset? now = null, Action<ImportProgress>? progress = null) =>
        new ImportDocumentHandler(Log, Sources, Register, []).Handle(new ImportDocument(file, "importer", now ?? Now, dryRun, progress), TestContext.Current.CancellationToken);

    /// <summary>An initiative's facts with their days, as the log has them.</summary>
    public async Task<IReadOnlyList<(DateOnly On, InitiativeEvent Fact)>> LifeAsync(string tenant, string plan, int number) =>
        [.. (await Log.ReadStreamAsync(tenant, Streams.Initiative(plan, number))).Select(e => (LocalInstant.Day(e.Timestamp, "Europe/Copenhagen"), (InitiativeEvent)e.Data))];

    public async Task<long> CountEventsAsync()
    {
        await using var command = Sources.System.CreateCommand("SELECT count(*) FROM mt_events");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await Sources.DisposeAsync();
        await _database.DisposeAsync();
        _directory.Dispose();
    }
}
