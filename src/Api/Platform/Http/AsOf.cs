using System.Globalization;
using System.Reflection;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Platform.Http;

/// <summary><c>?asOf=</c>: how it stood at the end of a day, or at an instant. Without it: now.</summary>
internal sealed record AsOf(DateOnly? Day, DateTimeOffset? Instant)
{
    public bool IsNow => Day is null && Instant is null;

    /// <summary>The cluster's record as it stood then; null when there was no such cluster.</summary>
    public async Task<ClusterRecord?> RecordAsync(ClusterReader records, string cluster, CancellationToken cancellation)
    {
        if (Day is not { } day) return await records.ReadAsync(cluster, Instant, cancellation);
        // Which instant a day ends at is known once the cluster's time zone is.
        var zone = await records.TimeZoneAsync(cluster, cancellation);
        return zone is null ? null : await records.ReadAsync(cluster, Clock.EndOf(day, zone), cancellation);
    }

    /// <summary>The day to judge by.</summary>
    public DateOnly On(DateTimeOffset now, string timeZone) => Day ?? Clock.Day(Instant ?? now, timeZone);

    public static ValueTask<AsOf> BindAsync(HttpContext context, ParameterInfo _)
    {
        var text = context.Request.Query["asOf"].ToString();
        if (text.Length == 0) return new(new AsOf(null, null));
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            // A day ahead of UTC is the widest any zone is.
            if (day > DateOnly.FromDateTime(now.UtcDateTime).AddDays(1)) throw new RequestFault(StatusCodes.Status400BadRequest, Faults.AsOfBeyond);
            return new(new AsOf(day, null));
        }
        // An instant without an offset would mean one thing to the sender and another to us.
        string[] forms = ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];
        if (!(text.EndsWith('Z') || text.LastIndexOfAny(['+', '-', ' ']) > 10)
            || !DateTimeOffset.TryParseExact(text.Replace(' ', '+'), forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            throw new RequestFault(StatusCodes.Status400BadRequest, Faults.AsOfMalformed);
        if (instant > now) throw new RequestFault(StatusCodes.Status400BadRequest, Faults.AsOfBeyond);
        return new(new AsOf(null, instant.ToUniversalTime()));
    }
}
