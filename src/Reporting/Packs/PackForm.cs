using Initiatives.Reporting.Record;
using Microsoft.AspNetCore.Components;

namespace Initiatives.Reporting.Packs;

/// <summary>One kind of pack: how its numbers are compiled, and in which page they are set. The one list of all kinds.</summary>
/// <param name="Kind">Its name in addresses, commands and the log.</param>
/// <param name="Compile">A pure function of the record and the occasion.</param>
/// <param name="Set">The whole document.</param>
internal sealed record PackForm(string Kind, Func<ClusterRecord, PackOccasion, IPack> Compile, Func<Typesetter, IPack, Task<string>> Set)
{
    public static IReadOnlyList<PackForm> All { get; } =
    [
        In<DeviationPackPage>(DeviationPack.Kind, DeviationPack.Of),
        In<DirectorsOverviewPage>(DirectorsOverview.Kind, DirectorsOverview.Of),
        In<PoliticalStatusPage>(PoliticalStatus.Kind, PoliticalStatus.Of),
        In<DecisionMinutesPage>(DecisionMinutes.Kind, DecisionMinutes.Of),
        In<WrittenStatusPage>(WrittenStatus.Kind, WrittenStatus.Of),
    ];

    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public static PackForm Of(string kind) => All.FirstOrDefault(f => f.Kind == kind) ?? throw new ArgumentException($"There is no pack of kind {kind}.", nameof(kind));

    private static PackForm In<TPage>(string kind, Func<ClusterRecord, PackOccasion, IPack> compile)
        where TPage : IComponent => new(kind, compile, static (typesetter, pack) => typesetter.Set<TPage>(pack));
}
