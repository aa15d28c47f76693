using Initiatives.Domain;

namespace Initiatives.Reporting.Record;

/// <summary>
/// Everything a cluster has said and decided up to a cut-off: the one input of every pack, of the board "pr. dato" and
/// of the export. Two readers with the same cut-off hold the same record.
/// </summary>
/// <param name="Position">The cut-off: place in the log up to which facts count.</param>
/// <param name="Plans">In the order they were drawn up.</param>
/// <param name="Initiatives">By plan, then number.</param>
/// <param name="People">Display names by person id, from the register outside the log; a forgotten person is absent.</param>
public sealed record ClusterRecord(
    Cluster Cluster,
    Calendar Calendar,
    IReadOnlyList<PlanRecord> Plans,
    IReadOnlyList<InitiativeRecord> Initiatives,
    IReadOnlyDictionary<string, string> People,
    long Position)
{
    /// <summary>What people have made of agendas, by meeting id; a meeting whose agenda nobody touched is absent.</summary>
    public IReadOnlyDictionary<string, Agenda> Agendas { get; init; } = new Dictionary<string, Agenda>();

    /// <summary>Written procedures, the newest first.</summary>
    public IReadOnlyList<ProcedureRecord> Procedures { get; init; } = [];

    /// <summary>The plan in hand: the last one drawn up.</summary>
    public PlanRecord? Plan => Plans.Count == 0 ? null : Plans[^1];

    /// <summary>The record with an earlier plan in hand, for whoever looks back at it; null when there is no such plan.</summary>
    /// <param name="plan">Plan id; null for the one that is in hand.</param>
    public ClusterRecord? In(string? plan) =>
        plan is null ? this : Plans.FirstOrDefault(p => p.Plan.Id == plan) is { } chosen ? this with { Plans = [.. Plans.Where(p => p != chosen), chosen] } : null;

    /// <summary>The name of a person, organisation or forum as it is shown.</summary>
    public string NameOf(string id) => NameOf(id, Cluster, People);

    /// <summary>
    /// The name of a person, organisation or forum as it is shown; a forgotten person reads "tidligere medlem", and what
    /// the service did by itself or an operator did with its token says so.
    /// </summary>
    /// <param name="language"><c>en</c>, otherwise Danish, in which packs are written.</param>
    public static string NameOf(string id, Cluster cluster, IReadOnlyDictionary<string, string> people, string language = "da") =>
        people.TryGetValue(id, out var name) ? name
        : cluster.Organisations.FirstOrDefault(o => o.Id == id)?.Name
        ?? cluster.Forum(id)?.Name
        ?? Actors.NameOf(id, language);

    /// <summary>
    /// Who did it, as it is shown. What was imported was said by somebody the import does not name: only a person in the register
    /// stands for it by name, and it is never laid at the door of a former member.
    /// </summary>
    public static string DoerOf(string actor, bool imported, Cluster cluster, IReadOnlyDictionary<string, string> people, string language = "da") =>
        NameOf(imported && actor != Actors.Demo && !people.ContainsKey(actor) ? Actors.Import : actor, cluster, people, language);
}

/// <summary>Those who act without being people.</summary>
public static class Actors
{
    /// <summary>Whoever holds the installation's own token.</summary>
    public const string Operator = "operator";

    /// <summary>Whoever set up the demo.</summary>
    public const string Demo = "demo";

    public const string Import = "import";

    /// <summary>The service's own jobs.</summary>
    public const string Jobs = "jobs";

    /// <summary>Before the name of the one job that did it.</summary>
    private const string Job = "job/";

    /// <summary>What is shown for an id that is no person's, organisation's or forum's.</summary>
    internal static string NameOf(string id, string language) => (id.StartsWith(Job, StringComparison.Ordinal) ? Jobs : id, language) switch
    {
        (Operator, "en") => "Operations",
        (Operator, _) => "Driften",
        (Import, _) => "Import",
        (Jobs, "en") => "Automatic",
        (Jobs, _) => "Automatisk",
        (Demo, "en") => "Example data",
        (Demo, _) => "Eksempeldata",
        (_, "en") => "former member",
        _ => "tidligere medlem",
    };
}

/// <summary>An action plan with who told what of it.</summary>
public sealed record PlanRecord(Plan Plan, IReadOnlyList<Told<PlanEvent>> Events);

/// <summary>A written procedure with who told what of it, and when.</summary>
public sealed record ProcedureRecord(string Id, Procedure State, IReadOnlyList<Told<ProcedureEvent>> Events)
{
    /// <summary>What was asked. A record begins with it.</summary>
    public ProcedureStarted Asked => State.Started ?? throw new InvalidOperationException($"{Id} was never started.");

    public Stamp Started => Events[0].Stamp;

    /// <summary>When it was concluded or withdrawn; null while it is open.</summary>
    public Stamp? Ended => Events.LastOrDefault(e => e.Fact is ProcedureConcluded or ProcedureWithdrawn)?.Stamp;

    /// <summary>Of its stream.</summary>
    public long Version => Events[^1].Stamp.Version;

    /// <summary>When the member last answered, and who did it; null while they have not.</summary>
    public Told<ProcedureEvent>? Answered(string person) => Events.LastOrDefault(e => e.Fact is ProcedureAnswered a && a.Person == person);
}
