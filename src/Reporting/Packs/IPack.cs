namespace Initiatives.Reporting.Packs;

/// <summary>What every kind of pack holds, whatever else is in it: what its mail tells before the pack is opened.</summary>
public interface IPack
{
    PackHead Head { get; }

    /// <summary>"Det indstilles, at ...", in the order of the pack; empty where nothing is asked.</summary>
    IReadOnlyList<Recommendation> Recommendations { get; }

    /// <summary>The lights of the plan; null where the pack is not about them.</summary>
    LightMatrix? Matrix { get; }
}
