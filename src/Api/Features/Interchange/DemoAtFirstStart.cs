using Initiatives.Api.Platform.Postgres;
using Initiatives.EventStore;
using MediatR;

namespace Initiatives.Api.Features.Interchange;

/// <summary>
/// An installation that was told of no database and has nothing in its own shows the demo, so that whoever tries it has
/// something to look at. <c>INITIATIVES_DEMO=off</c> leaves it empty.
/// </summary>
internal static class DemoAtFirstStart
{
    public const string Setting = "INITIATIVES_DEMO";

    public static async Task RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var settings = services.GetRequiredService<IConfiguration>();
        if (DatabaseServer.IsGiven(settings) || settings[Setting] is "off")
            return;
        await using var command = services.GetRequiredService<EventStoreDataSources>().System.CreateCommand("SELECT EXISTS (SELECT FROM mt_streams)");
        if (await command.ExecuteScalarAsync(cancellation) is not false)
            return;
        var (mediator, now) = (services.GetRequiredService<IMediator>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        await mediator.Send(new IssueDemoPacks(await mediator.Send(new LoadDemo(now), cancellation), now), cancellation);
    }
}
