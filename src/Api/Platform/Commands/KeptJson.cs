using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Platform.Commands;

/// <summary>
/// Facts, states and cards as they are stored, written with what is already known of their parts: the order and the terms in force are
/// most of a state and stand from one status to the next, and what a status says is written with the fact and again with the state.
/// Records never change, so the bytes of a part are kept for as long as the part is.
/// </summary>
internal static class KeptJson
{
    /// <summary>To write with; gives the bytes that <see cref="EventTypes.StoredJson"/> gives.</summary>
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    /// <summary>The same for one type.</summary>
    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions MakeOptions() => new(EventTypes.StoredJson)
    {
        Converters =
        {
            new Part<StatusContent>(), new Part<InitiativeOrdered>(), new Part<OwnershipAssigned>(), new Part<Domain.Confirmation>(), new Part<Domain.OpenDeviation>(),
            new Part<TermsSummary>(), new Part<Reporting.Record.OpenDeviation>(),
        },
    };

    private sealed class Part<T> : JsonConverter<T>
        where T : class
    {
        private readonly ConditionalWeakTable<T, byte[]> _kept = [];

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<T>(ref reader, EventTypes.StoredJson)!;

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteRawValue(_kept.GetValue(value, static part => JsonSerializer.SerializeToUtf8Bytes(part, EventTypes.StoredJson)), skipInputValidation: true);
    }
}
