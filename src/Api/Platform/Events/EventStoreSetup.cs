using Initiatives.EventStore;

namespace Initiatives.Api.Platform.Events;

internal static class EventStoreSetup
{
    public static void AddEventStore(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => EventStoreDataSources.Create(connectionString));
        services.AddSingleton(EventCatalog.Types);
        services.AddSingleton<LogSignal>();
        services.AddSingleton<EventLog>();
        // One of each per node: what one has written wakes those who wait on the others.
        services.AddSingleton(provider => new LogNotifier(
            provider.GetRequiredService<EventStoreDataSources>(), provider.GetRequiredService<LogSignal>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new LogListener(
            provider.GetRequiredService<EventStoreDataSources>(), provider.GetRequiredService<LogSignal>(), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<TellOtherNodes>();
        services.AddHostedService<HearOtherNodes>();
    }
}
