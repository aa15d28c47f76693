using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Initiatives;

namespace Initiatives.Api.Features.Endings;

/// <summary>The pages of what is out of the ordinary in an initiative's life, and of its end.</summary>
internal static class EndingPages
{
    private const string Initiative = "/indsatser/{number:int}";

    public static void MapEndingPages(this IEndpointRouteBuilder pages)
    {
        pages.MapAct<Domain.PauseInitiative>(Initiative + "/pause", (about, _) => new PauseInitiativeAct(about));
        pages.MapAct<Domain.ResumeInitiative>(Initiative + "/genoptag", (about, _) => new ResumeInitiativeAct(about));
        pages.MapAct<Domain.WithdrawInitiative>(Initiative + "/udgaar", (about, _) => new WithdrawInitiativeAct(about));
        pages.MapAct<Domain.MergeInto>(Initiative + "/sammenlaeg", (about, _) => new MergeInitiativeAct(about));
        pages.MapAct<Domain.SplitInto>(Initiative + "/opdel", (about, _) => new SplitInitiativeAct(about));
        pages.MapAct<Domain.ClaimDelivery>(Initiative + "/leveret", (about, _) => new ClaimDeliveryAct(about));
        pages.MapAct<Domain.RejectDelivery>(Initiative + "/afvis-levering", (about, _) => new RejectDeliveryAct(about));
        pages.MapAct<Domain.ApproveClosing>(Initiative + "/luk", (about, _) => new ApproveClosingAct(about));
        pages.MapAct<Domain.CommentPatientInvolvement>(Initiative + "/patientinddragelse", (about, _) => new CommentPatientInvolvementAct(about));
    }

    /// <summary>What the reader may do of this now, for the initiative's own page.</summary>
    public static IEnumerable<InitiativeAction> ActionsOf(InitiativeView view)
    {
        var about = InitiativeInHand.Of(view.Visit, view.Record, view.Record.Events[^1].Stamp.Version, new Dictionary<string, string>());
        Act[] acts =
        [
            new ApproveClosingAct(about), new RejectDeliveryAct(about), new ResumeInitiativeAct(about), new ClaimDeliveryAct(about), new CommentPatientInvolvementAct(about),
            new PauseInitiativeAct(about), new MergeInitiativeAct(about), new SplitInitiativeAct(about), new WithdrawInitiativeAct(about),
        ];
        return acts.Where(a => a.IsOffered).Select(a => new InitiativeAction(a.Path[(about.Path.Length + 1)..], $"Act.{a.Name}", a is ApproveClosingAct or ResumeInitiativeAct));
    }
}
