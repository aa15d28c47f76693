using Initiatives.Api.Features.Initiatives;

namespace Initiatives.Api.Features.Approvals;

/// <summary>GET .../confirmations and .../confirmations/{revision}: every revision ever submitted, oldest first.</summary>
internal static class ListConfirmations
{
    public sealed record All(IReadOnlyList<ConfirmationView> Confirmations);

    public static Task<IResult> Handle([AsParameters] InitiativeQuery query) =>
        query.ShowAsync(seen => new All([.. seen.Record.Confirmations.Select(ConfirmationView.Of)]));

    public static Task<IResult> HandleOne([AsParameters] InitiativeQuery query, int revision) =>
        query.ShowAsync(seen => seen.Record.Confirmations.FirstOrDefault(c => c.Revision == revision) is { } found ? ConfirmationView.Of(found) : null, "confirmation");
}
