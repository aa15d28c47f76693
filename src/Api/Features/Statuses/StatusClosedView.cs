using Initiatives.Api.Features.Shell;

namespace Initiatives.Api.Features.Statuses;

/// <summary>Why no status can be given to this initiative now, and where to go instead.</summary>
public sealed record StatusClosedView(Frame Frame, int Number, string Why);
