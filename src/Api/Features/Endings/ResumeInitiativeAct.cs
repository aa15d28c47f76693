using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.Reporting;

namespace Initiatives.Api.Features.Endings;

/// <summary>/indsatser/{number}/genoptag: the work goes on; a full interval passes before the next status is due.</summary>
internal sealed class ResumeInitiativeAct(InitiativeInHand about) : Act<Domain.ResumeInitiative>(about)
{
    public override string Path => $"{About.Path}/genoptag";

    public override string? Forum => About.Cluster.ManagingForum?.Id;

    public override Refusal? Closed => base.Closed ?? (About.State.Phase is Phase.Paused
        ? null
        : new("not-paused", "Indsatsen er ikke sat på pause.", "The initiative is not paused."));

    public override IEnumerable<(string Heading, string? Text)> Facts(Texts texts) =>
    [
        (texts["Ask.Reason"], About.State.Pause?.Reason),
        (texts["Ask.Until"], About.State.Pause?.Until is { } until ? texts.Say.LongDate(until) : null),
    ];

    public override IEnumerable<Ask> Asks(Texts texts) => [new Ask.Words("note", texts["Ask.Note"], Rows: 3) { Optional = true }];

    public override IReadOnlyList<Wish> Read(Answers answers) => [Wish(new Domain.ResumeInitiative(answers.Note("note")))];
}
