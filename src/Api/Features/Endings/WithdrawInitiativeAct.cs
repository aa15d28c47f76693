using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Endings;

/// <summary>/indsatser/{number}/udgaar: a forum takes it off the plan, with the reason.</summary>
internal sealed class WithdrawInitiativeAct(InitiativeInHand about)
    : ForumChoiceAct<Domain.WithdrawInitiative>(about, ForumDuty.PlaceOrders, ForumDuty.ApproveConfirmation, ForumDuty.DecideEscalations)
{
    public override string Path => $"{About.Path}/udgaar";

    public override IEnumerable<Ask> Asks(Texts texts) => [.. AskForum(texts), new Ask.Words("reason", texts["Ask.Reason"]) { Hint = texts["Ask.WithdrawHint"] }];

    public override IReadOnlyList<Wish> Read(Answers answers) => [Wish(new Domain.WithdrawInitiative(ReadForum(answers), answers.Text("reason")))];
}
