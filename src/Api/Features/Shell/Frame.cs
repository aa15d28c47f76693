using Initiatives.Api.Rights;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Shell;

/// <summary>What every page shows around its content: where you are, in which cluster, in which language.</summary>
/// <param name="Title">The page's h1, and the first part of its title.</param>
/// <param name="Path">The path of this page, for the language link and the active menu entry.</param>
/// <param name="Query">The query of this page, without the language.</param>
/// <param name="Clusters">Those the reader may choose between.</param>
/// <param name="Trail">Breadcrumbs between the front page and this page.</param>
public sealed record Frame(
    string Title,
    Texts Texts,
    string Path,
    string Query,
    Cluster Cluster,
    IReadOnlyList<ClusterChoice> Clusters,
    IReadOnlyList<Crumb> Trail)
{
    /// <summary>Who the reader is in the cluster; null when nobody is signed in, or they are nobody there.</summary>
    public Membership? Me { get; init; }

    /// <summary>Null when nobody is signed in.</summary>
    public Caller? Caller { get; init; }

    /// <summary>Goes with every form, in the hidden field <c>key</c>.</summary>
    public string FormKey { get; init; } = "";

    /// <summary>Id of the plan that is looked back at, as the address names it; null for the one in hand.</summary>
    public string? Plan { get; init; }

    /// <summary>What the reader has just done, to be confirmed at the top; null otherwise.</summary>
    public string? Done { get; init; }

    /// <summary>The front page: Overblik, or for those who belong to no cluster the first page that is theirs.</summary>
    public Crumb Home =>
        Caller is { Memberships.Count: 0 } && MainMenu.For(this).FirstOrDefault() is { Path: { } path, Text: var text } ? new(Texts[text], path) : new(Texts["Menu.Overview"], "/");

    /// <summary>A link within the service that keeps the chosen cluster and language; and the chosen plan, to pages that show a plan.</summary>
    public string Link(string path)
    {
        if (Plan is { } plan && ShowsPlan(path)) path = With(path, QueryNames.Plan, plan);
        if (Cluster.Exists && Clusters.Count > 0 && Clusters[0].Id != Cluster.Id) path = With(path, QueryNames.Cluster, Cluster.Id);
        return Texts.Language == (Me?.Language ?? "da") ? path : With(path, QueryNames.Language, Texts.Language);
    }

    /// <summary>The same, away from an earlier plan.</summary>
    public string LinkNow(string path) => (this with { Plan = null }).Link(path);

    private static bool ShowsPlan(string path) => path is "/" || path.StartsWith("/?", StringComparison.Ordinal) || path.StartsWith("/indsatser/", StringComparison.Ordinal);

    private static string With(string path, string name, string value)
    {
        // What stands behind # is a place on the page, and must stay last.
        var place = path.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? path[at..] : "";
        path = path[..^place.Length];
        return $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}{place}";
    }
}

public sealed record ClusterChoice(string Id, string Name);

public sealed record Crumb(string Text, string Path);

/// <summary>The names of the choices that stand in addresses; Danish, because people read and share them.</summary>
public static class QueryNames
{
    public const string Cluster = "klynge";
    public const string Language = "sprog";
    public const string AsOf = "pr";

    /// <summary>An earlier action plan, to look back at.</summary>
    public const string Plan = "plan";
    public const string Light = "lys";
    public const string Area = "omraade";
    public const string Owner = "ejer";

    /// <summary>What the reader has just done; names a text.</summary>
    public const string Done = "done";
}
