using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Features.Shell;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Endings;

/// <summary>A judgement of what the owner claims to have delivered, by the forum whose turn it is in the chain.</summary>
public abstract class ClaimAct<TCommand>(InitiativeInHand about) : Act<TCommand>(about)
    where TCommand : InitiativeCommand
{
    public override string? Forum => About.State.Claim is null ? null : About.Turn.Forum;

    protected override DateOnly Since => About.Record.Events.LastOrDefault(e => e.Fact is DeliveryClaimed)?.Stamp.On ?? DateOnly.MinValue;

    /// <summary>The id of the forum whose turn it is.</summary>
    protected string Judge => Forum ?? "";

    public override Refusal? Closed => base.Closed ?? (About.State.Claim is null ? InitiativeRefusals.NotDelivered() : null);

    public override IEnumerable<(string Heading, string? Text)> Facts(Texts texts)
    {
        yield return (texts["Ask.Promised"], About.State.Terms.Deliverable);
        if (About.State.Claim is not { } made) yield break;
        yield return (texts["Ask.Claim"], made.Claim.Claim);
        if (made.Claim.Readings.Count > 0) yield return (texts["Initiative.Indicators"], ReadingWords.Against(made.Claim.Readings, About.State.Terms, texts));
        if (made.Approvals.Count > 0) yield return (texts["Ask.ApprovedBy"], string.Join(", ", made.Approvals.Select(a => About.Name(a.Forum))));
    }
}
