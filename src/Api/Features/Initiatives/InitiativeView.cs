using Initiatives.Api.Features.Shell;
using Initiatives.Domain;
using Initiatives.Reporting.Charts;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>What the page of one initiative shows, on a day.</summary>
/// <param name="Running">The round that a status would answer; null between rounds.</param>
/// <param name="Coming">The next round to open; null when none is planned.</param>
/// <param name="Names">Shows an id of a person, organisation or forum as a name.</param>
/// <param name="Visit">Who reads it: what they are offered to do follows from that.</param>
public sealed record InitiativeView(
    Frame Frame,
    InitiativeRecord Record,
    BoardCell Now,
    DateOnly Day,
    DateOnly? AsOf,
    string FocusArea,
    Round? Running,
    Round? Coming,
    IReadOnlyList<string> Chain,
    Func<string, string> Names,
    PageVisit Visit)
{
    public InitiativeCard Card => Record.Card;

    /// <summary>As what it goes on in which plan; null when it was not carried over.</summary>
    public string? Into => Visit.Standing.Into(Now, Visit.Texts.Language);

    /// <summary>Where it is in its life.</summary>
    public Phase Phase => Card.Track.Phases is [.., var last] ? last.Phase : Phase.Ordered;

    /// <summary>The forum whose approval is awaited next; null when none is.</summary>
    public string? AwaitedForum => Record.Awaiting is { } awaiting ? Chain.FirstOrDefault(f => !awaiting.ApprovedBy.Contains(f)) : null;

    /// <summary>The forum whose word on the claimed delivery is awaited next; null when none is.</summary>
    public string? ClosingForum => Phase is not Phase.Delivered ? null : Chain.Except(
        Record.Events.Reverse().TakeWhile(e => e.Fact is not DeliveryClaimed).Select(e => e.Fact).OfType<ClosingApproved>().Select(a => a.Forum)).FirstOrDefault();

    /// <summary>The running round that it has answered; null when it has not, or owes nothing in it.</summary>
    public Round? Answered => Running is { } round && !Now.Open && !Now.Overdue && Domain.Board.Owes(Card.Track, round) ? round : null;

    /// <summary>First approved, in force and forecast side by side; null before any terms are known.</summary>
    public TermsComparison? Terms => Card.InForce is not { } now ? null : new TermsComparison(
        Card.Title,
        Card.First?.End,
        now.End,
        Card.Forecast?.End ?? now.End,
        Card.First?.Cost,
        now.Cost,
        Card.Forecast?.Cost ?? now.Cost,
        Card.Replans + 1);

    /// <summary>From each of these days on the initiative stood so.</summary>
    public IReadOnlyList<LightOnDay> Track => [.. Card.Track.Lights.Select(l => new LightOnDay(l.On, State(l.Light)))];

    /// <summary>Each indicator of the terms in force, with all that was measured of it.</summary>
    public IReadOnlyList<IndicatorSeries> Indicators
    {
        get
        {
            if (Record.InForce?.Terms is not { } terms)
                return [];
            var start = terms.Start ?? Record.Confirmations[0].Submitted.On;
            return
            [
                .. terms.Indicators.Select(i => new IndicatorSeries(
                    i,
                    start,
                    i.Due ?? terms.End ?? Day,
                    [.. Record.Statuses.Where(s => s.Reconfirms is null).SelectMany(s => s.Content.Indicators).Where(r => r.Indicator == i.Id).GroupBy(r => r.Measured).Select(g => g.Last()).OrderBy(r => r.Measured)])),
            ];
        }
    }

    private static BoardState State(TrafficLight light) => light switch
    {
        TrafficLight.Green => BoardState.Green,
        TrafficLight.Yellow => BoardState.Yellow,
        _ => BoardState.Red,
    };
}
