namespace Initiatives.Api.Platform.Commands;

/// <summary>From instants to the days of a cluster: midnight in UTC is not midnight in Copenhagen.</summary>
public static class Clock
{
    /// <param name="timeZone">IANA name, as the cluster has it.</param>
    public static DateOnly Day(DateTimeOffset instant, string timeZone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).Date);

    /// <summary>The last instant of a day, for "pr. dato": everything that happened that day counts.</summary>
    public static DateTimeOffset EndOf(DateOnly day, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).AddTicks(-TimeSpan.TicksPerMicrosecond).ToUniversalTime();
    }
}
