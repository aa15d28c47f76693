using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Endings;

/// <summary>/indsatser/{number}/luk: a forum of the chain agrees to close it; the last one also says what was learned.</summary>
internal sealed class ApproveClosingAct(InitiativeInHand about) : ClaimAct<Domain.ApproveClosing>(about)
{
    public override string Path => $"{About.Path}/luk";

    public override IEnumerable<Ask> Asks(Texts texts) =>
    [
        new Ask.Words("decision", texts["Ask.Decision"], Rows: 3),
        new Ask.Words("lessonsLearned", texts["Ask.Lessons"]) { Optional = !IsLast, Hint = texts["Ask.LessonsHint"] },
        .. AskHow(texts, Forum),
    ];

    public override void Prefill(Fields fields) => PrefillMeeting(fields, Forum);

    public override IReadOnlyList<Wish> Read(Answers answers) =>
    [
        Wish(new Domain.ApproveClosing(Judge, answers.Text("decision"), answers.One<DecidedHow>("how"), answers.Note("meeting"), answers.Note("lessonsLearned"))),
    ];

    private bool IsLast => About.Cluster.ApprovalChain.All(f => f.Id == Forum || About.State.Claim?.Approvals.Any(a => a.Forum == f.Id) == true);
}
