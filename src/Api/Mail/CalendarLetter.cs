using System.Globalization;
using Initiatives.Api.Features.Shell;
using Initiatives.Domain;

namespace Initiatives.Api.Mail;

/// <summary>
/// Tells of meetings that were called, moved, arranged otherwise or called off: what was and what is, and what it means for the
/// reader. It comes with the seat or the initiative, and cannot be unsubscribed from.
/// </summary>
internal static class CalendarLetter
{
    public const string Kind = "calendar";

    /// <param name="Forum">Its name.</param>
    /// <param name="Reason">As somebody wrote it; null when none was given.</param>
    /// <param name="Owes">Numbers of the reader's initiatives whose status has another deadline, or none, for this.</param>
    public sealed record Item(MeetingNews News, string Forum, string? Reason, IReadOnlyList<int> Owes);

    /// <param name="cluster">Its name.</param>
    /// <param name="items">At least one.</param>
    /// <param name="open">Where the meeting, or all of them, stand.</param>
    public static Letter Of(string language, string cluster, IReadOnlyList<Item> items, Uri open)
    {
        var texts = Texts.In(language);
        var one = items.Count == 1;
        return new Letter(texts.Language, cluster, one ? Headline(texts, items[0]) : texts["Mail.Calendar.Many", items.Count], texts["Mail.Calendar.Why"])
        {
            Changes = [.. items.Select(i => new LetterChange(one ? null : Headline(texts, i), [.. Rows(texts, i.News)], [.. Said(texts, i)]))],
            Buttons = [new(texts[one ? "Mail.Calendar.OpenOne" : "Mail.Calendar.OpenMany"], open)],
        };
    }

    // Whoever must do something by another day hears that first.
    private static string Headline(Texts texts, Item item)
    {
        var (news, say) = (item.News, texts.Say);
        return (news.Change, item.Owes.Count > 0, news.DueNow) switch
        {
            (MeetingChange.Cancelled, true, _) => texts["Mail.Calendar.Cancelled.Owner", item.Forum, say.Weekday(news.Now.On)],
            (MeetingChange.Cancelled, _, _) => texts["Mail.Calendar.Cancelled", item.Forum, say.Weekday(news.Now.On)],
            (MeetingChange.Moved, true, { } due) => texts["Mail.Calendar.Moved.Owner", What(texts, item), say.Weekday(due), item.Forum],
            (MeetingChange.Moved, _, _) => texts["Mail.Calendar.Moved", item.Forum, say.Weekday(news.Before!.On), say.Weekday(news.Now.On)],
            (MeetingChange.Called, _, _) => texts["Mail.Calendar.Called", item.Forum, say.Weekday(news.Now.On)],
            _ => texts["Mail.Calendar.Arranged", item.Forum, say.Weekday(news.Now.On)],
        };
    }

    private static IEnumerable<(string What, string? Before, string Now)> Rows(Texts texts, MeetingNews news)
    {
        var (now, was) = (news.Now, news.Change is MeetingChange.Cancelled ? null : news.Before);
        yield return (texts["Mail.Calendar.Day"], was is null || was.On == now.On ? null : texts.Say.LongDate(was.On), texts.Say.LongDate(now.On));
        foreach (var (what, before, stands) in new[] { ("Mail.Calendar.Hours", Hours(texts, was), Hours(texts, now)), ("Mail.Calendar.Place", was?.Place, now.Place) })
        {
            if (before is not null || stands is not null)
                yield return (texts[what], before == stands ? null : before, stands ?? texts["Mail.Calendar.NotSet"]);
        }
        if (news.DueBefore is { } due && news.DueBefore != news.DueNow)
            yield return (texts["Mail.Calendar.Due"], texts.Say.LongDate(due), news.DueNow is { } next ? texts.Say.LongDate(next) : texts["Mail.Calendar.NoDue"]);
    }

    private static IEnumerable<string> Said(Texts texts, Item item)
    {
        if (item.Reason is { } reason)
            yield return texts["Mail.Calendar.Reason", Letter.OneLine(reason)];
        if (item.News.Change is MeetingChange.Cancelled)
            yield return texts[item.News.Now.WrittenStatusInstead ? "Mail.Calendar.Written" : "Mail.Calendar.Nothing"];
        if (item.Owes.Count > 0)
            yield return item.News.DueNow is { } due ? texts["Mail.Calendar.NewDue", What(texts, item), texts.Say.Weekday(due)] : texts["Mail.Calendar.OwesNothing", What(texts, item)];
    }

    private static string What(Texts texts, Item item) =>
        texts["Mail.Calendar.Initiative", texts.Say.List([.. item.Owes.Order().Select(n => n.ToString(CultureInfo.InvariantCulture))])];

    private static string? Hours(Texts texts, Meeting? meeting) =>
        meeting?.Start is not { } start ? null : texts.Say.Clock(start) + (meeting.End is { } end ? $"-{texts.Say.Clock(end)}" : "");
}
