using Initiatives.Api.Features.Drafts;
using Initiatives.Api.Features.Initiatives;

namespace Initiatives.Api.Features.Confirmations;

/// <summary>GET .../initiatives/{number}/confirmation-draft: what the caller has begun to write.</summary>
internal static class ReadConfirmationDraft
{
    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, DraftDesk desk) => desk.AtAsync(address, ConfirmationDrafts.Key, async (drafts, key, cancellation) =>
        await drafts.ReadAsync(key, cancellation) is { } draft ? Results.Ok(DraftView.Of(draft)) : desk.Missing("draft"));
}
