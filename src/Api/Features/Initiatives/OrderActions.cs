namespace Initiatives.Api.Features.Initiatives;

/// <summary>What can be done with the order, its anchoring and its confirmation.</summary>
internal static class OrderActions
{
    public static IEnumerable<InitiativeAction> Of(InitiativeView view) =>
        view.AsOf is not null ? [] : Array.Empty<InitiativeAction>();
}
