using Initiatives.Domain;
using Initiatives.Reporting;

namespace Initiatives.Api.Mail;

/// <summary>
/// What a mail says, before it is set: short enough to be read on a phone, with one thing to do. <see cref="LetterPress"/> sets it as
/// HTML and as plain text; the two say the same.
/// </summary>
/// <param name="Language"><c>da</c> or <c>en</c>.</param>
/// <param name="Sender">Who writes, above the heading: the cluster's name, or the service's.</param>
/// <param name="Subject">Says what to do, on one line; also the heading.</param>
/// <param name="Why">Why the reader gets it, at the foot.</param>
public sealed record Letter(string Language, string Sender, string Subject, string Why)
{
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    /// <summary>The first is what to do; the others stand back.</summary>
    public IReadOnlyList<LetterButton> Buttons { get; init; } = [];

    /// <summary>Several things to do, each with buttons of its own.</summary>
    public IReadOnlyList<LetterTask> Tasks { get; init; } = [];

    public IReadOnlyList<LetterChange> Changes { get; init; } = [];

    /// <summary>What is asked of the reader, point by point.</summary>
    public LetterPoints? Points { get; init; }

    public LetterLights? Lights { get; init; }

    /// <summary>What must be said and need not be read.</summary>
    public IReadOnlyList<string> SmallPrint { get; init; } = [];

    /// <summary>Where mail of this kind is ended; null for what is a duty.</summary>
    public LetterButton? Unsubscribe { get; init; }

    /// <summary>A text that people typed, fit for a subject: line breaks and other control characters become single spaces.</summary>
    public static string OneLine(string typed) =>
        string.Join(' ', string.Concat(typed.Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

/// <param name="Text">What pressing it does: "Skriv status".</param>
/// <param name="Target">
/// Opens a page and changes nothing by itself: mail filters follow every link before the reader does. What it does is done by a
/// press on that page.
/// </param>
public sealed record LetterButton(string Text, Uri Target);

/// <summary>One of several things to do.</summary>
/// <param name="Heading">"10. Systematisk indsats ...".</param>
/// <param name="Now">How it stands; null when nothing can be said.</param>
/// <param name="Buttons">The first is what to do; the others stand back.</param>
public sealed record LetterTask(string Heading, LetterLight? Now, IReadOnlyList<LetterButton> Buttons);

/// <summary>What was and what is.</summary>
/// <param name="Heading">Null where the subject says it.</param>
/// <param name="Rows">What, as it was (null when it was not), and as it is.</param>
public sealed record LetterChange(string? Heading, IReadOnlyList<(string What, string? Before, string Now)> Rows, IReadOnlyList<string> Paragraphs);

/// <param name="Lead">Begins the sentence that each item ends: "Det indstilles, at Chefforum".</param>
public sealed record LetterPoints(string Lead, IReadOnlyList<string> Items);

/// <summary>Lights as a table that is read with images blocked, in grey and aloud.</summary>
public sealed record LetterLights(string Caption, IReadOnlyList<LetterLight> Rows)
{
    /// <summary>The meetings before, oldest first; every row has a light, or none, for each.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];
}

/// <param name="Note">What must be said with the light, e.g. "siden 30. aug."; null for nothing.</param>
/// <param name="Target">Where one reads more; null when the title is no link.</param>
public sealed record LetterLight(int Number, string Title, BoardState State, string? Note = null, Uri? Target = null)
{
    /// <summary>One for each of <see cref="LetterLights.Before"/>; null where there was nothing to show a light of.</summary>
    public IReadOnlyList<BoardState?> Before { get; init; } = [];
}

/// <summary>A letter as it will be sent.</summary>
public sealed record SetLetter(string Language, string Subject, string Html, string Plain);

/// <summary>Sets letters. One per service, for any number of threads.</summary>
internal sealed class LetterPress(Typesetter typesetter)
{
    public async Task<SetLetter> SetAsync(Letter letter) =>
        new(letter.Language, letter.Subject, await typesetter.Set<MailPage>(letter), PlainLetter.Of(letter));
}
