using Initiatives.Api.Features.Initiatives;
using Initiatives.Domain;
using Initiatives.Reporting.Charts;
using Initiatives.Reporting.Record;
using Deviation = Initiatives.Reporting.Record.Deviation;
using Escalation = Initiatives.Reporting.Record.Escalation;
using Remedy = Initiatives.Reporting.Record.Remedy;

namespace Initiatives.Api.Features.Deviations;

/// <summary>One deviation of an initiative, with what its readers need beside it.</summary>
public sealed record CaseInHand(InitiativeInHand About, Deviation Deviation)
{
    /// <returns>Null when the initiative never had a deviation of that number.</returns>
    public static CaseInHand? Of(InitiativeInHand about, int deviation) =>
        about.Record.Deviations.FirstOrDefault(d => d.Number == deviation) is { } found ? new(about, found) : null;

    public int Number => Deviation.Number;

    public string Path => FormattableString.Invariant($"/afvigelser/{About.Number}-{Number}");

    public string PathOf(Escalation escalation) => FormattableString.Invariant($"/eskaleringer/{About.Number}-{escalation.Number}");

    public string PathOf(Remedy remedy) => FormattableString.Invariant($"{Path}/afhjaelpning/{remedy.Number}");

    public bool IsOpen => Deviation.IsOpen;

    /// <summary>The forum that manages it; null where none is configured.</summary>
    public Forum? Managing => About.Cluster.ManagingForum;

    /// <summary>The day that ages are counted to.</summary>
    public DateOnly Until => Deviation.Closed?.Stamp.On ?? About.Visit.Day;

    public int AgeDays => Until.DayNumber - Deviation.Since.DayNumber;

    /// <summary>Meetings of the managing forum that it has outlived.</summary>
    public int Meetings => MeetingsSince(Deviation.Since);

    /// <summary>The day from which it has had the light it has now.</summary>
    public DateOnly LightSince => Deviation.Turns[^1].Stamp.On;

    /// <summary>Posted since it was opened and until it was closed, oldest first.</summary>
    public IReadOnlyList<Status> Statuses =>
        [.. About.Record.Statuses.Where(s => s.Number >= Opening && (Deviation.Closed is not { } closed || s.Stamp.Version <= closed.Stamp.Version))];

    /// <summary>The status whose account still speaks for it: a green one no longer holds any.</summary>
    public Status? Accounted => Statuses.LastOrDefault(s => s.Content.Deviation is not null);

    /// <summary>The forum that the owner wants a decision of, which none has acted on yet; null otherwise.</summary>
    public string? Wanted => CaseTurn.Wanting(About.Record, Deviation)?.Content.Deviation?.DecisionFrom;

    /// <summary>The open remedy that is due first.</summary>
    public Remedy? NextRemedy => Deviation.Remedies.Where(r => r.IsOpen).MinBy(r => r.Due);

    public IReadOnlyList<Proposal> Proposals => IsOpen ? Domain.Proposals.For(About.State, About.Setting) : [];

    /// <summary>End and cost: first approved, in force, expected; null before any terms took force.</summary>
    public TermsComparison? Terms => About.Record.Card is not { InForce: { } now } card ? null : new TermsComparison(
        About.Title, card.First?.End, now.End, card.Forecast?.End ?? now.End, card.First?.Cost, now.Cost, card.Forecast?.Cost ?? now.Cost, card.Replans + 1);

    /// <summary>From each of these days on the initiative stood so.</summary>
    public IReadOnlyList<LightOnDay> Lights => [.. About.Record.Card.Track.Lights.Select(l => new LightOnDay(l.On, StateOf(l.Light)))];

    public int MeetingsSince(DateOnly day) =>
        Managing is { } forum ? About.Calendar.Held(forum.Id).Count(m => m.On >= day && m.On < Until) : 0;

    public static BoardState StateOf(TrafficLight light) => light switch
    {
        TrafficLight.Green => BoardState.Green,
        TrafficLight.Yellow => BoardState.Yellow,
        _ => BoardState.Red,
    };

    private int Opening => Deviation.Turns.Select(t => t.Fact).OfType<DeviationOpened>().First().Status;
}
