using Initiatives.Api.Features.People;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.EventStore;

namespace Initiatives.Api.Features.Interchange;

/// <summary>What is recorded of a cluster already: all of its frame, and of its initiatives what is asked for.</summary>
internal sealed class KnownCluster
{
    private readonly EventLog _log;
    private readonly string _tenant;
    private readonly Dictionary<string, long> _versions = new(StringComparer.Ordinal);
    private readonly HashSet<(int, string)> _indicators = [];

    private KnownCluster(EventLog log, string tenant, Cluster cluster, Calendar calendar, Plan plan, IReadOnlyDictionary<string, Person> people) =>
        (_log, _tenant, Cluster, Calendar, Plan, People) = (log, tenant, cluster, calendar, plan, people);

    public Cluster Cluster { get; }

    public Calendar Calendar { get; }

    public Plan Plan { get; }

    public IReadOnlyDictionary<string, Person> People { get; }

    /// <param name="plan">Id of the document's plan; null when it names none.</param>
    public static async Task<KnownCluster> LoadAsync(EventLog log, PeopleRegister register, string tenant, string? plan, CancellationToken cancellation)
    {
        string[] streams = [Streams.Cluster, Streams.Calendar, .. plan is null ? Array.Empty<string>() : [Streams.Plan(plan)]];
        var states = await log.LoadManyAsync(tenant, streams, cancellation);
        string? State(string stream) => states.GetValueOrDefault(stream)?.StateJson;
        var people = await register.ReadAsync(tenant, cancellation);
        var known = new KnownCluster(
            log, tenant, Noun.Cluster.Read(State(Streams.Cluster)), Noun.Calendar.Read(State(Streams.Calendar)),
            plan is null ? Plan.None : Noun.Plan.Read(State(Streams.Plan(plan))), people.ToDictionary(p => p.Id));
        foreach (var (stream, state) in states)
            known._versions[stream] = state.Head.Version;
        return known;
    }

    /// <summary>The version a stream was at when it was looked at; 0 when there was none.</summary>
    public long VersionOf(string stream) => _versions.GetValueOrDefault(stream);

    public bool Has(RefKind kind, string id) => kind switch
    {
        RefKind.Organisation => Cluster.HasOrganisation(id),
        RefKind.Forum => Cluster.Forum(id) is not null,
        RefKind.FocusArea => Plan.FocusAreas.Any(a => a.Id == id),
        RefKind.Meeting => Calendar.Find(id) is not null,
        _ => Cluster.HasOrganisation(id) || Cluster.Forum(id) is not null || People.ContainsKey(id),
    };

    /// <summary>Only of initiatives that <see cref="LoadIndicatorsAsync"/> was asked for.</summary>
    public bool HasIndicator(int initiative, string id) => _indicators.Contains((initiative, id));

    public async Task LoadIndicatorsAsync(IEnumerable<int> initiatives, CancellationToken cancellation)
    {
        foreach (var number in initiatives.Where(Plan.Initiatives.Contains))
            foreach (var (fact, _) in await LifeAsync(number, cancellation))
                if (fact is ConfirmationSubmitted { Terms.Indicators: var indicators })
                    _indicators.UnionWith(indicators.Select(i => (number, i.Id)));
    }

    /// <summary>An initiative's facts in order; empty when it has none.</summary>
    public async Task<IReadOnlyList<(InitiativeEvent Fact, DateTimeOffset At)>> LifeAsync(int number, CancellationToken cancellation)
    {
        var stream = Streams.Initiative(Plan.Id, number);
        var facts = await _log.ReadStreamAsync(_tenant, stream, cancellation: cancellation);
        _versions[stream] = facts.Count;
        return [.. facts.Select(f => ((InitiativeEvent)f.Data, f.Timestamp))];
    }
}
