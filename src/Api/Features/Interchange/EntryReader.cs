using System.Globalization;
using System.Text.Json;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

/// <summary>
/// Reads an entry from JSON by the shape of its record, and lists everything that is wrong with it in one go: a
/// serializer would stop at the first. Anything but what the record names is an error, except the comments
/// <c>note</c> and <c>dateIsExample</c>.
/// </summary>
/// <param name="refers">Told of every id that must exist somewhere, with where it stands.</param>
internal sealed class EntryReader(Problems problems, Action<RefKind, string, JsonPath> refers)
{
    private static readonly string[] Comments = ["note", "dateIsExample"];

    /// <summary>The entry; null when anything about it is wrong, and then the problems say what.</summary>
    public T? Read<T>(JsonElement json, JsonPath path)
        where T : class => (T?)Read(json, typeof(T), path, []);

    /// <param name="beside">Fields that the caller reads itself.</param>
    public object? Read(JsonElement json, Type type, JsonPath path, IReadOnlyCollection<string> beside)
    {
        if (json.ValueKind is not JsonValueKind.Object)
            return Wrong(path, ImportErrors.NotAnObject());
        var before = problems.Count;
        var shape = Shape.For(type);
        var values = new object?[shape.Fields.Count];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            var at = shape.IndexOf(member.Name);
            if (!seen.Add(member.Name))
                problems.Add(path[member.Name], ImportErrors.FieldTwice(member.Name));
            else if (at >= 0)
                values[at] = Value(member.Value, shape.Fields[at], path[member.Name]);
            else if (!beside.Contains(member.Name) && !Comments.Contains(member.Name))
                problems.Add(path[member.Name], ImportErrors.UnknownField(member.Name, shape.Names));
        }
        for (var i = 0; i < values.Length; i++)
        {
            var field = shape.Fields[i];
            if (!field.Optional && (!json.TryGetProperty(field.Name, out var there) || there.ValueKind is JsonValueKind.Null))
                problems.Add(path[field.Name], ImportErrors.Missing(field.Name));
            values[i] ??= field.WhenLeftOut;
        }
        return problems.Count == before ? shape.Make(values) : null;
    }

    private object? Value(JsonElement json, Field field, JsonPath path)
    {
        if (json.ValueKind is JsonValueKind.Null)
            return null;
        return field.IsList ? List(json, field, path) : One(json, field, path);
    }

    private object? List(JsonElement json, Field field, JsonPath path)
    {
        if (json.ValueKind is not JsonValueKind.Array)
            return Wrong(path, ImportErrors.NotAList());
        if (json.GetArrayLength() > Limits.ListInEntry)
            return Wrong(path, ImportErrors.TooManyElements(Limits.ListInEntry));
        var list = field.NewList();
        var index = 0;
        foreach (var element in json.EnumerateArray())
        {
            var at = path[index++];
            if (element.ValueKind is JsonValueKind.Null)
                problems.Add(at, ImportErrors.EmptyElement());
            else if (One(element, field, at) is { } value)
                list.Add(value);
        }
        return list;
    }

    private object? One(JsonElement json, Field field, JsonPath path) => field.Kind switch
    {
        FieldKind.Text => Text(json, field, path),
        FieldKind.Number => json.ValueKind is JsonValueKind.Number && json.TryGetInt32(out var number) && number is >= 0 and <= 100_000
            ? number
            : Wrong(path, ImportErrors.NotAWholeNumber()),
        FieldKind.Amount => Amount(json, field, path),
        FieldKind.Flag => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : Wrong(path, ImportErrors.NotTrueOrFalse()),
        FieldKind.Day => Day(json, path),
        FieldKind.Hour => TimeOnly.TryParseExact(Plain(json), ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)
            ? hour
            : Wrong(path, ImportErrors.NotATime(Shown(json))),
        FieldKind.Instant => Instant(json, path),
        FieldKind.Choice => field.Choices.TryGetValue(Plain(json) ?? "", out var choice) ? choice : Wrong(path, ImportErrors.NotAChoice(Shown(json), field.Choices.Keys)),
        _ when field.OrText && json.ValueKind is JsonValueKind.String => Text(json, field, path) is string text ? new ReservationEntry(text, null, null, null, null) : null,
        _ => Read(json, field.Type, path, []),
    };

    private object? Text(JsonElement json, Field field, JsonPath path)
    {
        if (json.ValueKind is not JsonValueKind.String)
            return Wrong(path, ImportErrors.NotAText());
        if (Plain(json) is not { } text)
            return Wrong(path, ImportErrors.NotUtf8());
        if (field.IsId && !Names.IsId(text))
            return Wrong(path, ImportErrors.NotAnId(Shown(json)));
        if (string.IsNullOrWhiteSpace(text))
            return Wrong(path, ImportErrors.EmptyText());
        if (text.Length > field.MaxLength)
            return Wrong(path, ImportErrors.TextTooLong(text.Length, field.MaxLength));
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
            return Wrong(path, ImportErrors.ControlCharacter());
        if (CprGuard.FindsIn(text))
            return Wrong(path, ImportErrors.CprNumber());
        if (field.Refers is { } kind)
            refers(kind, text, path);
        return text;
    }

    private object? Amount(JsonElement json, Field field, JsonPath path)
    {
        if (json.ValueKind is not JsonValueKind.Number || !json.TryGetDecimal(out var amount) || Math.Abs(amount) > 1_000_000_000_000m)
            return Wrong(path, ImportErrors.NotANumber());
        return amount < 0 && field.NotNegative ? Wrong(path, ImportErrors.Negative()) : amount;
    }

    private object? Day(JsonElement json, JsonPath path)
    {
        if (!DateOnly.TryParseExact(Plain(json), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Wrong(path, ImportErrors.NotADate(Shown(json)));
        return day < Limits.FirstDay || day > Limits.LastDay ? Wrong(path, ImportErrors.DateOutOfRange(day)) : day;
    }

    private object? Instant(JsonElement json, JsonPath path)
    {
        string[] forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
        if (Plain(json) is not { } text
            || !(text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10)
            || !DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return Wrong(path, ImportErrors.NotAnInstant(Shown(json)));
        return instant.Year < Limits.FirstDay.Year || instant.Year > Limits.LastDay.Year
            ? Wrong(path, ImportErrors.DateOutOfRange(DateOnly.FromDateTime(instant.DateTime)))
            : instant.ToUniversalTime();
    }

    private object? Wrong(JsonPath path, Refusal problem)
    {
        problems.Add(path, problem);
        return null;
    }

    /// <summary>The text; null when it is none, or when an escape in it names half a character.</summary>
    private static string? Plain(JsonElement json)
    {
        try
        {
            return json.ValueKind is JsonValueKind.String ? json.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>What stood there, short enough for an error text.</summary>
    private static string Shown(JsonElement json)
    {
        var raw = Plain(json) ?? (json.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.String ? "…" : json.GetRawText());
        return raw.Length > 40 ? raw[..40] + "…" : raw;
    }
}
