using Initiatives.Api.Features.People;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Reading;
using Initiatives.Api.Rights;
using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Orders;

/// <summary>The initiative that a form is about, as its writer sees it.</summary>
/// <param name="State">The same as <paramref name="Record"/>, as decisions see it.</param>
/// <param name="Version">Of its stream.</param>
/// <param name="People">Everyone in the register, the forgotten too.</param>
public sealed record InitiativeSubject(PageVisit Visit, InitiativeRecord Record, Initiative State, long Version, IReadOnlyList<Person> People)
{
    public Cluster Cluster => Visit.Standing.Cluster;

    public Calendar Calendar => Visit.Standing.Calendar;

    public Setting Setting => new(Visit.Today, Cluster, Calendar);

    public Plan Plan => Visit.Standing.Plan!;

    public string Path => FormattableString.Invariant($"/indsatser/{State.Number}");

    public Crumb Crumb => new($"{State.Number}. {State.Title}", Path);

    public string Name(string? id) => id is null ? Visit.Texts.Say.NotStated : ClusterRecord.NameOf(id, Cluster, Names, Visit.Texts.Language);

    /// <summary>In whose place the reader does this, a forum or a person; null when it is in their own right, or not at all.</summary>
    public string? OnBehalfOf(InitiativeCommand command) =>
        Guard.MayDo(Visit.Me, command, Streams.Initiative(State.Plan, State.Number), Cluster)?.OnBehalfOf;

    /// <summary>The forums the reader could send this command for, in the chain's order.</summary>
    public IReadOnlyList<Forum> ForumsOf<TCommand>() => [.. Cluster.Forums.Where(f => Visit.May<TCommand>(State.Number, f.Id))];

    public IReadOnlyList<Option> Organisations => [.. Cluster.Organisations.Select(o => new Option(o.Id, o.Name))];

    /// <summary>People to choose between, by name.</summary>
    /// <param name="also">Ids that must be there, also when the person is in the register no more.</param>
    public IReadOnlyList<Option> Persons(params IEnumerable<string?> also) =>
    [
        .. People.Where(p => !p.IsForgotten).OrderBy(p => p.Name, StringComparer.Create(DanishOrder, CultureOptions))
            .Select(p => new Option(p.Id, p.Organisation is { } o && Name(o) is var at && !p.Name.Contains(at, StringComparison.Ordinal) ? $"{p.Name}, {at}" : p.Name)),
        .. also.OfType<string>().Distinct().Where(id => People.All(p => p.Id != id || p.IsForgotten)).Select(id => new Option(id, Name(id))),
    ];

    /// <summary>Organisations and people: who can take something on.</summary>
    public IReadOnlyList<Option> Takers => [.. Organisations, .. Persons()];

    private static readonly System.Globalization.CultureInfo DanishOrder = System.Globalization.CultureInfo.GetCultureInfo("da");

    private const System.Globalization.CompareOptions CultureOptions = System.Globalization.CompareOptions.IgnoreCase;

    private IReadOnlyDictionary<string, string> Names => People.Where(p => !p.IsForgotten).ToDictionary(p => p.Id, p => p.Name);
}

/// <summary>Finds what a form is about.</summary>
internal sealed class InitiativeSubjects(ClusterReader records, PeopleRegister people)
{
    /// <returns>Null when the plan in hand has no such initiative.</returns>
    public async Task<InitiativeSubject?> FindAsync(PageVisit visit, int number, CancellationToken cancellation)
    {
        var cluster = visit.Standing.Cluster;
        if (visit.Standing.Plan is not { } plan
            || await records.InitiativeAsync(cluster.Id, plan.Id, number, cluster.TimeZone, cancellation: cancellation) is not { } found)
            return null;
        return new(
            visit,
            found.Record,
            found.Record.Events.Aggregate(Initiative.None, (state, told) => Initiative.Evolve(state, told.Fact)),
            found.Version,
            await people.ReadAsync(cluster.Id, cancellation));
    }
}
