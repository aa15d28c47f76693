using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Deviations.Acts;

/// <summary>/afvigelser/{id}/afhjaelpning/{remedy}/frafald: it is given up, with the reason.</summary>
internal sealed class DropRemedyAct(CaseInHand subject, Remedy remedy) : RemedyAct<Domain.DropRemedy>(subject, remedy)
{
    public override string Path => $"{Case.PathOf(Remedy)}/frafald";

    public override IEnumerable<Ask> Asks(Texts texts) => [new Ask.Words("reason", texts["Ask.Reason"])];

    public override IReadOnlyList<Wish> Read(Answers answers) => [Wish(new Domain.DropRemedy(Remedy.Number, Managing, answers.Text("reason")))];
}
