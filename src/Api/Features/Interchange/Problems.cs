using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

/// <summary>Everything that is wrong with a document, each with its path; all of it is told at once.</summary>
internal sealed class Problems
{
    private readonly List<Refusal> _listed = [];

    /// <summary>In the order they were found, at most <see cref="Limits.ListedErrors"/>.</summary>
    public IReadOnlyList<Refusal> Listed => _listed;

    /// <summary>How many there are, listed or not.</summary>
    public int Count { get; private set; }

    public bool Any => Count > 0;

    public void Add(JsonPath path, Refusal problem)
    {
        Count++;
        if (_listed.Count < Limits.ListedErrors)
            _listed.Add(problem with { Field = path.ToString() });
    }
}
