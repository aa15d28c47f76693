namespace Initiatives.Domain;

/// <summary>A forum of the chain agrees to close what was delivered; with the last of them it is closed, with lessons learned.</summary>
/// <param name="LessonsLearned">Demanded of the last forum.</param>
public sealed record ApproveClosing(
    string Forum,
    string Decision,
    DecidedHow How,
    string? Meeting = null,
    string? LessonsLearned = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        if (initiative.Claim?.Approvals.Any(a => a.Forum == Forum) == true)
            return Decision<InitiativeEvent>.Nothing;
        var approvals = initiative.Claim?.Approvals.Select(a => a.Forum).ToList() ?? [];
        var isLast = setting.Cluster.ApprovalChain.All(f => f.Id == Forum || approvals.Contains(f.Id));
        return new BrokenRules(initiative, setting)
            .NotEnded()
            .If(initiative is { Exists: true, HasEnded: false, Claim: null }, InitiativeRefusals.NotDelivered)
            .TurnInChain(Forum, approvals)
            .Decided(How, Meeting, Forum)
            .Text(Decision, "decision", ("beslutningen", "the decision"))
            .Note(LessonsLearned, "lessonsLearned")
            .If(isLast && string.IsNullOrWhiteSpace(LessonsLearned), InitiativeRefusals.LessonsMissing)
            .Else(() => isLast
                ? [new ClosingApproved(Forum, Decision, How, Meeting), .. initiative.EndDeviation(Forum, Meeting), new InitiativeClosed(setting.Today, Decision, LessonsLearned)]
                : [new ClosingApproved(Forum, Decision, How, Meeting)]);
    }
}
