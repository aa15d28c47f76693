using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Endings;

/// <summary>Something that any of several forums can decide: which one is asked only when the reader acts for more than one.</summary>
/// <param name="duties">A forum with one of these can.</param>
public abstract class ForumChoiceAct<TCommand>(InitiativeInHand about, params ForumDuty[] duties) : Act<TCommand>(about)
    where TCommand : InitiativeCommand
{
    private IReadOnlyList<Forum> Forums => [.. About.Cluster.Forums.Where(f => duties.Any(f.Has) && About.Visit.May<TCommand>(About.Number, f.Id))];

    public override string? Forum => Forums is [var only] ? only.Id : null;

    public override bool IsMine => Forums.Count > 0;

    protected IEnumerable<Ask> AskForum(Texts texts) =>
        Forums.Count > 1 ? [new Ask.Many("forum", texts["Ask.Forum"], [.. Forums.Select(f => new Option(f.Id, f.Name))])] : [];

    protected string ReadForum(Answers answers) => Forum ?? answers.Chosen("forum");
}
