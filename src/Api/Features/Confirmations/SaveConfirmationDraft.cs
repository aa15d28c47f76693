using Initiatives.Api.Features.Drafts;
using Initiatives.Api.Features.Initiatives;

namespace Initiatives.Api.Features.Confirmations;

/// <summary>PUT .../initiatives/{number}/confirmation-draft: keeps what the caller has written so far; the last one saved stands.</summary>
internal static class SaveConfirmationDraft
{
    /// <param name="Fields">By the path a confirmation has them at (<c>frame.amount</c>, <c>milestones[0].name</c>), as typed; those of all steps.</param>
    public sealed record Body(IReadOnlyDictionary<string, string> Fields);

    public static readonly Body Example = new(new Dictionary<string, string> { ["deliverable"] = "Fælles akutteam", ["frame.amount"] = "450.000" });

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, Body body, DraftDesk desk) => desk.AtAsync(address, ConfirmationDrafts.Key, async (drafts, key, cancellation) =>
        ConfirmationDrafts.Refuse(body.Fields) is { Count: > 0 } broken
            ? desk.Refused(broken)
            : Results.Ok(DraftView.Of(await drafts.SaveAsync(key, body.Fields, cancellation))));
}
