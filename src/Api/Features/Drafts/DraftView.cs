namespace Initiatives.Api.Features.Drafts;

/// <summary>A draft, as only its writer reads it.</summary>
/// <param name="Fields">By the path that what is written has them at (<c>deviation.cause</c>), as typed.</param>
public sealed record DraftView(IReadOnlyDictionary<string, string> Fields, DateTimeOffset Saved)
{
    internal static DraftView Of(Draft draft) => new(draft.Fields, draft.Saved);
}

/// <summary>There is no draft, whether or not there was.</summary>
public sealed record NoDraft(bool Draft = false);
