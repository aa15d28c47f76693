namespace Initiatives.Domain;

/// <summary>
/// From a local day and hour to the instant and back, over both changes of daylight saving time, so that a job of the
/// 06:00 kind runs once on each of them. The rules come from the machine's IANA time zone data.
/// </summary>
public static class LocalInstant
{
    /// <summary>
    /// The instant, in UTC. An hour that the clocks jump over (last Sunday of March, 02:30) gives the instant they jump
    /// to (03:00 local); an hour that comes twice (last Sunday of October, 02:30) gives the first of the two.
    /// </summary>
    /// <param name="timeZone">IANA name, e.g. <c>Europe/Copenhagen</c>.</param>
    /// <exception cref="TimeZoneNotFoundException">The machine knows no such zone; registering a cluster refuses one.</exception>
    public static DateTimeOffset At(DateOnly day, TimeOnly time, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local))
            local = EndOfGap(zone, local);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <param name="hour">0 to 23, local.</param>
    public static DateTimeOffset At(DateOnly day, int hour, string timeZone) => At(day, new TimeOnly(hour, 0), timeZone);

    /// <summary>The local day of an instant: 22:30 UTC in July is already tomorrow in Copenhagen.</summary>
    public static DateOnly Day(DateTimeOffset instant, string timeZone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime);

    // Gaps begin and end on whole minutes and last an hour or less, except where a country changed zone altogether.
    private static DateTime EndOfGap(TimeZoneInfo zone, DateTime local)
    {
        local = new DateTime(local.Year, local.Month, local.Day, local.Hour, local.Minute, 0, local.Kind);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        return local;
    }
}
