using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Deviations.Acts;

/// <summary>/afvigelser/{id}/luk: after green, the effect is confirmed and the case is closed.</summary>
internal sealed class CloseDeviationAct(CaseInHand subject) : CaseAct<Domain.CloseDeviation>(subject)
{
    public override string Path => $"{Case.Path}/luk";

    public override Refusal? Closed =>
        base.Closed
        ?? (Case.Deviation.Light is not TrafficLight.Green ? InitiativeRefusals.DeviationNotGreen() : null)
        ?? (Case.Deviation.Remedies.Any(r => r.IsOpen) ? InitiativeRefusals.RemediesOpen() : null)
        ?? (Case.Deviation.OpenEscalation is not null ? InitiativeRefusals.EscalationOpen() : null);

    public override IEnumerable<Ask> Asks(Texts texts) =>
        [new Ask.Words("effect", texts["Ask.ConfirmedEffect"]) { Hint = texts["Ask.ConfirmedEffectHint"] }, AskMeeting(texts, Forum)];

    public override void Prefill(Fields fields) => PrefillMeeting(fields, Forum);

    public override IReadOnlyList<Wish> Read(Answers answers) =>
        [Wish(new Domain.CloseDeviation(Case.Number, Managing, answers.Text("effect"), answers.Note("meeting")))];
}
