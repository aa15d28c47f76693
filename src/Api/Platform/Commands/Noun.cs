using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Platform.Commands;

/// <summary>What the command path must know of each noun: the name of its streams' type, its beginning, its fold, its stored state.</summary>
internal static class Noun
{
    public static Noun<Initiative, InitiativeEvent> Initiative { get; } = new("initiative", Domain.Initiative.None, Domain.Initiative.Evolve);

    public static Noun<Plan, PlanEvent> Plan { get; } = new("plan", Domain.Plan.None, Domain.Plan.Evolve);

    public static Noun<Cluster, ClusterEvent> Cluster { get; } = new("cluster", Domain.Cluster.None, Domain.Cluster.Evolve);

    public static Noun<Calendar, CalendarEvent> Calendar { get; } = new("calendar", Domain.Calendar.Empty, Domain.Calendar.Evolve);

    public static Noun<Pack, PackEvent> Pack { get; } = new("pack", Domain.Pack.None, Domain.Pack.Evolve);

    public static Noun<Agenda, AgendaEvent> Agenda { get; } = new("agenda", Domain.Agenda.Untouched, Domain.Agenda.Evolve);

    public static Noun<Procedure, ProcedureEvent> Procedure { get; } = new("procedure", Domain.Procedure.None, Domain.Procedure.Evolve);

    /// <summary>The board's row of an initiative, kept beside its stream.</summary>
    public static JsonTypeInfo<InitiativeCard> Card { get; } = TypeInfo<InitiativeCard>();

    internal static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)EventTypes.StoredJson.GetTypeInfo(typeof(T));
}

internal sealed record Noun<TState, TEvent>(string StreamType, TState None, Func<TState, TEvent, TState> Evolve)
    where TState : class
    where TEvent : class
{
    private readonly JsonTypeInfo<TState> _written = KeptJson.Of<TState>();

    public JsonTypeInfo<TState> Json { get; } = Noun.TypeInfo<TState>();

    public TState Read(byte[]? json) => json is null ? None : JsonSerializer.Deserialize(json, Json)!;

    public TState Read(string? json) => json is null ? None : JsonSerializer.Deserialize(json, Json)!;

    public byte[] Write(TState state) => JsonSerializer.SerializeToUtf8Bytes(state, _written);
}
