using Initiatives.Api.Platform.Events;
using Initiatives.Api.Platform.Postgres;
using Npgsql;

namespace Initiatives.Api.Platform;

/// <summary>
/// What every verb stands on: the settings read, the database open and its schema in place, the host built but not started.
/// Disposed of in the opposite order: nobody is left who uses the database when it stops.
/// </summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly DatabaseServer server;
    private Installation(WebApplication app, DatabaseServer server) => (App, this.server) = (app, server);

    public WebApplication App { get; }

    public IServiceProvider Services => App.Services;

    /// <param name="settings">Words of the form <c>--NAME=value</c>; they win over the environment.</param>
    /// <param name="level">From which level our own log lines are shown, unless the settings say otherwise.</param>
    /// <exception cref="OperatorFault">The machine or a setting stands in the way.</exception>
    public static async Task<Installation> OpenAsync(string[] settings, LogLevel level, CancellationToken cancellation)
    {
        // Settings are read once. Told to look for changes, the host would watch every folder below the one it was started in, and that may be
        // all of the machine, or hold the database.
        var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. settings]);
        Log(builder.Logging, level, builder.Configuration);
        using var early = LoggerFactory.Create(logging => Log(logging, level, builder.Configuration));
        var server = await DatabaseServer.OpenAsync(builder.Configuration, early.CreateLogger<DatabaseServer>(), cancellation);
        Installation? opened = null;
        try
        {
            // As the schema's owner, whom no wall between clusters binds: used here, and handed to nobody.
            await using (var owner = NpgsqlDataSource.Create(server.ConnectionString))
            {
                await Schema.MigrateAsync(owner, cancellation);
            }
            builder.Services.AddEventStore(server.ConnectionString);
            builder.Services.AddSingleton(TimeProvider.System);
            builder.Services.AddParts();
            var app = builder.Build();
            app.MapParts();
            return opened = new Installation(app, server);
        }
        finally
        {
            // Nobody else has it yet: a server left running would outlive this process.
            if (opened is null) await server.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await server.DisposeAsync();
    }

    /// <summary>To standard error: standard output is for what was asked for.</summary>
    private static void Log(ILoggingBuilder logging, LogLevel level, IConfiguration settings) => logging
        .ClearProviders()
        .AddProvider(new StandardErrorLog(Console.Error, TimeProvider.System))
        .AddFilter(category: null, LogLevel.Warning)
        .AddFilter("Initiatives", level)
        // Platform/Health.cs tells a change once; this would tell every probe.
        .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None)
        // Last, because the last rule for a category wins: what the operator sets wins over ours.
        .AddConfiguration(settings.GetSection("Logging"));
}
