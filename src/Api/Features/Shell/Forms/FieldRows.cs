using System.Globalization;

namespace Initiatives.Api.Features.Shell.Forms;

/// <summary>
/// Rows of the same fields, as many as the writer wants, without script: a field of a row is named <c>milestones[2].due</c>, and
/// adding or removing one is a button that sends the form and gets it back with everything that was typed.
/// </summary>
public static class FieldRows
{
    // A list in the domain holds no more either.
    private const int Most = 100;

    /// <summary>How many rows stand in the form.</summary>
    public static int Count(Fields fields, string list) =>
        fields.Text.Keys.Select(name => At(name, list)).Append(-1).Max() + 1;

    /// <summary>The beginning of the names in one row.</summary>
    public static string Row(string list, int at) => string.Create(CultureInfo.InvariantCulture, $"{list}[{at}]");

    public static string Add(string list) => $"add:{list}";

    public static string Remove(string list, int at) => string.Create(CultureInfo.InvariantCulture, $"remove:{list}:{at}");

    /// <summary>True when the button pressed was one that adds or removes a row; the fields then hold the rows as they are wanted.</summary>
    public static bool Press(Fields fields, string? pressed)
    {
        switch (pressed?.Split(':'))
        {
            case ["add", var list]:
                if (Count(fields, list) is var next and < Most) fields[Row(list, next)] = "";
                return true;
            case ["remove", var list, var row] when int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var at):
                RemoveAt(fields, list, at);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The numbers of the rows in which anything was written; the rest were opened and left.</summary>
    public static IEnumerable<int> Written(Fields fields, string list) =>
        Enumerable.Range(0, Count(fields, list)).Where(at =>
            fields.Text.Any(f => At(f.Key, list) == at && !string.IsNullOrWhiteSpace(f.Value)));

    /// <summary>The name of the field that a refusal names by its place among the rows that were written: blank rows are not counted there.</summary>
    public static string Place(Fields fields, string path)
    {
        var open = path.LastIndexOf('[');
        if (open < 0 || path.IndexOf(']', open) is not (var close and > 0)
            || !int.TryParse(path.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var place)) return path;
        var list = path[..open];
        int[] written = [.. Written(fields, list)];
        return place < written.Length ? Row(list, written[place]) + path[(close + 1)..] : path;
    }

    private static void RemoveAt(Fields fields, string list, int gone)
    {
        foreach (var (name, text) in fields.Text.Where(f => At(f.Key, list) >= gone).ToList())
        {
            fields.Remove(name);
            if (At(name, list) is var at && at > gone) fields[Row(list, at - 1) + name[Row(list, at).Length..]] = text;
        }
    }

    /// <summary>The number of the row that a field belongs to; -1 when it is in none of this list.</summary>
    private static int At(string name, string list) =>
        name.Length > list.Length && name.StartsWith(list, StringComparison.Ordinal) && name[list.Length] == '['
        && name.IndexOf(']', list.Length) is var end and > 0
        && int.TryParse(name.AsSpan(list.Length + 1, end - list.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < Most
            ? at
            : -1;
}
