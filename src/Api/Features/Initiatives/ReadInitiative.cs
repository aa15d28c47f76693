using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>GET .../initiatives/{number}: order, people, terms first approved, in force and forecast side by side, light, open matters.</summary>
internal static class ReadInitiative
{
    /// <param name="State">What the board shows on the day.</param>
    /// <param name="Attention">Why it is always in the political status; null when it is not.</param>
    /// <param name="Awaiting">The revision on its way through the chain.</param>
    /// <param name="Replans">How many times the terms in force have been replaced.</param>
    /// <param name="OpenDeviation">Number of the open deviation; at most one is open at a time.</param>
    public sealed record View(
        string Plan,
        int Number,
        string Title,
        string FocusArea,
        IReadOnlyList<string> Partners,
        Phase? Phase,
        BoardCell State,
        string? Attention,
        FactView? Order,
        IReadOnlyList<FactView> OrderNotes,
        IReadOnlyList<InterestStated> Interests,
        string? OwnerOrganisation,
        string? Owner,
        string? ProjectLead,
        IReadOnlyList<WorkingGroupMember> WorkingGroup,
        ConfirmationView? FirstApproved,
        ConfirmationView? InForce,
        ConfirmationView? Awaiting,
        int Replans,
        Forecast? Forecast,
        StatusView? LatestStatus,
        int? OpenDeviation,
        IReadOnlyList<ReservationView> OpenReservations);

    public static Task<IResult> Handle([AsParameters] InitiativeQuery query) => query.ShowAsync(Show);

    private static View Show(InitiativeSeen seen)
    {
        var (record, card) = (seen.Record, seen.Record.Card);
        return new(
            card.Plan,
            card.Number,
            card.Title,
            card.FocusArea,
            card.Partners,
            card.Track.Phases is [.., var last] ? last.Phase : null,
            new Domain.Board(seen.Calendar, seen.Cluster).At(card.Track, seen.Day),
            card.Attention,
            record.Order is { } order ? FactView.Of(order) : null,
            [.. record.OrderNotes.Select(FactView.Of)],
            Interests(record),
            card.OwnerOrganisation,
            card.Owner,
            card.ProjectLead,
            record.WorkingGroup,
            record.FirstApproved is { } first ? ConfirmationView.Of(first) : null,
            record.InForce is { } inForce ? ConfirmationView.Of(inForce) : null,
            record.Awaiting is { } awaiting ? ConfirmationView.Of(awaiting) : null,
            card.Replans,
            card.Forecast,
            record.Latest is { } latest ? StatusView.Of(latest) : null,
            record.Deviations.FirstOrDefault(d => d.IsOpen)?.Number,
            [.. record.Reservations.Where(r => r.Fulfilled is null).Select(ReservationView.Of)]);
    }

    /// <summary>The last word of each organisation that has not withdrawn.</summary>
    private static IReadOnlyList<InterestStated> Interests(InitiativeRecord record)
    {
        var standing = new Dictionary<string, InterestStated>();
        foreach (var told in record.Events)
        {
            if (told.Fact is InterestStated stated) standing[stated.Organisation] = stated;
            if (told.Fact is InterestWithdrawn withdrawn) standing.Remove(withdrawn.Organisation);
        }
        return [.. standing.Values];
    }
}
