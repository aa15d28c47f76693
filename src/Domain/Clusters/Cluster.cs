using System.Text.Json.Serialization;

namespace Initiatives.Domain;

/// <summary>A cluster as later decisions need it. Forums stand in the order of configuration, or the one last said: that is the chain's order.</summary>
public sealed record Cluster(
    string Id,
    string Name,
    string? Region,
    string Language,
    string TimeZone,
    bool ExampleData,
    IReadOnlyList<Organisation> Organisations,
    IReadOnlyList<Forum> Forums,
    IReadOnlyList<DistributionSet> Distribution,
    Tolerances Tolerances)
{
    /// <summary>Before it is registered.</summary>
    public static Cluster None { get; } =
        new("", "", null, "da", "Europe/Copenhagen", false, [], [], [], Tolerances.Default);

    /// <summary>National readers may see it: it has said yes.</summary>
    public bool NationalReading { get; init; }

    /// <summary>What comes back on the forums' agendas every year, in the order it was first set.</summary>
    public IReadOnlyList<WheelPoint> Wheel { get; init; } = [];

    [JsonIgnore]
    public bool Exists => Id.Length > 0;

    /// <summary>The forums that approve confirmations, in order (Midt: Chefforum, then Direktørforum; Syd: SSFSN alone).</summary>
    [JsonIgnore]
    public IEnumerable<Forum> ApprovalChain => Forums.Where(f => f.Has(ForumDuty.ApproveConfirmation));

    /// <summary>The forum that mends deviations; null while none is configured.</summary>
    [JsonIgnore]
    public Forum? ManagingForum => Forums.FirstOrDefault(f => f.Has(ForumDuty.ManageDeviations));

    public Forum? Forum(string id) => Forums.FirstOrDefault(f => f.Id == id);

    public bool HasOrganisation(string id) => Organisations.Any(o => o.Id == id);

    public static Cluster Evolve(Cluster cluster, ClusterEvent @event) => @event switch
    {
        ClusterRegistered e => cluster with { Id = e.Id, Name = e.Name, Region = e.Region, Language = e.Language, TimeZone = e.TimeZone, ExampleData = e.ExampleData },
        ClusterRenamed e => cluster with { Name = e.Name, Region = e.Region },
        OrganisationRecorded e => cluster with { Organisations = Replace(cluster.Organisations, new Organisation(e.Id, e.Name, e.Kind), o => o.Id) },
        ForumConfigured e => cluster with { Forums = Replace(cluster.Forums, new Forum(e.Id, e.Name, e.Duties, e.EscalatesTo, cluster.Forum(e.Id)?.Rhythm ?? Rhythm.Default), f => f.Id) },
        // One that was configured since, if there ever is, stands last.
        ForumsOrdered e => cluster with { Forums = [.. cluster.Forums.OrderBy(f => e.Forums.Contains(f.Id) ? e.Forums.ToList().IndexOf(f.Id) : int.MaxValue)] },
        RhythmSet e => cluster with { Forums = [.. cluster.Forums.Select(f => f.Id == e.Forum ? f with { Rhythm = e.Rhythm } : f)] },
        DistributionSet e => cluster with { Distribution = Replace(cluster.Distribution, e, d => d.MinutesOf) },
        NationalReadingSet e => cluster with { NationalReading = e.Allowed },
        WheelPointSet e => cluster with { Wheel = Replace(cluster.Wheel, e.Point, p => p.Id) },
        WheelPointRemoved e => cluster with { Wheel = [.. cluster.Wheel.Where(p => p.Id != e.Id)] },
        TolerancesSet e => cluster with { Tolerances = e.Tolerances },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} has no fold in Cluster."),
    };

    private static List<T> Replace<T>(IReadOnlyList<T> list, T item, Func<T, string> key)
    {
        var copy = list.ToList();
        var at = copy.FindIndex(i => key(i) == key(item));
        if (at < 0)
            copy.Add(item);
        else
            copy[at] = item;
        return copy;
    }
}

public sealed record Organisation(string Id, string Name, string Kind);

public sealed record Forum(string Id, string Name, IReadOnlyList<ForumDuty> Duties, string? EscalatesTo, Rhythm Rhythm)
{
    public bool Has(ForumDuty duty) => Duties.Contains(duty);
}
