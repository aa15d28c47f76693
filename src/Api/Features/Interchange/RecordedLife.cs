using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Initiatives.Domain;
using Initiatives.EventStore;

namespace Initiatives.Api.Features.Interchange;

/// <summary>
/// What the cluster has recorded of one initiative, in the form in which a document's deeds can be found in it again:
/// by content and day, whatever numbers the stream gave them.
/// </summary>
internal sealed class RecordedLife
{
    private static readonly JsonSerializerOptions KeyJson = new(EventTypes.StoredJson) { Converters = { new PlainDecimal() } };

    private readonly Dictionary<UInt128, Queue<int>> _facts = [];
    private readonly Dictionary<string, int> _unmatched = new(StringComparer.Ordinal);

    private RecordedLife(Initiative state) => State = state;

    /// <summary>Of an initiative that is new here.</summary>
    public static RecordedLife None => new(Initiative.None);

    public Initiative State { get; private set; }

    public bool IsEmpty => !State.Exists;

    /// <summary>When the last fact happened; nothing can be put in before it.</summary>
    public DateTimeOffset Last { get; private set; } = DateTimeOffset.MinValue;

    public DateOnly LastDay { get; private set; }

    public static RecordedLife Of(IEnumerable<(InitiativeEvent Fact, DateTimeOffset At)> stream, string timeZone)
    {
        var life = new RecordedLife(Initiative.None);
        var remedies = new Dictionary<int, UInt128>();
        var escalations = new Dictionary<int, UInt128>();
        foreach (var (fact, at) in stream)
        {
            life.State = Initiative.Evolve(life.State, fact);
            (life.Last, life.LastDay) = (at, LocalInstant.Day(at, timeZone));
            var about = fact switch
            {
                RemedyDone e => remedies.GetValueOrDefault(e.Remedy),
                EscalationDecided e => escalations.GetValueOrDefault(e.Escalation),
                _ => default,
            };
            var number = NumberOf(fact);
            foreach (var key in (UInt128[])[Key(fact, life.LastDay, about), Key(fact, null, about)])
            {
                if (!life._facts.TryGetValue(key, out var numbers))
                    life._facts[key] = numbers = new Queue<int>();
                numbers.Enqueue(number);
            }
            if (fact is RemedyAgreed r)
                remedies[r.Remedy] = Key(fact, life.LastDay, default);
            if (fact is EscalationRaised x)
                escalations[x.Escalation] = Key(fact, life.LastDay, default);
            if (Subject(fact, life.LastDay, about) is { } subject)
                life._unmatched[subject] = life._unmatched.GetValueOrDefault(subject) + 1;
        }
        return life;
    }

    /// <summary>Finds a deed among the facts, each fact once.</summary>
    /// <param name="number">The number that the stream gave it; 0 when it has none.</param>
    public bool Holds(Deed deed, UInt128 about, out int number)
    {
        number = 0;
        if (!_facts.TryGetValue(Key(deed.Fact, deed.DayMatters ? deed.Day : null, about), out var numbers) || numbers.Count == 0)
            return false;
        number = numbers.Dequeue();
        if (Subject(deed.Fact, deed.Day, about) is { } subject && _unmatched.GetValueOrDefault(subject) > 0)
            _unmatched[subject]--;
        return true;
    }

    /// <summary>True when a fact about the same thing is recorded that no deed of the document agrees with.</summary>
    public bool Contradicts(Deed deed, UInt128 about) => Subject(deed.Fact, deed.Day, about) is { } subject && _unmatched.GetValueOrDefault(subject) > 0;

    public static int NumberOf(InitiativeEvent fact) => fact switch
    {
        RemedyAgreed e => e.Remedy,
        EscalationRaised e => e.Escalation,
        _ => 0,
    };

    public static UInt128 Key(Deed deed) => Key(deed.Fact, deed.Day, default);

    private static UInt128 Key(InitiativeEvent fact, DateOnly? day, UInt128 about)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(WithoutNumbers(fact), fact.GetType(), KeyJson);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{fact.GetType().Name} {day:yyyyMMdd} {about:x}\n")));
        hash.AppendData(json);
        Span<byte> bytes = stackalloc byte[32];
        hash.GetHashAndReset(bytes);
        return BinaryPrimitives.ReadUInt128LittleEndian(bytes);
    }

    /// <summary>What a fact is about, where there can only be one of it; null where there can be several.</summary>
    private static string? Subject(InitiativeEvent fact, DateOnly day, UInt128 about) => fact switch
    {
        InitiativeOrdered or InitiativeClosed or InitiativeWithdrawn or InitiativeMerged or InitiativeSplit or InitiativeCarriedOver => fact.GetType().Name,
        SpecialAttentionAsked { Forum: null } => nameof(SpecialAttentionAsked),
        ConfirmationSubmitted e => FormattableString.Invariant($"revision {e.Revision}"),
        ConfirmationApproved e => FormattableString.Invariant($"outcome {e.Revision} {e.Forum} {day:yyyyMMdd}"),
        ConfirmationReturned e => FormattableString.Invariant($"outcome {e.Revision} {e.Forum} {day:yyyyMMdd}"),
        ConfirmationPostponed e => FormattableString.Invariant($"outcome {e.Revision} {e.Forum} {day:yyyyMMdd}"),
        TermsTookForce e => FormattableString.Invariant($"in force {e.Revision}"),
        StatusReported e => FormattableString.Invariant($"status {e.On:yyyyMMdd}"),
        StatusReconfirmed e => FormattableString.Invariant($"status {e.On:yyyyMMdd}"),
        RemedyAgreed e => FormattableString.Invariant($"remedy {day:yyyyMMdd} {e.What}"),
        RemedyDone => FormattableString.Invariant($"remedy done {about:x}"),
        EscalationRaised e => FormattableString.Invariant($"escalation {day:yyyyMMdd} {e.Question}"),
        EscalationDecided => FormattableString.Invariant($"decided {about:x}"),
        ClosingApproved e => $"closing {e.Forum}",
        InitiativePaused or InitiativeResumed or InitiativeStarted or OwnershipAssigned or InitiativeRenamed or DeliveryClaimed or DeviationClosed
            => FormattableString.Invariant($"{fact.GetType().Name} {day:yyyyMMdd}"),
        _ => null,
    };

    /// <summary>
    /// Less what a stream adds by itself, and less the meeting: a document may leave it to be found from forum and date.
    /// </summary>
    private static InitiativeEvent WithoutNumbers(InitiativeEvent fact) => fact switch
    {
        StatusReported e => e with { Status = 0 },
        StatusReconfirmed e => e with { Status = 0 },
        ConfirmationApproved e => e with { Meeting = null, Reservations = [.. e.Reservations.Select(r => r with { Reservation = 0 })] },
        ConfirmationReturned e => e with { Meeting = null },
        ConfirmationPostponed e => e with { Meeting = null },
        RemedyAgreed e => e with { Remedy = 0, Deviation = 0, Meeting = null },
        RemedyDone e => e with { Remedy = 0 },
        EscalationRaised e => e with { Escalation = 0, Deviation = 0, Meeting = null },
        EscalationDecided e => e with { Escalation = 0, Meeting = null },
        ClosingApproved e => e with { Meeting = null },
        _ => fact,
    };

    /// <summary>450000 and 450000.00 are the same amount.</summary>
    private sealed class PlainDecimal : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value / 1.0000000000000000000000000000m);
    }
}
