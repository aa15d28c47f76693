using Initiatives.Api.Features.Drafts;
using Initiatives.Api.Features.Initiatives;

namespace Initiatives.Api.Features.Statuses;

/// <summary>PUT .../initiatives/{number}/status-draft: keeps what the caller has written so far; the last one saved stands.</summary>
internal static class SaveStatusDraft
{
    /// <param name="Fields">By the path a status has them at (<c>deviation.cause</c>; readings as <c>indicators.ID.value</c>), as typed.</param>
    public sealed record Body(IReadOnlyDictionary<string, string> Fields);

    public static readonly Body Example = new(new Dictionary<string, string> { ["light"] = "Yellow", ["deviation.cause"] = "Stillingen som koordinator er" });

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, Body body, DraftDesk desk) => desk.AtAsync(address, StatusDrafts.Key, async (drafts, key, cancellation) =>
        StatusDrafts.Refuse(body.Fields) is { Count: > 0 } broken
            ? desk.Refused(broken)
            : Results.Ok(DraftView.Of(await drafts.SaveAsync(key, body.Fields, cancellation))));
}
