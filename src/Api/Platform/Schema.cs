using Initiatives.EventStore;
using Npgsql;

namespace Initiatives.Api.Platform;

/// <summary>The database's schema: the event store's scripts (00xx) and then this program's own (01xx and up), before anything else touches the database.</summary>
internal static class Schema
{
    /// <param name="database">As the schema's owner.</param>
    public static Task MigrateAsync(NpgsqlDataSource database, CancellationToken cancellation) =>
        new Migrator(database, MigrationScript.From(typeof(Schema).Assembly)).MigrateAsync(cancellation);
}
