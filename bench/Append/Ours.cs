using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Commands;
using Initiatives.EventStore;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Initiatives.Bench.Append;

/// <summary>
/// The service's own way in, whole but for HTTP: its host, its mediator, its log of every command. Like a node that has been up for a
/// while it has read every initiative before it is measured; cold, it knows none, every time.
/// </summary>
internal sealed class Ours(bool cold) : Contender("ours")
{
    public override async Task<Posted> RunAsync(string connectionString, int writers, Pace pace)
    {
        await using var service = await Installation.OpenAsync([$"--INITIATIVES_POSTGRES={connectionString}"], LogLevel.Information, default);
        var mediator = cold ? Forgetful(service.Services) : service.Services.GetRequiredService<IMediator>();
        return await Crew.RunAsync(writers, pace, async writer =>
        {
            if (!cold)
            {
                for (var stream = writer; stream < SeededCluster.Streams; stream += writers) await ReadAsync(service.Services.GetRequiredService<Loading>(), stream);
            }
            return async (stream, time) =>
            {
                var outcome = await mediator.Send(new Change(Context(), SeededCluster.Post(SeededCluster.First + stream, time)));
                if (outcome is not Outcome.Accepted { Events.Count: 1 }) throw new InvalidOperationException($"A status came to {outcome}.");
            };
        });
    }

    private static CommandContext Context() => new(SeededCluster.Tenant, "person-1", SeededCluster.Now, Correlation: Guid.CreateVersion7());

    private static async Task ReadAsync(Loading loading, int stream)
    {
        var loaded = await loading.LoadAsync(Context(), [SeededCluster.Post(SeededCluster.First + stream, 0)], default);
        loaded.Streams[0].State(Noun.Initiative);
        loaded.Streams[0].Card(new(SeededCluster.Now, default, "person-1", null, Imported: false, Position: 0, Version: 0));
    }

    /// <summary>A mediator whose handler knows the cluster and its calendar, and has never seen an initiative.</summary>
    private static Mediator Forgetful(IServiceProvider services)
    {
        var (sources, settings, writing) = (services.GetRequiredService<EventStoreDataSources>(), services.GetRequiredService<SettingCache>(), services.GetRequiredService<Writing>());
        return new(type =>
        {
            if (type != typeof(IRequestHandler<Change, Outcome>)) return services.GetService(type)!;
            var none = new KnownStreams();
            return new ChangeHandler(sources, new Loading(sources, settings, none), writing, none);
        });
    }
}
