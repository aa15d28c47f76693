using Initiatives.Domain;

namespace Initiatives.Reporting.Record;

/// <summary>Whose turn it is in a case, with what only the record knows: whether the owner asked before the forums acted, or after.</summary>
public static class CaseTurn
{
    /// <summary>
    /// The domain's answer; but an owner who asks for a decision waits for the managing forum, which chooses another track or escalates, though it
    /// chose one before it was asked.
    /// </summary>
    public static Turn Of(InitiativeRecord record, Initiative state, Cluster cluster) =>
        Turn.Of(state, cluster) is var turn && turn.Waiting is Waiting.Owner
        && state.Deviation is { Track.Track: DeviationTrack.BackToPlan, Number: var number }
        && cluster.ManagingForum is { } managing
        && record.Deviations.FirstOrDefault(d => d.Number == number) is { } deviation && Wanting(record, deviation) is not null
            ? new(Waiting.Forum, managing.Id)
            : turn;

    /// <summary>The red status that wants a decision on which no forum has acted since; null when the last status wants none, or one has.</summary>
    public static Status? Wanting(InitiativeRecord record, Deviation deviation)
    {
        if (!deviation.IsOpen || record.Statuses.LastOrDefault(s => s.CorrectedBy is null) is not { Content: { Light: TrafficLight.Red, Deviation.DecisionFrom: not null } } status)
            return null;
        // Saying the same again is not asking again.
        var asked = status.Reconfirms is { } first ? record.Statuses.First(s => s.Number == first).Stamp : status.Stamp;
        return Acted(deviation).Any(stamp => stamp.Version > asked.Version) ? null : status;
    }

    /// <summary>The organisations and forums that the open remedies lie with, a person's by their organisation; the owner where there are none.</summary>
    public static IReadOnlyList<string> AtWork(InitiativeRecord record, Deviation deviation, Cluster cluster)
    {
        var owner = record.Card.OwnerOrganisation;
        var parties = deviation.Remedies.Where(r => r.IsOpen).OrderBy(r => r.Due).Select(r => Party(r.Agreed.Fact.Who)).OfType<string>().Distinct().ToList();
        return parties.Count > 0 ? parties : owner is null ? [] : [owner];

        string? Party(string who) => cluster.Forum(who) is not null || cluster.HasOrganisation(who) ? who
            : record.WorkingGroup.FirstOrDefault(m => m.Person == who)?.Organisation ?? owner;
    }

    private static IEnumerable<Stamp> Acted(Deviation deviation) =>
    [
        .. deviation.Track is { } track ? [track.Stamp] : Array.Empty<Stamp>(),
        .. deviation.Remedies.Select(r => r.Agreed.Stamp),
        .. deviation.Escalations.SelectMany(e => new[] { e.Raised.Stamp, e.Decided?.Stamp, e.Noted?.Stamp }).OfType<Stamp>(),
    ];
}
