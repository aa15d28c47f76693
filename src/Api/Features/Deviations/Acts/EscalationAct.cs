using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Shell;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Deviations.Acts;

/// <summary>Something that the forum does that has an escalation.</summary>
public abstract class EscalationAct<TCommand>(EscalationInHand subject) : Act<TCommand>(subject.About)
    where TCommand : InitiativeCommand
{
    protected EscalationInHand Subject { get; } = subject;

    /// <summary>The id of the forum that has it.</summary>
    protected string With => Subject.Escalation.AtForum;

    protected int Number => Subject.Escalation.Number;

    public override string Back => Subject.Path;

    public override string? Forum => With;

    protected override DateOnly Since => Subject.Raised;

    public override Refusal? Closed =>
        base.Closed
        ?? (Subject.Escalation.Decided is not null ? InitiativeRefusals.EscalationAlreadyDecided(Number) : null)
        ?? (Subject.Case.IsOpen ? null : InitiativeRefusals.DeviationIsClosed(Subject.Case.Number));

    public override IReadOnlyList<Crumb> Trail(Texts texts) => [new(texts["Escalations.Title"], "/eskaleringer"), new(texts["Escalation.Crumb", About.Number, Number], Subject.Path)];

    public override IEnumerable<(string Heading, string? Text)> Facts(Texts texts) =>
    [
        (texts["Escalation.Question"], Subject.Escalation.Raised.Fact.Question),
        (texts["Escalation.Recommendation"], Subject.Escalation.Raised.Fact.Recommendation),
    ];
}
