using Initiatives.Api.Features.Initiatives;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Statuses;

/// <summary>What can be done about an initiative's status, from its page.</summary>
internal static class StatusActions
{
    public static IEnumerable<InitiativeAction> Of(InitiativeView view)
    {
        if (view.AsOf is not null || view.Phase is not Phase.InDelivery || !view.Visit.May<Domain.PostStatus>(view.Card.Number)) yield break;
        yield return new("status", "StatusForm.Do", IsNext: view.Now.Open || view.Now.Overdue || view.Now.State is BoardState.Missing);
        if (view.Record.Latest is { } latest)
            yield return new($"status?{StatusPages.Corrects}={latest.Reconfirms ?? latest.Number}", "Receipt.Correct");
    }
}
