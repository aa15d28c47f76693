using System.Text;

namespace Initiatives.EventStore.Tests;

/// <summary>An empty log for each test, and a few words to write tests in.</summary>
public abstract class LogTest(LogDatabase database) : IClassFixture<LogDatabase>, IAsyncLifetime
{
    private protected const string Tenant = "midt", OtherTenant = "syd";

    private protected EventStoreDataSources Sources => database.Sources;

    private protected EventLog Log { get; } = new(database.Sources, TestTypes.All, new LogSignal());

    private protected string ConnectionString => database.ConnectionString;

    /// <summary>What a test leaves open; closed before the next one empties the tables.</summary>
    private protected Stack<IAsyncDisposable> Open { get; } = [];

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await database.EmptyAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        while (Open.TryPop(out var left)) await left.DisposeAsync();
    }

    private protected static EventMetadata At(int minute, string actor = "secretary") =>
        new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1)).AddMinutes(minute), actor);

    private protected static Watered Water(int litres) => new(litres, "rain", []);

    private protected static AppendBatch To(string stream, StreamHead expected, params object[] events) =>
        Batch(Tenant, new StreamAppend(stream, "garden", expected, events, Encoding.UTF8.GetBytes($$"""{"Litres":{{events.Length}}}""")));

    private protected static AppendBatch Batch(string tenant, params StreamAppend[] streams) => new(tenant, streams, At(0), []);

    /// <summary>Appends one event after whatever the stream holds.</summary>
    private protected async Task<Appended> WaterAsync(string stream, int litres, string tenant = Tenant)
    {
        var head = (await Log.LoadAsync(tenant, stream, Cancellation)).Head;
        return await Log.AppendAsync(Batch(tenant, new StreamAppend(stream, "garden", head, [Water(litres)], "{}"u8.ToArray())), Cancellation);
    }

    /// <summary>As the superuser, past every wall: to look underneath, and to do what an intruder with the disk could do.</summary>
    private protected async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Sources.Owner.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private protected async Task<int> TamperAsync(string sql)
    {
        await using var command = Sources.Owner.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync(Cancellation);
    }
}
