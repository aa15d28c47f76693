using System.Text.Json;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

/// <summary>An entry of <c>events</c>: a fact of the domain as it is, with its initiative and its day.</summary>
internal sealed record EventEntry(int Initiative, DateOnly Date, DateTimeOffset? Recorded, InitiativeEvent Fact)
{
    private sealed record Frame(int Initiative, DateOnly Date, DateTimeOffset? Recorded, [property: Id] string Event);

    private static readonly string[] FrameFields = ["initiative", "date", "recorded", "event"];

    public static EventEntry? Read(EntryReader reader, JsonElement json, JsonPath path, Problems problems)
    {
        if (json.ValueKind is not JsonValueKind.Object || !json.TryGetProperty("event", out var name) || name.ValueKind is not JsonValueKind.String)
        {
            reader.Read<Frame>(json, path);
            return null;
        }
        if (!EventFields.Types.TryGetValue(name.GetString()!, out var type))
        {
            problems.Add(path["event"], ImportErrors.NotAChoice(name.GetString()!, EventFields.Types.Keys.Order(StringComparer.Ordinal)));
            return null;
        }
        var frame = (Frame?)reader.Read(json, typeof(Frame), path, Shape.FieldNames(type));
        var fact = (InitiativeEvent?)reader.Read(json, type, path, FrameFields);
        return frame is null || fact is null ? null : new(frame.Initiative, frame.Date, frame.Recorded, fact);
    }
}
