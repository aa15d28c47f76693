using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Packs;

/// <summary>
/// A status as the managing forum will read it, before it is posted: folded into the record as if it had been, and set as the
/// deviation pack would set it today. What is not written yet reads "ikke oplyst".
/// </summary>
/// <param name="Case">The deviation it opens or is part of; null when there is none.</param>
/// <param name="Suspect">A green that the forum will look at twice, and why; null when there is nothing to doubt.</param>
/// <param name="Line">The one line of a green; null when it is something else.</param>
public sealed record StatusPreview(DeviationCase? Case, Suspect? Suspect, InitiativeLine? Line)
{
    /// <param name="record">As it stands.</param>
    /// <param name="content">What would be posted; may lack what posting demands.</param>
    /// <param name="corrects">Number of the status it would correct.</param>
    /// <param name="actor">Who would post it.</param>
    /// <param name="at">When.</param>
    public static StatusPreview Of(
        Cluster cluster, Calendar calendar, InitiativeRecord record, StatusContent content, int? corrects, string actor, DateTimeOffset at)
    {
        var day = LocalInstant.Day(at, cluster.TimeZone);
        var state = record.Events.Aggregate(Domain.Initiative.None, (now, told) => Domain.Initiative.Evolve(now, told.Fact));
        var suggested = SuggestedLight.For(state.Terms, content, day, cluster.Tolerances);
        var round = corrects is null ? Round.At(calendar, cluster, day) : null;
        InitiativeEvent[] would =
        [
            new StatusReported(state.Statuses + 1, day, content, suggested.Light, suggested.Because, round?.Meeting.Id, round?.IsLate(day) ?? false, corrects),
            .. DeviationRule.After(state, state.Statuses + 1, content.Light),
        ];
        var last = record.Events[^1].Stamp;
        var stamps = would.Select((fact, n) => (fact, new Stamp(at, day, actor, null, Imported: false, last.Position + n + 1, last.Version + n + 1)));
        var then = InitiativeRecord.Of(record.Events.Select(e => (e.Fact, e.Stamp)).Concat(stamps));

        var plan = Plan.None with { Id = record.Card.Plan };
        var whole = new ClusterRecord(cluster, calendar, [new PlanRecord(plan, [])], [then], new Dictionary<string, string>(), last.Position + would.Length);
        var material = new PackMaterial(whole, new PackOccasion(cluster.ManagingForum?.Id ?? "", null, 1, null, at, ""));
        return new(
            DeviationCase.All(material).FirstOrDefault(),
            Packs.Suspect.All(material).FirstOrDefault(),
            InitiativeLine.Of(material, row => row.Now.State == BoardState.Green).FirstOrDefault());
    }
}
