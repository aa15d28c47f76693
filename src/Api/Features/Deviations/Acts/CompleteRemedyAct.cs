using System.Globalization;
using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Deviations.Acts;

/// <summary>/afvigelser/{id}/afhjaelpning/{remedy}/udfoert: it was done, and what came of it. The owner's own to tell, and no forum's.</summary>
internal sealed class CompleteRemedyAct(CaseInHand subject, Remedy remedy) : RemedyAct<Domain.CompleteRemedy>(subject, remedy)
{
    public override string Path => $"{Case.PathOf(Remedy)}/udfoert";

    public override string? Forum => null;

    public override IEnumerable<Ask> Asks(Texts texts) =>
        [new Ask.Day("on", texts["Ask.DoneOn"]), new Ask.Words("effect", texts["Ask.Effect"]) { Optional = true, Hint = texts["Ask.EffectHint"] }];

    public override void Prefill(Fields fields) => fields["on"] = About.Visit.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override IReadOnlyList<Wish> Read(Answers answers) => [Wish(new Domain.CompleteRemedy(Remedy.Number, answers.Day("on"), answers.Note("effect")))];
}
