using Initiatives.Reporting.Packs;

namespace Initiatives.Reporting.Tests;

/// <summary>Every kind of pack there is: what is held of one is held of all.</summary>
internal static class EveryKind
{
    public static TheoryData<string> Names => [.. PackPress.Kinds, InitiativeSheet.Kind];

    /// <summary>What the sample makes of it; the sheet is of initiative 10.</summary>
    public static async Task<CompiledPack> CompileAsync(Typesetter typesetter, string kind, Record.ClusterRecord? record = null) => kind == InitiativeSheet.Kind
        ? (await new PackPress(typesetter).Sheet(record ?? new SampleCluster().Build(), 10, SampleCluster.Chefforum.First.At, SampleCluster.Chefforum.First.Fingerprint))!
        : await new PackPress(typesetter).Compile(kind, record ?? new SampleCluster().Build(), SampleCluster.For(kind));
}
