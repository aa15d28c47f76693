using System.Security.Cryptography;
using System.Text;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Tasks;
using Initiatives.Api.Mail;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;
using Initiatives.Domain;
using Initiatives.EventStore;

namespace Initiatives.Api.Features.Feeds;

/// <summary>A member's own calendar, or a forum's, as of now.</summary>
internal sealed class CalendarFeed(StandingReader standings, TaskReader tasks, EventLog log, PublicAddress address, TimeProvider time)
{
    /// <summary>Meetings of the forums where the member sits, or, for who sits in none, of all; and what the member must do, by the day it is due.</summary>
    public Task<IResult> OwnAsync(Membership me, HttpContext http) => ShowAsync(me, http, async standing =>
    {
        var texts = Texts.In(me.Language);
        var today = Clock.Day(time.GetUtcNow(), standing.Cluster.TimeZone);
        var seats = me.Roles.Where(r => r.Forum is not null && r.For is null).Select(r => r.Forum).ToHashSet(StringComparer.Ordinal);
        return (texts["Feed.Own", standing.Cluster.Name], standing.Calendar.Meetings.Where(m => seats.Count == 0 || seats.Contains(m.Forum)), await tasks.ReadAsync(standing, me, today, http.RequestAborted));
    });

    public Task<IResult> ForumAsync(Membership me, string forum, HttpContext http) => ShowAsync(me, http, standing =>
        Task.FromResult<(string, IEnumerable<Meeting>, IReadOnlyList<ToDo>)?>(standing.Cluster.Forum(forum) is { } found
            ? (Texts.In(me.Language)["Feed.Forum", found.Name, standing.Cluster.Name], standing.Calendar.Meetings.Where(m => m.Forum == forum), [])
            : null));

    private async Task<IResult> ShowAsync(Membership me, HttpContext http, Func<Standing, Task<(string Name, IEnumerable<Meeting> Meetings, IReadOnlyList<ToDo> Tasks)?>> choose)
    {
        if (await standings.ReadAsync(me.Cluster, null, http.RequestAborted) is not { } standing || await choose(standing) is not var (name, meetings, due))
            return Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing("calendar"));
        var facts = await log.ReadStreamAsync(me.Cluster, Streams.Calendar, cancellation: http.RequestAborted);
        var sheet = new CalendarSheet(standing.Cluster, MeetingChanges.Of(facts), Texts.In(me.Language), path => address.Of($"{path}{(path.Contains('?') ? '&' : '?')}{QueryNames.Cluster}={Uri.EscapeDataString(me.Cluster)}"));
        var stamp = facts.Count > 0 ? facts[^1].Timestamp : DateTimeOffset.UnixEpoch;
        var text = sheet.Write(name, meetings, due, stamp);

        // By what it says: tasks come and go with facts of many streams, and with the days.
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32]}\"";
        http.Response.Headers.CacheControl = "private, no-cache";
        return ETags.IsKnown(http, tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Text(text, CalendarSheet.ContentType, Encoding.UTF8);
    }
}
