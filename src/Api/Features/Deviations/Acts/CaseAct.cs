using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Shell;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Deviations.Acts;

/// <summary>Something that is done to a deviation, by the forum that manages it unless told otherwise.</summary>
public abstract class CaseAct<TCommand>(CaseInHand subject) : Act<TCommand>(subject.About)
    where TCommand : InitiativeCommand
{
    protected CaseInHand Case { get; } = subject;

    /// <summary>The managing forum's id; there is one, or nothing of this is offered.</summary>
    protected string Managing => Case.Managing?.Id ?? "";

    public override string Back => Case.Path;

    public override string? Forum => Case.Managing?.Id;

    protected override DateOnly Since => Case.Deviation.Since;

    public override Refusal? Closed => base.Closed ?? (Case.IsOpen ? null : InitiativeRefusals.DeviationIsClosed(Case.Number));

    public override IReadOnlyList<Crumb> Trail(Texts texts) => [new(texts["Cases.Title"], "/afvigelser"), new(texts["Case.Crumb", About.Number, Case.Number], Case.Path)];

    public override IEnumerable<(string Heading, string? Text)> Facts(Texts texts)
    {
        yield return (texts["Status.Cause"], Case.Accounted?.Content.Deviation?.Cause);
        yield return (texts["Status.Remedy"], Case.Accounted?.Content.Deviation?.Remedy);
    }
}
