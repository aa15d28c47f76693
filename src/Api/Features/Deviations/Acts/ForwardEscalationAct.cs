using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Deviations.Acts;

/// <summary>/eskaleringer/{id}/videre: one forum further up.</summary>
internal sealed class ForwardEscalationAct(EscalationInHand subject) : EscalationAct<Domain.ForwardEscalation>(subject)
{
    public override string Path => $"{Subject.Path}/videre";

    public override Refusal? Closed =>
        base.Closed ?? (Subject.With is { EscalatesTo: null } top ? InitiativeRefusals.EscalatesElsewhere(top, null) : null);

    public override IEnumerable<(string Heading, string? Text)> Facts(Texts texts) => base.Facts(texts).Prepend((texts["Case.EscalatesTo"], About.Name(Subject.With?.EscalatesTo)));

    public override IEnumerable<Ask> Asks(Texts texts) => [new Ask.Words("reason", texts["Ask.Reason"]), AskMeeting(texts, With)];

    public override void Prefill(Fields fields) => PrefillMeeting(fields, With);

    public override IReadOnlyList<Wish> Read(Answers answers) => [Wish(new Domain.ForwardEscalation(Number, With, answers.Text("reason"), answers.Note("meeting")))];
}
