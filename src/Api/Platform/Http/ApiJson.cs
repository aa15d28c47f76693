using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Initiatives.Api.Platform.Http;

/// <summary>
/// JSON as the API speaks it: camelCase, enums in kebab-case, dates as yyyy-MM-dd. Strict on the way in: an unknown,
/// repeated or missing field is told, never guessed at. The log's own JSON is another one (EventTypes.StoredJson).
/// </summary>
public static class ApiJson
{
    /// <summary>No body of ours is deeper than eight; the rest is an attack.</summary>
    private const int MaxDepth = 32;

    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>Gives another set of options (the host's own) the same rules.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.MaxDepth = MaxDepth;
        // æøå as themselves; answers are application/json and never stand inside HTML.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatCannotBeNull } };
    }

    /// <summary>A left-out field is a null; where null is not allowed and no default is given, it must be there.</summary>
    private static void RequireWhatCannotBeNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false }) property.IsRequired = true;
        }
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions();
        Apply(options);
        options.MakeReadOnly();
        return options;
    }
}
