using Initiatives.Api.Features.Shell;
using Initiatives.Domain;

namespace Initiatives.Api.Mail;

/// <summary>Asks an owner for the status of one initiative in one round. A duty: it cannot be unsubscribed from.</summary>
internal static class TaskLetter
{
    public const string Kind = "task";

    /// <param name="Cluster">Its name.</param>
    /// <param name="Forum">Name of the forum whose meeting the status is for.</param>
    /// <param name="Due">The last day, which is not late.</param>
    /// <param name="Write">Signs the person in for this task alone and opens the form.</param>
    /// <param name="Unchanged">Opens the page where one press confirms the last status; null when that is not allowed.</param>
    public sealed record Task(string Cluster, int Number, string Title, string Forum, DateOnly Meeting, DateOnly Due, Uri Write, Uri? Unchanged)
    {
        /// <summary>What the board shows now; null before the first status.</summary>
        public LetterLight? Now { get; init; }

        /// <summary>It has been asked for before and is still missing.</summary>
        public bool Reminder { get; init; }
    }

    public static Letter Of(string language, Task task)
    {
        var texts = Texts.In(language);
        var write = new LetterButton(texts["Mail.Task.Write"], task.Write);
        // A round is never so long that the year is in doubt.
        var due = texts.Say.Weekday(task.Due);
        return new Letter(texts.Language, task.Cluster, texts[task.Reminder ? "Mail.Task.Reminder" : "Mail.Task.Subject", task.Number, due], texts["Mail.Task.Why", task.Number])
        {
            Paragraphs =
            [
                texts["Mail.Task.About", task.Number, Letter.OneLine(task.Title), task.Forum, texts.Say.Weekday(task.Meeting), due],
                .. task.Unchanged is null ? Array.Empty<string>() : [texts["Mail.Task.MayBeUnchanged"]],
            ],
            Lights = task.Now is { } now ? new(texts["Mail.Task.Now"], [now]) : null,
            Buttons = task.Unchanged is { } unchanged ? [new(texts["Mail.Task.Unchanged"], unchanged), write] : [write],
            SmallPrint = [texts["Mail.Task.Link"]],
        };
    }
}
