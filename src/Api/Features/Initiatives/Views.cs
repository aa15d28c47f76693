using Initiatives.Api.Platform.Events;
using Initiatives.Domain;
using Initiatives.Reporting.Record;
using Record = Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Initiatives;

// Shapes that several reads of an initiative share. What only one read shows stands in that read's own file.

/// <summary>A fact with who told it and when.</summary>
/// <param name="Type">The fact's stored name.</param>
/// <param name="At">When it happened.</param>
/// <param name="By">Person, integration or job id.</param>
/// <param name="OnBehalfOf">Forum or person id; null when the actor spoke for itself.</param>
/// <param name="Imported">True when it came with an import.</param>
public sealed record FactView(string Type, DateTimeOffset At, DateOnly On, string By, string? OnBehalfOf, bool Imported, long Version, object Fact)
{
    internal static FactView Of<T>(Told<T> told)
        where T : class =>
        new(EventCatalog.Types.NameOf(told.Fact.GetType()), told.Stamp.At, told.Stamp.On, told.Stamp.Actor, told.Stamp.OnBehalfOf, told.Stamp.Imported, told.Stamp.Version, told.Fact);
}

/// <summary>One posted status.</summary>
/// <param name="On">The day it speaks of.</param>
/// <param name="Suggested">The light the tolerances suggested; null when imported.</param>
/// <param name="Late">Posted after the round's due day.</param>
/// <param name="Corrects">The status it is read instead of.</param>
/// <param name="Reconfirms">The status it says still holds.</param>
/// <param name="CorrectedBy">The status that is read instead of this.</param>
public sealed record StatusView(
    int Number,
    DateOnly On,
    StatusContent Content,
    TrafficLight? Suggested,
    IReadOnlyList<string> SuggestedBecause,
    string? Round,
    bool Late,
    int? Corrects,
    int? Reconfirms,
    int? CorrectedBy,
    DateTimeOffset At,
    string By)
{
    internal static StatusView Of(Record.Status s) =>
        new(s.Number, s.On, s.Content, s.Suggested, s.SuggestedBecause, s.Round, s.Late, s.Corrects, s.Reconfirms, s.CorrectedBy, s.Stamp.At, s.Stamp.Actor);
}

/// <summary>One revision of the delivery terms, with what each forum made of it.</summary>
/// <param name="Outcomes">Approved, returned or postponed, in the order they came.</param>
/// <param name="InForceSince">The day the last forum approved; null before.</param>
public sealed record ConfirmationView(int Revision, DeliveryTerms Terms, string? Reason, DateOnly Submitted, IReadOnlyList<FactView> Outcomes, DateOnly? InForceSince)
{
    internal static ConfirmationView Of(Record.Confirmation c) =>
        new(c.Revision, c.Terms, c.Reason, c.Submitted.On, [.. c.Outcomes.Select(FactView.Of)], c.InForceSince);
}

/// <summary>A condition on the order or on an approval.</summary>
/// <param name="FulfilledOn">Null while it is open.</param>
public sealed record ReservationView(int Number, string Forum, string Text, string? Owner, DateOnly? Due, DateOnly Made, DateOnly? FulfilledOn, string? Note)
{
    internal static ReservationView Of(Record.ReservationRecord r) =>
        new(r.Number, r.Forum, r.Text, r.Owner, r.Due, r.Made.On, r.Fulfilled?.Stamp.On, r.Fulfilled?.Fact.Note);
}
