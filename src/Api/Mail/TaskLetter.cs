using Initiatives.Api.Features.Shell;

namespace Initiatives.Api.Mail;

/// <summary>When somebody is asked for a status, which decides what the letter says of the deadline.</summary>
internal enum Asking
{
    /// <summary>The round has opened.</summary>
    Opened,

    /// <summary>It has been asked for before and is still missing.</summary>
    Reminder,

    /// <summary>The same, on the due day itself.</summary>
    LastDay,

    /// <summary>The due day is over.</summary>
    Late,
}

/// <summary>
/// Asks whoever answers for initiatives for their status in one round: one letter, however many initiatives. A duty: it cannot be
/// unsubscribed from.
/// </summary>
internal static class TaskLetter
{
    public const string Kind = "task";

    /// <param name="Cluster">Its name.</param>
    /// <param name="Forum">Name of the forum whose meeting the statuses are for.</param>
    /// <param name="Due">The last day, which is not late.</param>
    public sealed record Round(string Cluster, string Forum, DateOnly Meeting, DateOnly Due, Asking Asking)
    {
        /// <summary>Others have been asked for one of these as well: owner, project lead, a deputy.</summary>
        public bool Shared { get; init; }
    }

    /// <param name="Write">Signs the person in for this task alone and opens the form.</param>
    /// <param name="Unchanged">Opens the page where one press confirms the last status; null when that is not allowed.</param>
    public sealed record Task(int Number, string Title, Uri Write, Uri? Unchanged)
    {
        /// <summary>What the board shows now; null before the first status.</summary>
        public LetterLight? Now { get; init; }
    }

    /// <param name="tasks">At least one.</param>
    public static Letter Of(string language, Round round, IReadOnlyList<Task> tasks)
    {
        var texts = Texts.In(language);
        var one = tasks.Count == 1 ? tasks[0] : null;
        var what = one is null ? texts["Mail.Task.Many", tasks.Count] : texts["Mail.Task.One", one.Number];
        var letter = new Letter(texts.Language, round.Cluster, texts[$"Mail.Task.{round.Asking}", what, texts.Say.Weekday(round.Due)], texts["Mail.Task.Why", what])
        {
            Paragraphs =
            [
                $"{About(texts, round, tasks, one)} {texts[$"Mail.Task.Deadline.{round.Asking}", texts.Say.Weekday(round.Due)]}",
                .. tasks.All(t => t.Unchanged is null) ? Array.Empty<string>() : [texts[one is null ? "Mail.Task.SomeMayBeUnchanged" : "Mail.Task.MayBeUnchanged"]],
            ],
            SmallPrint = [.. round.Shared ? new[] { texts["Mail.Task.Shared"] } : [], texts[one is null ? "Mail.Task.Link" : "Mail.Task.LinkOne"]],
        };
        return one is not null
            ? letter with { Lights = one.Now is { } now ? new(texts["Mail.Task.Now"], [now]) : null, Buttons = Buttons(texts, one) }
            : letter with { Tasks = [.. tasks.Select(t => new LetterTask($"{t.Number}. {Letter.OneLine(t.Title)}", t.Now, Buttons(texts, t)))] };
    }

    private static string About(Texts texts, Round round, IReadOnlyList<Task> tasks, Task? one) => one is not null
        ? texts["Mail.Task.About", one.Number, Letter.OneLine(one.Title), round.Forum, texts.Say.Weekday(round.Meeting)]
        : texts["Mail.Task.AboutMany", tasks.Count, round.Forum, texts.Say.Weekday(round.Meeting)];

    private static LetterButton[] Buttons(Texts texts, Task task)
    {
        var write = new LetterButton(texts["Mail.Task.Write"], task.Write);
        return task.Unchanged is { } unchanged ? [new(texts["Mail.Task.Unchanged"], unchanged), write] : [write];
    }
}
