using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Packs;

/// <summary>What a reader must know of a pack before opening it: what is asked of them, and the lights.</summary>
/// <param name="Asked">"Det indstilles, at ...", in the order of the pack.</param>
/// <param name="Matrix">Null where the pack is not about the lights.</param>
public sealed record PackDigest(PackHead Head, IReadOnlyList<Recommendation> Asked, LightMatrix? Matrix)
{
    /// <summary>How many points want a decision; what is taken note of wants none.</summary>
    public int Decisions => Asked.Count(r => r.Anchor is not null);

    /// <param name="kind">One of <see cref="PackPress.Kinds"/>.</param>
    /// <exception cref="ArgumentException">The kind is none of them.</exception>
    public static PackDigest Of(string kind, ClusterRecord record, PackOccasion occasion)
    {
        var pack = PackForm.Of(kind).Compile(record, occasion);
        return new(pack.Head, pack.Recommendations, pack.Matrix);
    }
}
