using Initiatives.Domain;

namespace Initiatives.Reporting.Charts;

/// <summary>From this day on the initiative stood so.</summary>
public sealed record LightOnDay(DateOnly On, BoardState State);
