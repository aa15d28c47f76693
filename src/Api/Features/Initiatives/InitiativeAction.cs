namespace Initiatives.Api.Features.Initiatives;

/// <summary>Something the reader may do with an initiative, on a page of its own.</summary>
/// <param name="Below">The page's path below the initiative's, e.g. <c>navn</c>.</param>
/// <param name="Text">Key of the link's text.</param>
/// <param name="IsNext">It is what the initiative waits for: shown as a button, before the rest.</param>
public sealed record InitiativeAction(string Below, string Text, bool IsNext = false);
