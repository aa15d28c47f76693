using System.Buffers;
using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Initiatives.EventStore;

/// <summary>
/// Turns what was written under an old stored name into the shape of a newer one. A new shape always has a new stored
/// name (<c>status_reported</c>, then <c>status_reported_v2</c>): the log is never rewritten and the name alone says how to read.
/// </summary>
/// <param name="From">The old stored name; no type is registered under it any more.</param>
/// <param name="To">The next stored name: a registered one, or one with an upcaster of its own.</param>
public sealed record Upcaster(string From, string To, Func<JsonObject, JsonObject> Change);

/// <summary>
/// Which fact is stored under which name, and in which shape: PascalCase properties, enums by name, DateOnly as
/// yyyy-MM-dd, no nulls. A CLR name never reaches the database, so classes may be renamed and moved freely.
/// </summary>
public sealed class EventTypes
{
    private readonly FrozenDictionary<Type, StoredType> _byType;
    private readonly FrozenDictionary<string, StoredType> _byName;
    private readonly FrozenDictionary<string, Upcaster> _upcasters;

    /// <exception cref="ArgumentException">A name or a type is given twice, a name is not snake_case, an upcaster leads nowhere.</exception>
    public EventTypes(IEnumerable<(string Name, Type Type)> types, params IEnumerable<Upcaster> upcasters)
        : this(types, StoredJson, upcasters)
    {
    }

    /// <param name="types">Stored name and type of each fact.</param>
    /// <param name="written">To write with; must give the bytes that <see cref="StoredJson"/> gives.</param>
    /// <param name="upcasters">From the shapes that have retired.</param>
    /// <exception cref="ArgumentException">As above.</exception>
    public EventTypes(IEnumerable<(string Name, Type Type)> types, JsonSerializerOptions written, params IEnumerable<Upcaster> upcasters)
    {
        var stored = types.Select(t => new StoredType(t.Name, StoredJson.GetTypeInfo(t.Type), written.GetTypeInfo(t.Type))).ToList();
        foreach (var type in stored)
        {
            if (type.Name.Length is 0 or > 500 || type.Name.Any(c => c is not (>= 'a' and <= 'z' or >= '0' and <= '9' or '_')))
                throw new ArgumentException($"'{type.Name}' is not a stored name: lower-case letters, digits and underscores, please.");
            if (stored.Find(other => other != type && (other.Name == type.Name || other.Json.Type == type.Json.Type)) is { } twin)
                throw new ArgumentException($"'{type.Name}' ({type.Json.Type}) and '{twin.Name}' ({twin.Json.Type}): one name, one type.");
        }
        _byType = stored.ToFrozenDictionary(t => t.Json.Type);
        _byName = stored.ToFrozenDictionary(t => t.Name);
        _upcasters = upcasters.ToFrozenDictionary(u => u.From);
        foreach (var upcaster in _upcasters.Values)
        {
            if (_byName.ContainsKey(upcaster.From))
                throw new ArgumentException($"'{upcaster.From}' has both a type and an upcaster.");
            var name = upcaster.To;
            for (var steps = 0; _upcasters.TryGetValue(name, out var next) && steps <= _upcasters.Count; steps++) name = next.To;
            if (!_byName.ContainsKey(name))
                throw new ArgumentException($"The upcaster of '{upcaster.From}' never reaches a registered name.");
        }
    }

    /// <summary>The options every stored shape is written and read with; states and golden files may use them too.</summary>
    public static JsonSerializerOptions StoredJson { get; } = MakeOptions();

    /// <summary>Every name new facts are written under, sorted; a golden file per name pins its shape.</summary>
    public IEnumerable<string> Names => _byName.Keys.Order(StringComparer.Ordinal);

    /// <exception cref="UnknownEventType">The type is not registered.</exception>
    public string NameOf(Type type) => Of(type).Name;

    /// <summary>The JSON that is stored for a fact.</summary>
    /// <exception cref="UnknownEventType">The type is not registered.</exception>
    public byte[] Serialize(object fact) => JsonSerializer.SerializeToUtf8Bytes(fact, Of(fact.GetType()).Written);

    /// <summary>The fact in its newest shape, from any shape it was ever stored in.</summary>
    /// <exception cref="UnknownEventType">Neither a type nor an upcaster is registered under the name.</exception>
    /// <exception cref="JsonException">A member without a default is missing, or something is not of its type.</exception>
    public object Deserialize(string name, ReadOnlySpan<byte> json)
    {
        if (_byName.TryGetValue(name, out var type)) return JsonSerializer.Deserialize(json, type.Json)!;
        if (!_upcasters.TryGetValue(name, out var upcaster)) throw new UnknownEventType(name);

        var shape = JsonNode.Parse(json)!.AsObject();
        do
        {
            shape = upcaster.Change(shape);
            name = upcaster.To;
        }
        while (_upcasters.TryGetValue(name, out upcaster));
        return shape.Deserialize(_byName[name].Json)!;
    }

    internal StoredType Of(Type type) => _byType.TryGetValue(type, out var stored) ? stored : throw new UnknownEventType(type);

    internal sealed record StoredType(string Name, JsonTypeInfo Json, JsonTypeInfo Written);

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // æøå as themselves: half the bytes, and readable in psql. The output never lands in a script element.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            // jsonb sorts the members, so a discriminator seldom comes back first.
            AllowOutOfOrderMetadataProperties = true,
            RespectNullableAnnotations = true,
            Converters = { new JsonStringEnumConverter() },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatCannotBeNull } },
        };
        options.MakeReadOnly();
        return options;
    }

    private static bool IsLeftOutAsDefault(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), false) is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.WhenWritingDefault }];

    /// <summary>A missing member must be an error, not a zero that looks like a fact; a left-out null is still a null.</summary>
    private static void RequireWhatCannotBeNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false } && !IsLeftOutAsDefault(property)) property.IsRequired = true;
        }
    }
}

/// <summary>A fact of a type nobody registered, or a stored name nobody knows any more: an upcaster is missing.</summary>
public sealed class UnknownEventType : Exception
{
    internal UnknownEventType(Type type) : base($"{type} is not registered as a stored event type.") { }

    internal UnknownEventType(string name)
        : base($"The log holds an event of type '{name}', and neither a type nor an upcaster is registered under that name.") { }
}
