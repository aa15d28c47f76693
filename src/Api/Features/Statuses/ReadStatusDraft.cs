using Initiatives.Api.Features.Drafts;
using Initiatives.Api.Features.Initiatives;

namespace Initiatives.Api.Features.Statuses;

/// <summary>GET .../initiatives/{number}/status-draft: what the caller has begun to write.</summary>
internal static class ReadStatusDraft
{
    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, DraftDesk desk) => desk.AtAsync(address, StatusDrafts.Key, async (drafts, key, cancellation) =>
        await drafts.ReadAsync(key, cancellation) is { } draft ? Results.Ok(DraftView.Of(draft)) : desk.Missing("draft"));
}
