using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Deviations.Acts;

/// <summary>/eskaleringer/{id}/beslutning: direction, money, re-plan, close, or sent back.</summary>
internal sealed class DecideEscalationAct(EscalationInHand subject) : EscalationAct<Domain.DecideEscalation>(subject)
{
    public override string Path => $"{Subject.Path}/beslutning";

    public override IEnumerable<Ask> Asks(Texts texts) =>
    [
        new Ask.Few("answer", texts["Ask.Answer"], [.. Enum.GetValues<EscalationAnswer>().Select(a => new Option(a.ToString(), texts[$"Answer.{a}"], Hint: texts[$"Answer.{a}.Means"]))]),
        new Ask.Kroner("amount", texts["Ask.Amount"]),
        new Ask.Words("decision", texts["Ask.Decision"]),
        .. AskHow(texts, With),
    ];

    public override void Prefill(Fields fields) => PrefillMeeting(fields, With);

    public override IReadOnlyList<Wish> Read(Answers answers) =>
    [
        Wish(new Domain.DecideEscalation(
            Number, With, answers.One<EscalationAnswer>("answer"), answers.Text("decision"), answers.KronerOrNone("amount"), answers.One<DecidedHow>("how"), answers.Note("meeting"))),
    ];
}
