using System.Collections.Frozen;
using System.Reflection;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

/// <summary>
/// The list <c>events</c>: the rest of an initiative's life, each entry with the fields of the fact itself, under its
/// stored name in kebab-case. So whatever the product can hold, a document can carry, also facts that come later.
/// </summary>
internal static class EventFields
{
    /// <summary>Told elsewhere in the document, or following from it by the domain's own rules.</summary>
    private static readonly FrozenSet<Type> Elsewhere = new[]
    {
        typeof(InitiativeOrdered), typeof(ConfirmationSubmitted), typeof(ConfirmationApproved), typeof(ConfirmationReturned),
        typeof(ConfirmationPostponed), typeof(TermsTookForce), typeof(StatusReported), typeof(StatusReconfirmed),
        typeof(DeviationOpened), typeof(DeviationWorsened), typeof(DeviationEased), typeof(RemedyAgreed), typeof(RemedyDone),
        typeof(EscalationRaised), typeof(EscalationDecided),
    }.ToFrozenSet();

    /// <summary>By the word in the field <c>event</c>, e.g. <c>initiative-paused</c>.</summary>
    public static FrozenDictionary<string, Type> Types { get; } = typeof(InitiativeEvent).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(InitiativeEvent)) && !Elsewhere.Contains(type))
        .ToFrozenDictionary(Name, StringComparer.Ordinal);

    public static string Name(Type type) => type.GetCustomAttribute<StoredAsAttribute>()!.Name.Replace('_', '-');

    /// <summary>What a field of a fact points at; the facts themselves only say that it is an id.</summary>
    public static RefKind? Refers(Type owner, string field) => owner.Assembly != typeof(InitiativeEvent).Assembly ? null : field switch
    {
        "Forum" => RefKind.Forum,
        "From" or "To" when owner == typeof(EscalationForwarded) => RefKind.Forum,
        "Organisation" or "Partners" => RefKind.Organisation,
        "FocusArea" => RefKind.FocusArea,
        "Meeting" => RefKind.Meeting,
        "Owner" or "ProjectLead" or "Person" or "Who" => RefKind.Party,
        _ => null,
    };

    public static bool IsId(Type owner, string field) => owner == typeof(IndicatorReading) && field == "Indicator";
}
