using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;

namespace Initiatives.Api.Features.Endings;

/// <summary>/indsatser/{number}/afvis-levering: the claim is not accepted, and the work goes on.</summary>
internal sealed class RejectDeliveryAct(InitiativeInHand about) : ClaimAct<Domain.RejectDelivery>(about)
{
    public override string Path => $"{About.Path}/afvis-levering";

    public override IEnumerable<Ask> Asks(Texts texts) => [new Ask.Words("reasons", texts["Ask.Reason"]), AskMeeting(texts, Forum)];

    public override void Prefill(Fields fields) => PrefillMeeting(fields, Forum);

    public override IReadOnlyList<Wish> Read(Answers answers) => [Wish(new Domain.RejectDelivery(Judge, answers.Text("reasons"), answers.Note("meeting")))];
}
