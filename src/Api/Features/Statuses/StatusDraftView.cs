using Initiatives.Api.Features.Drafts;

namespace Initiatives.Api.Features.Statuses;

/// <summary>A draft of a status, as only its writer reads it.</summary>
/// <param name="Fields">By the path a status has them at (<c>deviation.cause</c>; readings as <c>indicators.ID.value</c>), as typed.</param>
public sealed record StatusDraftView(IReadOnlyDictionary<string, string> Fields, DateTimeOffset Saved)
{
    internal static StatusDraftView Of(Draft draft) => new(draft.Fields, draft.Saved);
}
