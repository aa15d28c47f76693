using Initiatives.Api.Features.Shell;

namespace Initiatives.Api.Features.Orders;

/// <summary>Why something cannot be done to an initiative now, and where to go instead.</summary>
/// <param name="Path">Of the initiative's page.</param>
public sealed record ClosedView(Frame Frame, string Path, string Why);
