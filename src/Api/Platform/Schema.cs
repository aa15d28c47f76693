using Initiatives.EventStore;
using Npgsql;

namespace Initiatives.Api.Platform;

/// <summary>The database's schema: each part brings its own migrations, run in this order before anything else touches the database.</summary>
internal static class Schema
{
    private static readonly Func<NpgsqlDataSource, CancellationToken, Task>[] Steps =
    [
        // The event store's tables, then the read models' and the API's own, numbered 01xx.
        static (database, cancellation) => new Migrator(database, MigrationScript.From(typeof(Schema).Assembly)).MigrateAsync(cancellation),
    ];

    public static async Task MigrateAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        foreach (var step in Steps)
        {
            await step(database, cancellation);
        }
    }
}
