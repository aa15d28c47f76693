namespace Initiatives.Api.Features.Shell.Forms;

/// <summary>One step of a longer form.</summary>
/// <param name="Path">Where it is; null while it cannot be opened yet.</param>
/// <param name="IsDone">All it asks for is there.</param>
/// <param name="IsWrong">Something in it must be mended.</param>
/// <param name="Press">The value of the button that leads there, where what is being written is to be kept on the way; the guide then stands in the form.</param>
public sealed record Step(string Title, string? Path, bool IsDone = false, bool IsWrong = false, string? Press = null);
