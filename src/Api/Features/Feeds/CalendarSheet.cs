using System.Globalization;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Tasks;
using Initiatives.Domain;
using CalendarEvent = Ical.Net.CalendarComponents.CalendarEvent;
using Meeting = Initiatives.Domain.Meeting;

namespace Initiatives.Api.Features.Feeds;

/// <summary>
/// Meetings and deadlines as iCalendar (RFC 5545). A meeting keeps its UID for life: moved it comes again with a higher SEQUENCE,
/// cancelled it stays with STATUS:CANCELLED, so that it goes from the calendars it is in. Hours are in UTC, and right in every zone.
/// </summary>
/// <param name="Link">An absolute address on the service's pages.</param>
internal sealed record CalendarSheet(Cluster Cluster, IReadOnlyDictionary<string, MeetingChanges> Changes, Texts Texts, Func<string, Uri> Link)
{
    public const string ContentType = "text/calendar; charset=utf-8";

    private static readonly string AskAgain = "PT1H";

    /// <param name="name">As the program that shows it calls it.</param>
    /// <param name="stamp">The last change of anything in it: equal facts give equal bytes.</param>
    public string Write(string name, IEnumerable<Meeting> meetings, IEnumerable<ToDo> tasks, DateTimeOffset stamp)
    {
        var calendar = new Ical.Net.Calendar { ProductId = $"-//Initiatives//{Cluster.Id}//{Texts.Language.ToUpperInvariant()}", Method = CalendarMethods.Publish };
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddProperty("NAME", name);
        calendar.AddProperty("X-PUBLISHED-TTL", AskAgain);
        foreach (var meeting in meetings) calendar.Events.Add(Event(meeting));
        foreach (var task in tasks) if (task.Due is { } due) calendar.Events.Add(Event(task, due, stamp));
        return new CalendarSerializer(calendar).SerializeToString() ?? "";
    }

    private CalendarEvent Event(Meeting meeting)
    {
        var changes = Changes[meeting.Id];
        var forum = Cluster.Forum(meeting.Forum)?.Name ?? meeting.Forum;
        var shown = new CalendarEvent
        {
            Uid = $"{meeting.Id}@{Cluster.Id}.initiatives",
            Sequence = changes.Sequence,
            DtStamp = Instant(changes.Changed),
            Created = Instant(changes.Made),
            LastModified = Instant(changes.Changed),
            Summary = Texts[meeting.IsCancelled ? "Feed.MeetingCancelled" : meeting.Extraordinary ? "Feed.MeetingExtraordinary" : "Feed.Meeting", forum],
            Location = meeting.Place,
            Status = meeting.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Transparency = meeting.IsCancelled ? TransparencyType.Transparent : TransparencyType.Opaque,
            Url = Link($"/moeder/{meeting.Id}"),
            Description = string.Join('\n', About(meeting)),
        };
        (shown.Start, shown.End) = meeting.Start is { } start
            ? (At(meeting.On, start), meeting.End is { } end && end > start ? At(meeting.On, end) : null)
            : (Day(meeting.On), Day(meeting.On.AddDays(1)));
        return shown;
    }

    private IEnumerable<string> About(Meeting meeting)
    {
        if (meeting.Cancelled is { } why) yield return why;
        if (meeting.MovedFrom is { } from) yield return Texts["Feed.MovedFrom", Texts.Say.LongDate(from)];
        yield return Link($"/moeder/{meeting.Id}").AbsoluteUri;
    }

    private CalendarEvent Event(ToDo task, DateOnly due, DateTimeOffset stamp) => new()
    {
        // The day is part of it: the next round's deadline is another one, and the one that is over stays where it was.
        Uid = string.Create(CultureInfo.InvariantCulture, $"{task.Kind}.{task.Initiative}.{task.Detail}.{due:yyyy-MM-dd}@{Cluster.Id}.initiatives").Replace(' ', '-'),
        Sequence = 0,
        DtStamp = Instant(stamp),
        Summary = Texts["Feed.Deadline", Texts[$"Task.{task.Kind}", task.Initiative ?? 0, task.Detail ?? "", task.On is { } on ? Texts.Say.LongDate(on) : ""]],
        Status = EventStatus.Confirmed,
        Transparency = TransparencyType.Transparent,
        Start = Day(due),
        End = Day(due.AddDays(1)),
        Url = Link(task.Path),
        Description = Link(task.Path).AbsoluteUri,
    };

    private CalDateTime At(DateOnly day, TimeOnly time) => Instant(LocalInstant.At(day, time, Cluster.TimeZone));

    private static CalDateTime Instant(DateTimeOffset at) => new(at.UtcDateTime, CalDateTime.UtcTzId);

    private static CalDateTime Day(DateOnly day) => new(day);
}
