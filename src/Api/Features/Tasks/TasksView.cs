using Initiatives.Api.Features.Shell;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Tasks;

/// <summary>What Mine opgaver shows.</summary>
/// <param name="Next">The round that is open, or the next to open; null when none is planned.</param>
public sealed record TasksView(Frame Frame, IReadOnlyList<ToDo> Tasks, DateOnly Today, Round? Next);
