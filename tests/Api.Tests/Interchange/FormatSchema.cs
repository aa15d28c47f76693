using System.Text.Json.Nodes;
using Initiatives.Api.Features.Interchange;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Interchange;

/// <summary>The public format as JSON Schema, from the same shapes that the import reads by.</summary>
internal static class FormatSchema
{
    private static readonly (EntryList List, Type Type)[] Lists =
    [
        (EntryList.Cluster, typeof(ClusterEntry)), (EntryList.People, typeof(PersonEntry)), (EntryList.Organisations, typeof(OrganisationEntry)),
        (EntryList.Forums, typeof(ForumEntry)), (EntryList.Distribution, typeof(DistributionEntry)), (EntryList.Meetings, typeof(MeetingEntry)),
        (EntryList.Plan, typeof(PlanEntry)), (EntryList.Initiatives, typeof(InitiativeEntry)), (EntryList.NotCarried, typeof(NotCarriedEntry)),
        (EntryList.Confirmations, typeof(ConfirmationEntry)), (EntryList.Statuses, typeof(StatusEntry)), (EntryList.Remedies, typeof(RemedyEntry)),
        (EntryList.Escalations, typeof(EscalationEntry)), (EntryList.Events, typeof(EventEntry)),
    ];

    public static JsonObject Make()
    {
        var definitions = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        var properties = new JsonObject { ["format"] = new JsonObject { ["const"] = "initiatives/plan@1" }, ["note"] = new JsonObject { ["type"] = "string" } };
        foreach (var (list, type) in Lists)
        {
            var entry = type == typeof(EventEntry) ? Event(definitions) : Reference(type, definitions);
            properties[Scan.NameOf(list)] = list is EntryList.Cluster or EntryList.Plan ? entry : new JsonObject { ["type"] = "array", ["items"] = entry };
        }
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "initiatives/plan@1",
            ["description"] = "A cluster with its plan and history. What the fields mean is told in docs/interchange.md; that ids point at something, and that history does not contradict itself, only the import can tell.",
            ["type"] = "object",
            ["required"] = new JsonArray("format", "cluster"),
            ["properties"] = properties,
            ["additionalProperties"] = false,
            ["$defs"] = new JsonObject(definitions.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value))),
        };
    }

    private static JsonObject Event(SortedDictionary<string, JsonNode> definitions) => new()
    {
        ["oneOf"] = new JsonArray([.. EventFields.Types.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t =>
        {
            var shape = Object(t.Value, definitions);
            var properties = shape["properties"]!.AsObject();
            properties.Insert(0, "initiative", new JsonObject { ["type"] = "integer", ["minimum"] = 1 });
            properties.Insert(1, "date", new JsonObject { ["type"] = "string", ["format"] = "date" });
            properties.Insert(2, "event", new JsonObject { ["const"] = t.Key });
            properties.Insert(3, "recorded", new JsonObject { ["type"] = "string", ["format"] = "date-time" });
            shape["required"] = new JsonArray([.. new[] { "initiative", "date", "event" }.Select(n => (JsonNode)n), .. (shape["required"]?.AsArray().Select(n => n!.DeepClone()) ?? [])]);
            return (JsonNode)shape;
        })]),
    };

    private static JsonObject Reference(Type type, SortedDictionary<string, JsonNode> definitions)
    {
        var name = type.Name.Replace("Entry", "", StringComparison.Ordinal);
        if (!definitions.ContainsKey(name))
        {
            // Named before it is described, or a shape that holds itself would never end.
            definitions[name] = new JsonObject();
            definitions[name] = Object(type, definitions);
        }
        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    private static JsonObject Object(Type type, SortedDictionary<string, JsonNode> definitions)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var field in Shape.For(type).Fields)
        {
            var one = One(field, definitions);
            if (field.OrText)
                one = new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, one) };
            var value = field.IsList ? new JsonObject { ["type"] = "array", ["items"] = one, ["maxItems"] = Limits.ListInEntry } : one;
            // null says the same as leaving out.
            properties[field.Name] = field.Optional ? new JsonObject { ["anyOf"] = new JsonArray(value, new JsonObject { ["type"] = "null" }) } : value;
            if (!field.Optional)
                required.Add(field.Name);
        }
        properties.TryAdd("note", new JsonObject { ["type"] = "string" });
        properties.TryAdd("dateIsExample", new JsonObject { ["type"] = "boolean" });
        var shape = new JsonObject { ["type"] = "object" };
        if (required.Count > 0)
            shape["required"] = required;
        shape["properties"] = properties;
        shape["additionalProperties"] = false;
        return shape;
    }

    private static JsonObject One(Field field, SortedDictionary<string, JsonNode> definitions) => field.Kind switch
    {
        FieldKind.Text when field.IsId => new() { ["type"] = "string", ["pattern"] = "^[a-z0-9-]{1,100}$" },
        FieldKind.Text => new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = field.MaxLength },
        FieldKind.Number => new() { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = 100_000 },
        FieldKind.Amount when field.NotNegative => new() { ["type"] = "number", ["minimum"] = 0 },
        FieldKind.Amount => new() { ["type"] = "number" },
        FieldKind.Flag => new() { ["type"] = "boolean" },
        FieldKind.Day => new() { ["type"] = "string", ["format"] = "date" },
        FieldKind.Hour => new() { ["type"] = "string", ["pattern"] = "^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$" },
        FieldKind.Instant => new() { ["type"] = "string", ["format"] = "date-time" },
        FieldKind.Choice => new() { ["enum"] = new JsonArray([.. field.Choices.OrderBy(c => Convert.ToInt32(c.Value, null)).Select(c => (JsonNode)c.Key)]) },
        _ => Reference(field.Type, definitions),
    };
}
