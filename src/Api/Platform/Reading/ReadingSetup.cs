using Initiatives.Api.Features.People;
using Initiatives.Api.Platform.Commands;
using Initiatives.EventStore;

namespace Initiatives.Api.Platform.Reading;

internal static class ReadingSetup
{
    public static void AddReading(this IServiceCollection services)
    {
        services.AddSingleton<PeopleRegister>();
        services.AddSingleton<Forgetting>();
        services.AddSingleton<ChangePerson>();
        services.AddSingleton<ClusterReader>();
        services.AddSingleton<ClusterRegister>();
        services.AddSingleton(provider => new CardReader(provider.GetRequiredService<EventStoreDataSources>(), provider.GetRequiredService<SettingCache>()));
    }
}
