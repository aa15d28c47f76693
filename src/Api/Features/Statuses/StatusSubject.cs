using Initiatives.Api.Features.Drafts;
using Initiatives.Api.Features.People;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Statuses;

/// <summary>The initiative that a status is about, as its owner sees it when writing.</summary>
/// <param name="Record">With its whole history: what was said last time, and what was agreed.</param>
/// <param name="State">The same, as decisions see it.</param>
/// <param name="Version">Of its stream.</param>
/// <param name="Draft">What this person has begun to write; null when nothing.</param>
public sealed record StatusSubject(
    PageVisit Visit, InitiativeRecord Record, Initiative State, long Version, Draft? Draft, DraftKey DraftKey, IReadOnlyDictionary<string, string> People)
{
    public Cluster Cluster => Visit.Standing.Cluster;

    public Setting Setting => new(Visit.Today, Cluster, Visit.Standing.Calendar);

    public string Name(string id) => ClusterRecord.NameOf(id, Cluster, People, Visit.Texts.Language);

    public string Path => $"/indsatser/{State.Number}/status";

    /// <summary>The status to be corrected; null when there is none of that number.</summary>
    public Status? Posted(int number) => Record.Statuses.FirstOrDefault(s => s.Number == number);

    /// <summary>Why no status can be given now, whatever it says; null when one can.</summary>
    public Refusal? Closed => State.Phase switch
    {
        Phase.InDelivery => null,
        Phase.Paused => InitiativeRefusals.IsPaused(),
        Phase.Delivered => InitiativeRefusals.IsDelivered(),
        Phase.Closed or Phase.Withdrawn or Phase.CarriedOver => InitiativeRefusals.HasEnded(State.Ending?.Kind),
        _ => InitiativeRefusals.NotStarted(),
    };

    /// <summary>The round that a status given today answers, or the next one to open.</summary>
    public Round? Round =>
        Domain.Round.At(Visit.Standing.Calendar, Cluster, Visit.Today)
        ?? Domain.Round.All(Visit.Standing.Calendar, Cluster).FirstOrDefault(r => !r.ShortNotice && r.Opens > Visit.Today);

    /// <summary>"Uændret, gælder stadig" is offered when the domain would take it.</summary>
    public bool MayReconfirm => new ReconfirmStatus().Decide(State, Setting) is { IsRefused: false, Events.Count: > 0 };

    public Suggestion Suggest(StatusContent content) => SuggestedLight.For(State.Terms, content, Visit.Today, Cluster.Tolerances);
}

/// <summary>Finds what a status is about.</summary>
internal sealed class StatusSubjects(ClusterReader records, PeopleRegister people, Drafts.Drafts drafts)
{
    /// <param name="corrects">Number of the status that is corrected: such a draft is another than the next status's.</param>
    /// <returns>Null when the plan in hand has no such initiative.</returns>
    public async Task<StatusSubject?> FindAsync(PageVisit visit, int number, int? corrects, CancellationToken cancellation)
    {
        var cluster = visit.Standing.Cluster;
        if (visit.Standing.Plan is not { } plan
            || await records.InitiativeAsync(cluster.Id, plan.Id, number, cluster.TimeZone, cancellation: cancellation) is not { } found)
            return null;
        var key = StatusDrafts.Key(cluster.Id, visit.Me.Id, plan.Id, number, corrects);
        return new(
            visit,
            found.Record,
            found.Record.Events.Aggregate(Initiative.None, (state, told) => Initiative.Evolve(state, told.Fact)),
            found.Version,
            await drafts.ReadAsync(key, cancellation),
            key,
            await people.NamesAsync(cluster.Id, cancellation));
    }
}
