using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

/// <summary>
/// Which ids a document carries and which it points at. A reference to something not read yet waits, because lists may
/// stand in any order; so does one to something that only the cluster has, until the end.
/// </summary>
internal sealed class DocumentIds
{
    private readonly Dictionary<RefKind, HashSet<string>> _own = Enum.GetValues<RefKind>().ToDictionary(k => k, _ => new HashSet<string>(StringComparer.Ordinal));
    private readonly HashSet<int> _numbers = [];
    private readonly HashSet<(int, int)> _revisions = [];
    private readonly HashSet<(int, string)> _indicators = [];
    private readonly Dictionary<(RefKind, string), Waiting> _waiting = [];
    private readonly Dictionary<int, Waiting> _waitingNumbers = [];
    private readonly Dictionary<(int, string), Waiting> _waitingIndicators = [];

    /// <summary>The places of a reference; enough of them to list, all of them counted.</summary>
    private sealed class Waiting
    {
        public List<JsonPath> Places { get; } = [];

        public void Add(JsonPath path)
        {
            if (Places.Count < Limits.ListedErrors)
                Places.Add(path);
        }
    }

    public IReadOnlySet<int> Numbers => _numbers;

    public IEnumerable<int> InitiativesWithUnknownIndicators => _waitingIndicators.Keys.Select(k => k.Item1).Distinct();

    public IReadOnlySet<string> Meetings => _own[RefKind.Meeting];

    /// <summary>The document carries it; false when it did so already.</summary>
    public bool Own(RefKind kind, string id) => _own[kind].Add(id);

    public void Known(RefKind kind, IEnumerable<string> ids) => _own[kind].UnionWith(ids);

    public bool OwnNumber(int number) => _numbers.Add(number);

    public bool OwnRevision(int initiative, int revision) => _revisions.Add((initiative, revision));

    public void OwnIndicators(int initiative, IEnumerable<string> ids) => _indicators.UnionWith(ids.Select(id => (initiative, id)));

    public void Refer(RefKind kind, string id, JsonPath path)
    {
        if (!Has(kind, id))
            Wait(_waiting, (kind, id), path);
    }

    public void ReferNumber(int number, JsonPath path)
    {
        if (!_numbers.Contains(number))
            Wait(_waitingNumbers, number, path);
    }

    public void ReferIndicator(int initiative, string id, JsonPath path)
    {
        if (!_indicators.Contains((initiative, id)))
            Wait(_waitingIndicators, (initiative, id), path);
    }

    /// <summary>At the end of the document: what neither it nor the cluster has is dangling.</summary>
    /// <param name="numbers">Of the initiatives that the plan in the cluster has.</param>
    /// <param name="indicators">True for an indicator that the cluster's record of the initiative knows.</param>
    public void Resolve(Problems problems, Func<RefKind, string, bool> inCluster, IReadOnlySet<int> numbers, Func<int, string, bool> indicators)
    {
        foreach (var ((kind, id), waiting) in _waiting)
            if (!Has(kind, id) && !inCluster(kind, id))
                Tell(problems, waiting, ContentErrors.Unknown(kind, id));
        foreach (var (number, waiting) in _waitingNumbers)
            if (!_numbers.Contains(number) && !numbers.Contains(number))
                Tell(problems, waiting, ContentErrors.UnknownInitiative(number));
        foreach (var ((initiative, id), waiting) in _waitingIndicators)
            if (!_indicators.Contains((initiative, id)) && !indicators(initiative, id))
                Tell(problems, waiting, ContentErrors.UnknownIndicator(id));
    }

    private bool Has(RefKind kind, string id) =>
        _own[kind].Contains(id) || (kind is RefKind.Party && (_own[RefKind.Organisation].Contains(id) || _own[RefKind.Forum].Contains(id)));

    private static void Wait<TKey>(Dictionary<TKey, Waiting> waiting, TKey key, JsonPath path)
        where TKey : notnull
    {
        if (!waiting.TryGetValue(key, out var places))
            waiting[key] = places = new Waiting();
        places.Add(path);
    }

    private static void Tell(Problems problems, Waiting waiting, Refusal problem)
    {
        foreach (var place in waiting.Places)
            problems.Add(place, problem);
    }
}
