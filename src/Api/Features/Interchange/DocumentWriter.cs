using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Interchange;

/// <summary>Writes a cluster's record as a document that imports again as what it was.</summary>
internal static class DocumentWriter
{
    /// <summary>What is left out says the same as what is empty, so that a document stays readable.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new ReservationConverter(), new EventConverter(), new HourConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmptyLists, LeaveOutWorkedOut } },
    };

    /// <param name="plan">The plan's id; null for the plan in hand.</param>
    /// <returns>False when the cluster has no such plan; nothing was written then.</returns>
    public static bool Write(Stream output, ClusterRecord record, IReadOnlyList<Person> people, string? plan)
    {
        var planRecord = plan is null ? record.Plan : record.Plans.FirstOrDefault(p => p.Plan.Id == plan);
        if (plan is not null && planRecord is null)
            return false;
        using var writer = new Utf8JsonWriter(output, new() { Indented = true, Encoder = Json.Encoder });
        var lives = record.Initiatives.Where(i => i.Card.Plan == planRecord?.Plan.Id).Select(i => new LifeEntries(i, record.Cluster.TimeZone)).ToList();

        writer.WriteStartObject();
        writer.WriteString("format", "initiatives/plan@1");
        One(writer, EntryList.Cluster, FrameEntries.Cluster(record.Cluster));
        List(writer, EntryList.People, [.. people.Select(FrameEntries.Person), .. Unregistered(record, people)]);
        List(writer, EntryList.Organisations, record.Cluster.Organisations.Select(FrameEntries.Organisation));
        List(writer, EntryList.Forums, record.Cluster.Forums.Select(FrameEntries.Forum));
        List(writer, EntryList.Distribution, record.Cluster.Distribution.Select(FrameEntries.Distribution));
        List(writer, EntryList.Meetings, record.Calendar.Meetings.Select(m => FrameEntries.Meeting(m, planRecord?.Plan.Id ?? "")));
        if (planRecord is not null)
        {
            One(writer, EntryList.Plan, FrameEntries.Plan(planRecord));
            List(writer, EntryList.Initiatives, lives.Select(l => l.Initiative()).OfType<InitiativeEntry>());
            List(writer, EntryList.NotCarried, planRecord.Plan.NotCarried.Select(FrameEntries.NotCarried));
            List(writer, EntryList.Confirmations, lives.SelectMany(l => l.Confirmations()));
            List(writer, EntryList.Statuses, lives.SelectMany(l => l.Statuses()));
            List(writer, EntryList.Remedies, lives.SelectMany(l => l.Remedies()));
            List(writer, EntryList.Escalations, lives.SelectMany(l => l.Escalations()));
            List(writer, EntryList.Events, lives.SelectMany(l => l.Events()));
        }
        writer.WriteEndObject();
        return true;
    }

    private static void One<T>(Utf8JsonWriter writer, EntryList list, T entry)
    {
        writer.WritePropertyName(Scan.NameOf(list));
        JsonSerializer.Serialize(writer, entry, Json);
    }

    private static void List<T>(Utf8JsonWriter writer, EntryList list, IEnumerable<T> entries)
    {
        var begun = false;
        foreach (var entry in entries)
        {
            if (!begun)
                writer.WriteStartArray(Scan.NameOf(list));
            begun = true;
            JsonSerializer.Serialize(writer, entry, Json);
        }
        if (begun)
            writer.WriteEndArray();
    }

    /// <summary>Ids that facts name and no register knows (an integration's, say): without them the document would dangle.</summary>
    private static IEnumerable<PersonEntry> Unregistered(ClusterRecord record, IReadOnlyList<Person> people) => record.Initiatives
        .SelectMany(i => i.Events.SelectMany(e => Parties(e.Fact)))
        .Concat(record.Plans.SelectMany(p => p.Plan.Approvals).SelectMany(a => a.Reservations).Select(r => r.Owner))
        .OfType<string>()
        .Distinct()
        .Where(id => !record.Cluster.HasOrganisation(id) && record.Cluster.Forum(id) is null && people.All(p => p.Id != id))
        .Order(StringComparer.Ordinal)
        .Select(id => new PersonEntry(id, null, null, null, null, null, null));

    private static IEnumerable<string?> Parties(InitiativeEvent fact) => fact switch
    {
        OwnershipAssigned e => [e.Owner, e.ProjectLead],
        OrderReservationAdded e => [e.Owner],
        ConfirmationApproved e => e.Reservations.Select(r => r.Owner),
        InitiativeStarted e => e.WorkingGroup.Select(m => m.Person),
        WorkingGroupChanged e => e.WorkingGroup.Select(m => m.Person),
        RemedyAgreed e => [e.Who],
        _ => [],
    };

    private static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)))
            property.ShouldSerialize = (_, value) => value is System.Collections.ICollection { Count: > 0 } || property.Name is "duties" or "missing";
    }

    /// <summary>A property that is no field of the entry follows from those that are.</summary>
    private static void LeaveOutWorkedOut(JsonTypeInfo type)
    {
        if (type.Kind is not JsonTypeInfoKind.Object || (type.Type.Assembly != typeof(DocumentWriter).Assembly && type.Type.Assembly != typeof(Cluster).Assembly))
            return;
        var fields = Shape.FieldNames(type.Type);
        foreach (var property in type.Properties.Where(p => !fields.Contains(p.Name)).ToList())
            type.Properties.Remove(property);
    }

    /// <summary>A reservation of which only the text is known is written as its text.</summary>
    private sealed class ReservationConverter : JsonConverter<ReservationEntry>
    {
        public override ReservationEntry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, ReservationEntry value, JsonSerializerOptions options)
        {
            if (value is { Owner: null, Due: null, Fulfilled: null, FulfilledNote: null })
            {
                writer.WriteStringValue(value.Text);
                return;
            }
            writer.WriteStartObject();
            writer.WriteString("text", value.Text);
            Day(writer, "due", value.Due);
            if (value.Owner is not null)
                writer.WriteString("owner", value.Owner);
            Day(writer, "fulfilled", value.Fulfilled);
            if (value.FulfilledNote is not null)
                writer.WriteString("fulfilledNote", value.FulfilledNote);
            writer.WriteEndObject();
        }

        private static void Day(Utf8JsonWriter writer, string name, DateOnly? day)
        {
            if (day is { } known)
                writer.WriteString(name, FormattableString.Invariant($"{known:yyyy-MM-dd}"));
        }
    }

    /// <summary>The frame and the fact's own fields in one object.</summary>
    private sealed class EventConverter : JsonConverter<EventEntry>
    {
        public override EventEntry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, EventEntry value, JsonSerializerOptions options)
        {
            var fields = new JsonObject { ["initiative"] = value.Initiative, ["date"] = FormattableString.Invariant($"{value.Date:yyyy-MM-dd}") };
            if (value.Recorded is { } recorded)
                fields["recorded"] = JsonSerializer.SerializeToNode(recorded, options);
            fields["event"] = EventFields.Name(value.Fact.GetType());
            foreach (var (name, field) in JsonSerializer.SerializeToNode(value.Fact, value.Fact.GetType(), options)!.AsObject().ToList())
                fields[name] = field?.DeepClone();
            fields.WriteTo(writer, options);
        }
    }

    private sealed class HourConverter : JsonConverter<TimeOnly>
    {
        public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString(value.Second == 0 ? "HH:mm" : "HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
    }
}
