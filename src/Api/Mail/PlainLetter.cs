using System.Text;
using Initiatives.Api.Features.Shell;
using Initiatives.Reporting.Marks;

namespace Initiatives.Api.Mail;

/// <summary>A letter as plain text: the same words in the same order, with each address on a line of its own.</summary>
internal static class PlainLetter
{
    public static string Of(Letter letter)
    {
        var texts = Texts.In(letter.Language);
        var blocks = new List<string> { $"{letter.Sender}\n{letter.Subject}\n{new string('=', Math.Min(letter.Subject.Length, 72))}" };
        blocks.AddRange(letter.Paragraphs);
        blocks.AddRange(letter.Changes.Select(c => string.Join('\n', [.. c.Heading is { } heading ? new[] { heading } : [], .. c.Rows.Select(Row), .. c.Paragraphs])));
        if (letter.Points is { } points)
            blocks.Add(string.Join('\n', points.Items.Select((item, n) => $"{n + 1,2}. {item}").Prepend($"{points.Lead}")));
        blocks.AddRange(letter.Buttons.Select(b => $"{b.Text}:\n{b.Target.AbsoluteUri}"));
        blocks.AddRange(letter.Tasks.Select(t => Task(t, texts)));
        if (letter.Lights is { } lights)
            blocks.Add(Table(lights, texts));
        blocks.AddRange(letter.SmallPrint);
        // The line that mail programs know a signature by.
        blocks.Add($"-- \n{letter.Why}{(letter.Unsubscribe is { } end ? $"\n{end.Text}: {end.Target.AbsoluteUri}" : "")}");
        return string.Join("\n\n", blocks) + "\n";
    }

    private static string Row((string What, string? Before, string Now) row) =>
        $"{row.What}: {(row.Before is { } before ? $"{before} -> " : "")}{row.Now}";

    private static string Task(LetterTask task, Texts texts)
    {
        var block = new StringBuilder(task.Heading);
        if (task.Now is { } now)
            block.Append($"\n{texts["Mail.Task.Now"]}: {Light(now, texts)}");
        foreach (var button in task.Buttons)
            block.Append($"\n{button.Text}:\n{button.Target.AbsoluteUri}");
        return block.ToString();
    }

    private static string Light(LetterLight light, Texts texts) =>
        $"{Mark.Of(light.State).Glyph} {texts[$"State.{light.State}"]}{(light.Note is { } said ? $" ({said})" : "")}";

    private static string Table(LetterLights lights, Texts texts)
    {
        var table = new StringBuilder(lights.Caption);
        if (lights.Before.Count > 0)
            table.Append($"\n({string.Join(", ", lights.Before)}, {texts["Mail.Lights.Now"]})");
        foreach (var row in lights.Rows)
        {
            var before = string.Concat(row.Before.Select(s => s is { } state ? $"{Mark.Of(state).Glyph} " : "  "));
            table.Append($"\n{row.Number,3}  {before}{Light(row, texts)}: {row.Title}");
            if (row.Target is { } more)
                table.Append($"\n     {more.AbsoluteUri}");
        }
        return table.ToString();
    }
}
