using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Statuses;

/// <summary>DELETE .../initiatives/{number}/status-draft: forgets what the caller has written; there is then none, whether or not there was.</summary>
internal static class DiscardStatusDraft
{
    public sealed record Discarded(bool Draft);

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, DraftDesk desk) => desk.AtAsync(address, async (drafts, key, cancellation) =>
    {
        await drafts.RemoveAsync(key, cancellation);
        return Results.Ok(new Discarded(Draft: false));
    });
}
