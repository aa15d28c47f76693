using Initiatives.Api.Features.Packs;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Api.Rights;
using Initiatives.Domain;
using Initiatives.Reporting;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Meetings;

/// <summary>GET /moeder/{meeting}: when and where, its round, its packs, and what was decided at it.</summary>
internal static class ShowMeeting
{
    public static Task<IResult> Handle(string meeting, PageDesk desk, Editions editions, ClusterReader records) => desk.ShowAsync(async visit =>
    {
        var cluster = visit.Standing.Cluster;
        if (visit.Standing.Calendar.Find(meeting) is not { } found) return desk.NotFound();
        var forum = cluster.Forum(found.Forum)?.Name ?? found.Forum;
        // What was decided at a meeting stands in the initiatives' own histories: nothing is kept twice to answer this page faster.
        var record = await records.ReadAsync(cluster.Id, visit.AsOf is { } day ? Clock.EndOf(day, cluster.TimeZone) : null, desk.Cancellation);
        return PageDesk.Set<MeetingPage>(new MeetingView(
            desk.Frame(visit, desk.Texts["Meetings.One", forum, desk.Texts.Say.LongDate(found.On)], new Crumb(desk.Texts["Meetings.Title"], "/moeder")),
            found,
            forum,
            found.On < visit.Day,
            MeetingRound.Of(cluster, found, visit.Day),
            visit.May(RightsTable.ReadPacks) ? await editions.ListAsync(cluster.Id, kind: null, found.Id, desk.Cancellation) : [],
            record is null ? [] : MeetingDecision.At(record, found.Id, desk.Texts.Language),
            visit.May(RightsTable.ReadRounds),
            visit.May<Domain.MoveMeeting>()));
    }, fromRecord: false);
}

/// <param name="Editions">Newest first.</param>
public sealed record MeetingView(
    Frame Frame,
    Meeting Meeting,
    string Forum,
    bool IsHeld,
    MeetingRound? Round,
    IReadOnlyList<Edition> Editions,
    IReadOnlyList<MeetingDecision> Decisions,
    bool MayReadRound,
    bool MayArrange);

/// <summary>One thing that a meeting decided.</summary>
/// <param name="Number">The initiative's.</param>
/// <param name="Told">In one sentence.</param>
/// <param name="Quote">In the meeting's own words; null when it left none.</param>
public sealed record MeetingDecision(int Number, string Title, string Told, string? Quote)
{
    /// <summary>By initiative, then in the order they were made.</summary>
    public static IReadOnlyList<MeetingDecision> At(ClusterRecord record, string meeting, string language) =>
    [
        .. record.Initiatives.SelectMany(i => i.Events
            .Where(e => MeetingOf(e.Fact) == meeting)
            .Select(e => new MeetingDecision(i.Card.Number, i.Card.Title, Story.Tell(e.Fact, record.NameOf, language), Story.Quote(e.Fact)))),
    ];

    private static string? MeetingOf(InitiativeEvent fact) => fact switch
    {
        ConfirmationApproved e => e.Meeting,
        ConfirmationReturned e => e.Meeting,
        ConfirmationPostponed e => e.Meeting,
        DeviationTrackChosen e => e.Meeting,
        RemedyAgreed e => e.Meeting,
        EscalationRaised e => e.Meeting,
        EscalationForwarded e => e.Meeting,
        EscalationDecided e => e.Meeting,
        EscalationAnswerNoted e => e.Meeting,
        DeviationClosed e => e.Meeting,
        DeliveryRejected e => e.Meeting,
        ClosingApproved e => e.Meeting,
        _ => null,
    };
}
