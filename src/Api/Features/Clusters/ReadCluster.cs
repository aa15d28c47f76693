using Initiatives.Domain;

namespace Initiatives.Api.Features.Clusters;

/// <summary>GET /clusters/{cluster}: who it is, its organisations, its forums in the chain's order, its tolerances.</summary>
internal static class ReadCluster
{
    /// <param name="ExampleData">True when its statuses are example data.</param>
    /// <param name="Forums">The order is that of the approval chain.</param>
    /// <param name="NationalReading">National readers may see it.</param>
    public sealed record View(
        string Id,
        string Name,
        string? Region,
        string Language,
        string TimeZone,
        bool ExampleData,
        IReadOnlyList<Organisation> Organisations,
        IReadOnlyList<ForumView> Forums,
        IReadOnlyList<Distribution> Distribution,
        Tolerances Tolerances,
        bool NationalReading);

    /// <param name="EscalatesTo">One forum up the chain; null at the top.</param>
    public sealed record ForumView(string Id, string Name, IReadOnlyList<ForumDuty> Duties, string? EscalatesTo, Rhythm Rhythm);

    public sealed record Distribution(string MinutesOf, IReadOnlyList<string> SentTo);

    public static Task<IResult> Handle([AsParameters] ClusterQuery query) => query.ShowAsync(seen => Show(seen.Cluster));

    private static View Show(Cluster c) => new(
        c.Id, c.Name, c.Region, c.Language, c.TimeZone, c.ExampleData, c.Organisations,
        [.. c.Forums.Select(f => new ForumView(f.Id, f.Name, f.Duties, f.EscalatesTo, f.Rhythm))],
        [.. c.Distribution.Select(d => new Distribution(d.MinutesOf, d.SentTo))],
        c.Tolerances,
        c.NationalReading);
}
