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

    /// <summary>The plan in hand: the last one drawn up.</summary>
    public PlanRecord? Plan => Plans.Count == 0 ? null : Plans[^1];

    /// <summary>The name of a person, organisation or forum as it is shown.</summary>
    public string NameOf(string id) => NameOf(id, Cluster, People);

    /// <summary>
    /// The name of a person, organisation or forum as it is shown; a forgotten person reads "tidligere medlem", and what
    /// the service did by itself or an operator did with its token says so.
    /// </summary>
    public static string NameOf(string id, Cluster cluster, IReadOnlyDictionary<string, string> people) =>
        people.TryGetValue(id, out var name) ? name
        : cluster.Organisations.FirstOrDefault(o => o.Id == id)?.Name
        ?? cluster.Forum(id)?.Name
        ?? id switch
        {
            Actors.Operator => "Driften",
            Actors.Import => "Import",
            Actors.Jobs => "Automatisk",
            Actors.Demo => "Eksemplet",
            _ => "tidligere medlem",
        };
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
}

/// <summary>An action plan with who told what of it.</summary>
public sealed record PlanRecord(Plan Plan, IReadOnlyList<Told<PlanEvent>> Events);
