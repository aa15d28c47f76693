using Initiatives.Api.Rights;
using Initiatives.Domain;
using InitiativeAction = Initiatives.Api.Features.Initiatives.InitiativeAction;
using InitiativeView = Initiatives.Api.Features.Initiatives.InitiativeView;

namespace Initiatives.Api.Features.Orders;

/// <summary>What can be done with the order, its anchoring and its confirmation.</summary>
internal static class OrderActions
{
    public static IEnumerable<InitiativeAction> Of(InitiativeView view)
    {
        var phase = view.Phase;
        if (phase is Phase.Closed or Phase.Withdrawn or Phase.CarriedOver) return [];

        bool May<TCommand>() => view.Visit.May<TCommand>(view.Card.Number);
        (bool Offered, InitiativeAction Action)[] all =
        [
            (view.Visit.May<AssignOwnership>(view.Card.Number, view.Frame.Cluster.ManagingForum?.Id), new("ejerskab", "Anchor.Title", IsNext: phase is Phase.Ordered)),
            (view.Record.Awaiting is not null && view.AwaitedForum is { } turn && view.Visit.May<ApproveConfirmation>(view.Card.Number, turn),
                new(FormattableString.Invariant($"ordrebekraeftelse/{view.Record.Awaiting?.Revision}"), "Approvals.Decide", IsNext: true)),
            (view.Card.OwnerOrganisation is not null && phase is not Phase.Delivered && May<SubmitConfirmation>(),
                new("ordrebekraeftelse", view.Record.Confirmations.Count == 0 ? "Confirmation.Write" : "Confirmation.WriteNext", IsNext: phase is Phase.Anchored)),
            (view.Record.Confirmations.Count > 0, new(FormattableString.Invariant($"ordrebekraeftelse/{view.Record.Confirmations.Count}"), "Confirmation.Read")),
            (May<StartInitiative>() && phase is Phase.Approved, new("start", "Start.Title", IsNext: true)),
            (MaySpeak(view) && phase is Phase.Ordered or Phase.Anchored, new("interesse", "Interest.Title")),
            (May<RemarkOnOrder>(), new("bemaerkning", "Remark.Title")),
            (May<ReserveOrder>(), new("forbehold", "Reserve.Title")),
            (view.Card.Attention is null && May<AskSpecialAttention>(), new("saerlig-bevaagenhed", "Attention.Title")),
            (view.Card.Attention is not null && May<EndSpecialAttention>(), new("saerlig-bevaagenhed/ophoer", "AttentionEnd.Title")),
            (May<ChangeWorkingGroup>() && phase is Phase.InDelivery or Phase.Paused or Phase.Delivered, new("projektgruppe", "Group.Title")),
            (May<RenameInitiative>(), new("navn", "Rename.Title")),
            (May<PlaceInitiative>(), new("placering", "Place.Title")),
        ];
        return all.Where(a => a.Offered).Select(a => a.Action);
    }

    /// <summary>An organisation speaks through its own people; the secretariat for any.</summary>
    private static bool MaySpeak(InitiativeView view) =>
        view.Visit.May<StateInterest>(view.Card.Number)
        && (view.Visit.Me.Is(Role.Secretariat) || (view.Visit.Me.Organisation is { } own && view.Frame.Cluster.HasOrganisation(own)));
}
