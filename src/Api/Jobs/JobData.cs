using System.Globalization;
using Initiatives.Api.Features.Packs;
using Quartz;

namespace Initiatives.Api.Jobs;

/// <summary>What a trigger tells its job: names and a day, as text, so that psql reads them and another version does too.</summary>
internal static class JobData
{
    private const string Cluster = "cluster", Forum = "forum", Occasion = "occasion", Meeting = "meeting", On = "on", Pack = "pack", Due = "due";

    public static JobDataMap Write(string cluster, WantedJob job)
    {
        var map = new JobDataMap
        {
            [Cluster] = cluster,
            [Forum] = job.Occasion.Forum,
            [Occasion] = job.Occasion.Name,
            [On] = job.Occasion.On.ToString("O", CultureInfo.InvariantCulture),
            [Due] = job.At.ToString("O", CultureInfo.InvariantCulture),
        };
        if (job.Occasion.Meeting is { } meeting)
            map[Meeting] = meeting;
        if (job.Pack is { } pack)
            map[Pack] = pack;
        return map;
    }

    /// <summary>The same, due at another instant; in whole seconds, as editions are issued.</summary>
    public static JobDataMap DueAt(JobDataMap data, DateTimeOffset due)
    {
        var second = new DateTimeOffset(due.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
        var map = new JobDataMap();
        foreach (var (name, value) in data)
            map[name] = value;
        map[Due] = second.ToString("O", CultureInfo.InvariantCulture);
        return map;
    }

    public static (string Cluster, Occasion Occasion, string? Pack, DateTimeOffset Due) Read(IJobExecutionContext context)
    {
        var map = context.MergedJobDataMap;
        var occasion = new Occasion(
            map.GetString(Occasion)!, map.GetString(Forum)!, map.GetString(Meeting),
            DateOnly.ParseExact(map.GetString(On)!, "O", CultureInfo.InvariantCulture));
        return (map.GetString(Cluster)!, occasion, map.GetString(Pack), DateTimeOffset.ParseExact(map.GetString(Due)!, "O", CultureInfo.InvariantCulture));
    }
}
