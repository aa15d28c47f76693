using System.Text.RegularExpressions;

namespace Initiatives.Api.Features.Shell.Forms;

/// <summary>What became of a stretch of words from one text to another.</summary>
public enum WordChange
{
    Kept,
    Removed,
    Added,
}

public sealed record Stretch(WordChange Change, string Text);

/// <summary>
/// The difference between two texts, word by word: the longest common run of words is kept, the rest was removed or added. Texts
/// of many pages, which no form of ours takes, are shown as one removed and one added.
/// </summary>
public static partial class Difference
{
    // Words x words cells of a table: 4 million is two texts of 2,000 words, and some 10 ms.
    private const int MostCells = 4_000_000;

    public static IReadOnlyList<Stretch> Between(string before, string after)
    {
        string[] old = Split(before), now = Split(after);
        var start = 0;
        while (start < old.Length && start < now.Length && old[start] == now[start]) start++;
        var end = 0;
        while (end < old.Length - start && end < now.Length - start && old[^(end + 1)] == now[^(end + 1)]) end++;

        var stretches = new List<Stretch>();
        Add(stretches, WordChange.Kept, old[..start]);
        Middle(stretches, old[start..^end], now[start..^end]);
        Add(stretches, WordChange.Kept, old[^end..]);
        return stretches;
    }

    private static void Middle(List<Stretch> stretches, string[] old, string[] now)
    {
        if ((long)old.Length * now.Length > MostCells)
        {
            Add(stretches, WordChange.Removed, old);
            Add(stretches, WordChange.Added, now);
            return;
        }

        // common[i, j]: words in common from old[i] and now[j] on.
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var (at, to) = (0, 0);
        while (at < old.Length || to < now.Length)
        {
            if (at < old.Length && to < now.Length && old[at] == now[to])
            {
                Add(stretches, WordChange.Kept, [old[at++]]);
                to++;
            }
            else if (to == now.Length || (at < old.Length && common[at + 1, to] >= common[at, to + 1]))
            {
                Add(stretches, WordChange.Removed, [old[at++]]);
            }
            else
            {
                Add(stretches, WordChange.Added, [now[to++]]);
            }
        }
    }

    private static void Add(List<Stretch> stretches, WordChange change, string[] words)
    {
        if (words.Length == 0) return;
        var text = string.Concat(words);
        if (stretches is [.., { } last] && last.Change == change) stretches[^1] = last with { Text = last.Text + text };
        else stretches.Add(new(change, text));
    }

    // Each word with the blanks behind it, so that nothing is lost when they are put together again.
    private static string[] Split(string text) => [.. Words().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\S+\s*|\s+")]
    private static partial Regex Words();
}
