using System.Text.Json;
using System.Text.Json.Serialization;

namespace Initiatives.Domain;

/// <summary>
/// How a posted light is kept: <c>{"n":3,"on":"2023-08-18","is":"Yellow","sug":"Yellow","late":true,"for":"chefforum-2023-08-30","fix":2,"same":true}</c>,
/// what is null or false left out. By hand, because every append and every page of the board reads and writes all of them:
/// by reflection they were the most expensive part of posting a status.
/// </summary>
internal sealed class PostedLightJson : JsonConverter<PostedLight>
{
    public override PostedLight Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException();
        int? status = null, corrects = null;
        DateOnly? on = null;
        TrafficLight? light = null, suggested = null;
        var (late, reconfirmed) = (false, false);
        string? round = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Is(ref reader, "n"u8)) status = reader.GetInt32();
            else if (Is(ref reader, "on"u8)) on = DateOnly.FromDateTime(reader.GetDateTime());
            else if (Is(ref reader, "is"u8)) light = Light(ref reader);
            else if (Is(ref reader, "sug"u8)) suggested = reader.TokenType == JsonTokenType.Null ? null : Light(ref reader);
            else if (Is(ref reader, "late"u8)) late = reader.GetBoolean();
            else if (Is(ref reader, "for"u8)) round = reader.GetString();
            else if (Is(ref reader, "fix"u8)) corrects = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt32();
            else if (Is(ref reader, "same"u8)) reconfirmed = reader.GetBoolean();
            else reader.Skip();
        }
        return new(
            status ?? throw new JsonException("A light without its number."),
            on ?? throw new JsonException("A light without its day."),
            light ?? throw new JsonException("A light without its colour."),
            suggested, late, round, corrects, reconfirmed);
    }

    public override void Write(Utf8JsonWriter writer, PostedLight value, JsonSerializerOptions options)
    {
        Span<byte> day = stackalloc byte[10];
        value.On.TryFormat(day, out _, "O");
        writer.WriteStartObject();
        writer.WriteNumber("n"u8, value.Status);
        writer.WriteString("on"u8, day);
        writer.WriteString("is"u8, Name(value.Light));
        if (value.Suggested is { } suggested) writer.WriteString("sug"u8, Name(suggested));
        if (value.Late) writer.WriteBoolean("late"u8, true);
        if (value.Round is not null) writer.WriteString("for"u8, value.Round);
        if (value.Corrects is { } corrects) writer.WriteNumber("fix"u8, corrects);
        if (value.Reconfirmed) writer.WriteBoolean("same"u8, true);
        writer.WriteEndObject();
    }

    /// <summary>True, and at the value, when the member has that name; otherwise still at the name.</summary>
    private static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name) && reader.Read();

    private static TrafficLight Light(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("Green"u8) ? TrafficLight.Green
        : reader.ValueTextEquals("Yellow"u8) ? TrafficLight.Yellow
        : reader.ValueTextEquals("Red"u8) ? TrafficLight.Red
        : throw new JsonException("A light of no known colour.");

    private static ReadOnlySpan<byte> Name(TrafficLight light) => light switch
    {
        TrafficLight.Green => "Green"u8,
        TrafficLight.Yellow => "Yellow"u8,
        TrafficLight.Red => "Red"u8,
        _ => throw new JsonException("A light of no known colour."),
    };
}
