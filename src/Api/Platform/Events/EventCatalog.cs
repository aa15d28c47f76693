using System.Reflection;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.EventStore;

namespace Initiatives.Api.Platform.Events;

/// <summary>
/// Every fact of Domain under its stored name. Found by [StoredAs], so a new fact is registered by being written down;
/// its golden file (tests/Api.Tests/Golden) is what must be added by hand.
/// </summary>
public static class EventCatalog
{
    /// <summary>The stored names; upcasters of retired shapes are added here when the first shape retires.</summary>
    public static EventTypes Types { get; } = new(
        from type in typeof(StoredAsAttribute).Assembly.GetTypes()
        let stored = type.GetCustomAttribute<StoredAsAttribute>()
        where stored is not null
        select (stored.Name, type),
        KeptJson.Options);
}
