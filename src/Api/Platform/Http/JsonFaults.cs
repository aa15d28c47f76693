using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Initiatives.Domain;

namespace Initiatives.Api.Platform.Http;

/// <summary>
/// Says what is wrong with a body that could not be read: where, and what is allowed there. The serializer gives the
/// path; what is allowed is found by following the path through the body's own types. Its few message beginnings used here
/// are held by tests, so that an upgrade which rewords them is seen.
/// </summary>
internal static partial class JsonFaults
{
    public static IReadOnlyList<Refusal> Explain(JsonException fault, Type? body)
    {
        var path = fault.Path ?? "$";
        if (fault.InnerException is JsonException)
            return [new("json-broken", $"Indholdet er ikke gyldig JSON ({Place(fault, "linje", "tegn")}).", $"The body is not valid JSON ({Place(fault, "line", "character")}).", path)];
        if (fault.Message.StartsWith("Duplicate property", StringComparison.Ordinal))
            return [new("field-repeated", $"Feltet {path} er der to gange.", $"The field {path} is there twice.", path)];

        var (type, holder) = Follow(path, body);
        if (MissingNames().Match(fault.Message) is { Success: true } missing)
        {
            return [.. Quoted().Matches(missing.Groups[1].Value).Select(m => $"{path}.{m.Groups[1].Value}")
                .Select(p => new Refusal("field-missing", $"Feltet {p} mangler.", $"The field {p} is missing.", p))];
        }
        if (type is null && holder is not null)
        {
            var known = string.Join(", ", ApiJson.Options.GetTypeInfo(holder).Properties.Select(p => p.Name));
            return [new("field-unknown", $"Feltet {path} findes ikke. Her må der stå: {known}.", $"There is no field {path}. Allowed here: {known}.", path)];
        }

        var (danish, english) = Allowed(type ?? body);
        return [new("value-not-allowed", $"Værdien i {path} skal være {danish}.", $"The value of {path} must be {english}.", path)];
    }

    /// <summary>The type at the path, null when its last name is unknown; and the type that would hold that name.</summary>
    private static (Type? Type, Type? Holder) Follow(string path, Type? root)
    {
        Type? type = root, holder = null;
        foreach (Match step in Steps().Matches(path))
        {
            if (type is null) return (null, null);
            var info = ApiJson.Options.GetTypeInfo(type);
            if (step.Groups["index"].Success)
            {
                (type, holder) = (info.ElementType, null);
                continue;
            }
            var name = step.Groups["name"].Success ? step.Groups["name"].Value : step.Groups["quoted"].Value;
            if (info.Kind != JsonTypeInfoKind.Object) return (info.ElementType, null);
            (type, holder) = (info.Properties.FirstOrDefault(p => p.Name == name)?.PropertyType, type);
        }
        return (type, holder);
    }

    private static (string Danish, string English) Allowed(Type? type)
    {
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        if (type is { IsEnum: true })
        {
            var names = string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName));
            return ($"en af: {names}", $"one of: {names}");
        }
        if (type == typeof(string)) return ("en tekst", "a text");
        if (type == typeof(bool)) return ("true eller false", "true or false");
        if (type == typeof(int) || type == typeof(long)) return ("et helt tal", "a whole number");
        if (type == typeof(decimal)) return ("et tal", "a number");
        if (type == typeof(DateOnly)) return ("en dato som 2023-08-30", "a date such as 2023-08-30");
        if (type == typeof(TimeOnly)) return ("et klokkeslæt som 13:00:00", "a time of day such as 13:00:00");
        return type is not null && ApiJson.Options.GetTypeInfo(type).Kind == JsonTypeInfoKind.Enumerable
            ? ("en liste", "a list")
            : ("et objekt", "an object");
    }

    private static string Place(JsonException fault, string line, string character) =>
        $"{line} {fault.LineNumber + 1}, {character} {fault.BytePositionInLine + 1}";

    [GeneratedRegex(@"\.(?<name>[^.\[\]]+)|\['(?<quoted>[^']*)'\]|\[(?<index>\d+)\]")]
    private static partial Regex Steps();

    [GeneratedRegex("was missing required properties including: (.*)", RegexOptions.Singleline)]
    private static partial Regex MissingNames();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
