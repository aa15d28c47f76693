using System.Globalization;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Packs;

/// <summary>What a pack is made for: a forum's meeting, or a month.</summary>
/// <param name="Name">Meeting id, or forum and month (<c>direktoerforum-2023-11</c>); names the pack's stream.</param>
/// <param name="Meeting">Meeting id; null for a month.</param>
/// <param name="On">The meeting's day, or the first day of the month.</param>
public sealed record Occasion(string Name, string Forum, string? Meeting, DateOnly On)
{
    public static Occasion Of(Meeting meeting) => new(meeting.Id, meeting.Forum, meeting.Id, meeting.On);

    public static Occasion Month(string forum, DateOnly day) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{forum}-{day:yyyy-MM}"), forum, null, new DateOnly(day.Year, day.Month, 1));
}
