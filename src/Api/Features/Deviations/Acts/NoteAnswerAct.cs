using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.Reporting.Record;
using Escalation = Initiatives.Reporting.Record.Escalation;

namespace Initiatives.Api.Features.Deviations.Acts;

/// <summary>/eskaleringer/{id}/efterretning: the answer is taken note of, and it is the managing forum's turn again.</summary>
internal sealed class NoteAnswerAct(CaseInHand subject, Escalation escalation) : CaseAct<Domain.NoteAnswer>(subject)
{
    public override string Path => $"{Case.PathOf(escalation)}/efterretning";

    public override Refusal? Closed => base.Closed ?? (escalation.Decided is null ? InitiativeRefusals.EscalationUndecided(escalation.Number) : null);

    public override IEnumerable<(string Heading, string? Text)> Facts(Texts texts) =>
    [
        (texts["Escalation.Question"], escalation.Raised.Fact.Question),
        (texts["EscalationPage.Answer"], escalation.Decided is { } decided ? AnswerWords.Of(decided.Fact, texts) : null),
        (texts["EscalationPage.Decision"], escalation.Decided?.Fact.Decision),
    ];

    public override IEnumerable<Ask> Asks(Texts texts) => [AskMeeting(texts, Forum)];

    public override void Prefill(Fields fields) => PrefillMeeting(fields, Forum);

    public override IReadOnlyList<Wish> Read(Answers answers) => [Wish(new Domain.NoteAnswer(escalation.Number, Managing, answers.Note("meeting")))];
}
