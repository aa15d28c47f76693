using System.ComponentModel;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Clusters;

/// <summary>A cluster's configuration and calendar as they were found.</summary>
/// <param name="Day">The day asked about.</param>
internal sealed record ClusterSeen(Cluster Cluster, Calendar Calendar, DateOnly Day);

/// <summary>Reads a cluster's configuration or its calendar, now or as of, and answers with the part that a route shows.</summary>
internal sealed record ClusterQuery(
    [property: Description("Cluster id, e.g. nordjylland-midt.")] string Cluster,
    AsOf AsOf,
    Loading Loading,
    ClusterReader Records,
    TimeProvider Time,
    HttpContext Http)
{
    /// <summary>A part of the configuration; the tag is the configuration's version.</summary>
    public Task<IResult> ShowAsync<T>(Func<ClusterSeen, T?> view, string missing = Streams.Cluster)
        where T : class => ShowAsync(view, missing, loaded => ETags.Of(loaded.ClusterVersion));

    /// <summary>A part of the calendar; the tag is the calendar's version, the configuration's beside it.</summary>
    public Task<IResult> ShowCalendarAsync<T>(Func<ClusterSeen, T?> view, string missing = Streams.Calendar)
        where T : class => ShowAsync(view, missing, loaded => ETags.Of(loaded.CalendarVersion, FormattableString.Invariant($"{loaded.ClusterVersion}")));

    private async Task<IResult> ShowAsync<T>(Func<ClusterSeen, T?> view, string missing, Func<Loaded, string> tag)
        where T : class
    {
        var now = Time.GetUtcNow();
        ClusterSeen seen;
        if (AsOf.IsNow)
        {
            var loaded = await Loading.LoadAsync(new(Cluster, "", now), [], Http.RequestAborted);
            if (!loaded.Cluster.Exists) return Missing(Streams.Cluster);
            if (ETags.IsKnown(Http, tag(loaded))) return Results.StatusCode(StatusCodes.Status304NotModified);
            seen = new(loaded.Cluster, loaded.Calendar, Clock.Day(now, loaded.Cluster.TimeZone));
        }
        else
        {
            if (await AsOf.RecordAsync(Records, Cluster, Http.RequestAborted) is not { } record) return Missing(Streams.Cluster);
            seen = new(record.Cluster, record.Calendar, AsOf.On(now, record.Cluster.TimeZone));
        }
        return view(seen) is { } found ? Results.Ok(found) : Missing(missing);
    }

    private IResult Missing(string what) => Problems.Result(Http, StatusCodes.Status404NotFound, Faults.Missing(what));
}
