using Initiatives.Api.Features.Drafts;
using Initiatives.Api.Features.Initiatives;

namespace Initiatives.Api.Features.Statuses;

/// <summary>DELETE .../initiatives/{number}/status-draft: forgets what the caller has written; there is then none, whether or not there was.</summary>
internal static class DiscardStatusDraft
{
    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, DraftDesk desk) => desk.AtAsync(address, StatusDrafts.Key, async (drafts, key, cancellation) =>
    {
        await drafts.RemoveAsync(key, cancellation);
        return Results.Ok(new NoDraft());
    });
}
