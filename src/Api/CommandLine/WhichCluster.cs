using System.CommandLine;
using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Reading;

namespace Initiatives.Api.CommandLine;

/// <summary><c>--cluster ID</c> of every verb that is about one cluster; left out, the installation's first.</summary>
internal static class WhichCluster
{
    private static readonly Text About = new("Klyngens id; ellers den første i installationen.", "The cluster's id; otherwise the installation's first.");

    private static readonly Text AboutAll = new("Kun denne klynge; ellers alle.", "Only this cluster; otherwise all.");

    public static Option<string?> Option(string language, bool allOtherwise = false) =>
        new("--cluster") { Description = (allOtherwise ? AboutAll : About).In(language), HelpName = "ID" };

    /// <exception cref="OperatorFault">There is no such cluster, or none at all.</exception>
    public static async Task<string> FindAsync(IServiceProvider services, string? asked, CancellationToken cancellation)
    {
        var clusters = await services.GetRequiredService<ClusterRegister>().ReadAsync(cancellation);
        if (clusters.Count == 0)
        {
            throw new OperatorFault("no-cluster",
                "Der er ingen klynge endnu. Indlæs en med: initiatives import FIL.json",
                "There is no cluster yet. Bring one in with: initiatives import FILE.json");
        }
        return clusters.FirstOrDefault(c => asked is null || c.Id == asked)?.Id ?? throw new OperatorFault("cluster-unknown",
            $"Der er ingen klynge med id »{asked}«. Her er: {string.Join(", ", clusters.Select(c => c.Id))}.",
            $"There is no cluster with the id \"{asked}\". There are: {string.Join(", ", clusters.Select(c => c.Id))}.");
    }
}
