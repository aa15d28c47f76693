using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Initiatives.Api.Features.Interchange;

/// <summary>
/// Moves every day of a document by whole weeks, so that weekdays stay: a sample calendar becomes one in which today lies
/// where a day of the sample did. Purely; the same weeks always give the same document.
/// </summary>
internal static partial class ShiftDays
{
    /// <summary>
    /// The weeks that bring <paramref name="today"/> into the seven days that begin with <paramref name="first"/>.
    /// </summary>
    public static int WeeksTo(DateOnly first, DateOnly today) => (int)Math.Floor((today.DayNumber - first.DayNumber) / 7.0);

    public static void By(int weeks, JsonNode document)
    {
        switch (document)
        {
            case JsonObject fields:
                foreach (var (name, field) in fields.ToList())
                    if (Moved(field, weeks) is { } moved)
                        fields[name] = moved;
                break;
            case JsonArray elements:
                for (var i = 0; i < elements.Count; i++)
                    if (Moved(elements[i], weeks) is { } moved)
                        elements[i] = moved;
                break;
            default:
                break;
        }
    }

    /// <summary>The text with its day moved; null when it holds none, and then what is below it has been moved.</summary>
    private static JsonNode? Moved(JsonNode? node, int weeks)
    {
        if (node is not JsonValue value || !value.TryGetValue<string>(out var text))
        {
            if (node is not null)
                By(weeks, node);
            return null;
        }
        return Dated().Match(text) is { Success: true } match && DateOnly.TryParseExact(match.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? match.Groups["before"].Value + day.AddDays(7 * weeks).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }

    // A day, or a meeting's id; running text is left alone.
    [GeneratedRegex("^(?<before>([a-z0-9]+-)*)(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})$")]
    private static partial Regex Dated();
}
