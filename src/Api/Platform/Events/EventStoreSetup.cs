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
    }
}
