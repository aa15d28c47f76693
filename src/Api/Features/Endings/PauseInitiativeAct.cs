using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Endings;

/// <summary>/indsatser/{number}/pause: the work rests and nobody is reminded.</summary>
internal sealed class PauseInitiativeAct(InitiativeInHand about) : Act<Domain.PauseInitiative>(about)
{
    public override string Path => $"{About.Path}/pause";

    public override string? Forum => About.Cluster.ManagingForum?.Id;

    public override Refusal? Closed => base.Closed ?? About.State.Phase switch
    {
        Phase.InDelivery => null,
        Phase.Paused => InitiativeRefusals.IsPaused(),
        Phase.Delivered => InitiativeRefusals.IsDelivered(),
        _ => InitiativeRefusals.NotStarted(),
    };

    public override IEnumerable<Ask> Asks(Texts texts) => [new Ask.Words("reason", texts["Ask.Reason"]), new Ask.Day("until", texts["Ask.Until"]) { Optional = true }];

    public override IReadOnlyList<Wish> Read(Answers answers) => [Wish(new Domain.PauseInitiative(answers.Text("reason"), answers.DayOrNone("until")))];
}
