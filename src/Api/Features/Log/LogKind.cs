using Initiatives.Api.Platform.Events;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Log;

/// <summary>What facts are about, as the log's filter offers it.</summary>
public enum LogKind
{
    Order,
    Confirmation,
    Status,
    Deviation,
    Ending,
    Plan,
    Meeting,
    Pack,
    Cluster,
}

internal static class LogKinds
{
    private static readonly ILookup<LogKind, string> Stored =
        typeof(StoredAsAttribute).Assembly.GetTypes().Where(t => t.IsDefined(typeof(StoredAsAttribute), inherit: false)).ToLookup(Of, EventCatalog.Types.NameOf);

    /// <summary>The stored names of its facts.</summary>
    public static IReadOnlyList<string> TypesOf(LogKind kind) => [.. Stored[kind]];

    public static LogKind Of(Type fact) =>
        typeof(PlanEvent).IsAssignableFrom(fact) ? LogKind.Plan
        : typeof(CalendarEvent).IsAssignableFrom(fact) || typeof(AgendaEvent).IsAssignableFrom(fact) || typeof(ProcedureEvent).IsAssignableFrom(fact) ? LogKind.Meeting
        : typeof(PackEvent).IsAssignableFrom(fact) ? LogKind.Pack
        : !typeof(InitiativeEvent).IsAssignableFrom(fact) ? LogKind.Cluster
        : fact.Name switch
        {
            nameof(StatusReported) or nameof(StatusReconfirmed) or nameof(PatientInvolvementCommented) => LogKind.Status,
            nameof(TermsTookForce) or nameof(ReservationFulfilled) or nameof(InitiativeStarted) or nameof(WorkingGroupChanged) => LogKind.Confirmation,
            var name when name.StartsWith("Confirmation", StringComparison.Ordinal) => LogKind.Confirmation,
            var name when name.StartsWith("Deviation", StringComparison.Ordinal) || name.StartsWith("Remedy", StringComparison.Ordinal) || name.StartsWith("Escalation", StringComparison.Ordinal) => LogKind.Deviation,
            nameof(InitiativePaused) or nameof(InitiativeResumed) or nameof(InitiativeWithdrawn) or nameof(InitiativeMerged) or nameof(InitiativeAbsorbed) or nameof(InitiativeSplit) or nameof(InitiativeCarriedOver) => LogKind.Ending,
            nameof(DeliveryClaimed) or nameof(DeliveryRejected) or nameof(ClosingApproved) or nameof(InitiativeClosed) => LogKind.Ending,
            _ => LogKind.Order,
        };
}
