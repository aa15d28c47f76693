namespace Initiatives.Domain;

/// <summary>What a status does to the case that is open, or is not: the same for a status posted here and one imported.</summary>
public static class DeviationRule
{
    /// <summary>The first status that is not green opens a deviation; later ones worsen or ease it, and none closes it.</summary>
    /// <param name="initiative">Before the status.</param>
    /// <param name="status">The number of the status.</param>
    public static IEnumerable<InitiativeEvent> After(Initiative initiative, int status, TrafficLight light) => initiative.Deviation switch
    {
        null when light is TrafficLight.Green => [],
        null => [new DeviationOpened(initiative.Deviations + 1, status, light)],
        { } open when light > open.Light => [new DeviationWorsened(open.Number, status, light)],
        { } open when light < open.Light => [new DeviationEased(open.Number, status, light)],
        _ => [],
    };
}
