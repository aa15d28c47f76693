using Initiatives.Api.Features.People;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.Reporting;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>One initiative as a page sees it that shows a case of it, or does something to it.</summary>
/// <param name="Record">With its whole history, as readers see it.</param>
/// <param name="State">The same, as decisions see it.</param>
/// <param name="Version">Of its stream.</param>
/// <param name="People">Names by id.</param>
public sealed record InitiativeInHand(PageVisit Visit, InitiativeRecord Record, Initiative State, long Version, IReadOnlyDictionary<string, string> People)
{
    public Cluster Cluster => Visit.Standing.Cluster;

    public Calendar Calendar => Visit.Standing.Calendar;

    public int Number => State.Number;

    public string Title => $"{State.Number}. {State.Title}";

    public string Path => $"/indsatser/{State.Number}";

    public Setting Setting => new(Visit.Day, Cluster, Calendar);

    public BoardCell Now => new Domain.Board(Calendar, Cluster).At(Record.Card.Track, Visit.Day);

    public Turn Turn => CaseTurn.Of(Record, State, Cluster);

    public string Name(string? id) => id is null ? Visit.Texts.Say.NotStated : ClusterRecord.NameOf(id, Cluster, People, Visit.Texts.Language);

    /// <summary>Who did it, and in whose place.</summary>
    public string By(Stamp stamp) =>
        ClusterRecord.DoerOf(stamp.Actor, stamp.Imported, Cluster, People, Visit.Texts.Language)
        + (stamp.OnBehalfOf is { } behalf ? Visit.Texts["Initiative.OnBehalfOf", Name(behalf)] : "");

    /// <summary>The organisation that owns it; "ikke oplyst" while none does.</summary>
    public string Owner => Name(Record.Card.OwnerOrganisation);

    internal static InitiativeInHand Of(PageVisit visit, InitiativeRecord record, long version, IReadOnlyDictionary<string, string> people) =>
        new(visit, record, record.Events.Aggregate(Initiative.None, (state, told) => Initiative.Evolve(state, told.Fact)), version, people);
}

/// <summary>Finds the initiative that a page is about, as it stands or stood.</summary>
internal sealed class InitiativesInHand(ClusterReader records, PeopleRegister people)
{
    /// <returns>Null when the plan in hand has no such initiative.</returns>
    public async Task<InitiativeInHand?> FindAsync(PageVisit visit, int number, CancellationToken cancellation)
    {
        var cluster = visit.Standing.Cluster;
        DateTimeOffset? asOf = visit.AsOf is { } day ? Clock.EndOf(day, cluster.TimeZone) : null;
        return visit.Standing.Plan is { } plan && await records.InitiativeAsync(cluster.Id, plan.Id, number, cluster.TimeZone, asOf, cancellation) is { } found
            ? InitiativeInHand.Of(visit, found.Record, found.Version, await people.NamesAsync(cluster.Id, cancellation))
            : null;
    }
}
