using Initiatives.Support;
using Npgsql;

namespace Initiatives.EventStore.Tests;

/// <summary>One database with the store's tables for a class of tests, emptied before each: ten times as fast as a new one.</summary>
public sealed class LogDatabase : IAsyncLifetime
{
    private static readonly DatabaseTemplate Template = new("event_store", static async (connectionString, cancellation) =>
    {
        await using var owner = NpgsqlDataSource.Create(connectionString);
        await new Migrator(owner, MigrationScript.From()).MigrateAsync(cancellation);
    });

    private TestDatabase _database = null!;

    public EventStoreDataSources Sources { get; private set; } = null!;

    public string ConnectionString => _database.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(Template);
        Sources = EventStoreDataSources.Create(ConnectionString);
    }

    public async Task EmptyAsync(CancellationToken cancellation)
    {
        await using var command = Sources.Owner.CreateCommand("""
            TRUNCATE mt_events, mt_streams, stream_states, mt_event_progression RESTART IDENTITY;
            DO $$
            DECLARE _made regclass;
            BEGIN
                FOR _made IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
                    AND relname NOT IN ('mt_events', 'mt_streams', 'stream_states', 'mt_event_progression', 'schema_migrations')
                LOOP
                    EXECUTE format('DROP TABLE %s', _made);
                END LOOP;
            END
            $$;
            """);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Sources.DisposeAsync();
        await _database.DisposeAsync();
    }
}
