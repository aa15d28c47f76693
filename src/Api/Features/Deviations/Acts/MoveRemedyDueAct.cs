using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Deviations.Acts;

/// <summary>/afvigelser/{id}/afhjaelpning/{remedy}/frist: another due day, with the reason.</summary>
internal sealed class MoveRemedyDueAct(CaseInHand subject, Remedy remedy) : RemedyAct<Domain.MoveRemedyDue>(subject, remedy)
{
    public override string Path => $"{Case.PathOf(Remedy)}/frist";

    public override IEnumerable<Ask> Asks(Texts texts) => [new Ask.Day("due", texts["Ask.NewDue"]), new Ask.Words("reason", texts["Ask.Reason"])];

    public override IReadOnlyList<Wish> Read(Answers answers) =>
        [Wish(new Domain.MoveRemedyDue(Remedy.Number, Managing, answers.Day("due"), answers.Text("reason")))];
}
