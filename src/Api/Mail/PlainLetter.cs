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
        blocks.AddRange(letter.Buttons.Select(b => $"{b.Text}:\n{b.Target.AbsoluteUri}"));
        if (letter.Lights is { } lights)
            blocks.Add(Table(lights, texts));
        blocks.AddRange(letter.SmallPrint);
        // The line that mail programs know a signature by.
        blocks.Add($"-- \n{letter.Why}{(letter.Unsubscribe is { } end ? $"\n{end.Text}: {end.Target.AbsoluteUri}" : "")}");
        return string.Join("\n\n", blocks) + "\n";
    }

    private static string Table(LetterLights lights, Texts texts)
    {
        var table = new StringBuilder(lights.Caption);
        foreach (var row in lights.Rows)
        {
            var note = row.Note is { } said ? $" ({said})" : "";
            table.Append($"\n{row.Number,3}  {Mark.Of(row.State).Glyph} {texts[$"State.{row.State}"]}{note}: {row.Title}");
            if (row.Target is { } more)
                table.Append($"\n     {more.AbsoluteUri}");
        }
        return table.ToString();
    }
}
