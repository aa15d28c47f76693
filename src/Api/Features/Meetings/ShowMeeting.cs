using Initiatives.Api.Features.Agendas;
using Initiatives.Api.Features.Packs;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Rights;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Meetings;

/// <summary>GET /moeder/{meeting}: when and where, its round, its packs, its agenda and what was decided.</summary>
internal static class ShowMeeting
{
    public static Task<IResult> Handle(string meeting, PageDesk desk, Editions editions, AgendaReader agendas, MinutesPeopleReader people) => desk.ShowAsync(async visit =>
    {
        var cluster = visit.Standing.Cluster;
        if (visit.Standing.Calendar.Find(meeting) is not { } found) return desk.NotFound();
        var forum = cluster.Forum(found.Forum)?.Name ?? found.Forum;
        var agenda = await agendas.ReadAsync(cluster.Id, found.Id, visit.AsOf is { } day ? Clock.EndOf(day, cluster.TimeZone) : null, desk.Cancellation);
        var on = agenda is null ? null : new AgendaVisit(visit, agenda);
        var all = await editions.ListAsync(cluster.Id, kind: null, found.Id, desk.Cancellation);
        var round = MeetingRound.Of(cluster, found, visit.Day);
        return PageDesk.Set<MeetingPage>(new MeetingView(
            desk.Frame(visit, desk.Texts["Meetings.One", forum, desk.Texts.Say.LongDate(found.On)], new Crumb(desk.Texts["Meetings.Title"], "/moeder")),
            found,
            forum,
            found.On < visit.Day,
            round,
            visit.May(RightsTable.ReadPacks) ? all : [],
            visit.Day,
            round?.PackMade(all, cluster),
            on,
            visit.May(RightsTable.ReadRounds),
            visit.May<Domain.MoveMeeting>(),
            visit.AsOf is null && agenda is not null && visit.MayTakeMaterial(found),
            on is { MaySendAgain: true, Sheet.State.SentTo: not null } && await people.ReadAsync(cluster.Id, on.Agenda, desk.Cancellation) is { Unreached.Count: > 0 } missed ? missed : null));
    }, fromRecord: false);
}

/// <param name="Editions">Newest first.</param>
/// <param name="PackMade">The day its pack was made; null when there is none.</param>
/// <param name="Agenda">Null when the meeting is cancelled.</param>
/// <param name="Missed">Told to those who send minutes; null when they reached everybody.</param>
public sealed record MeetingView(
    Frame Frame,
    Meeting Meeting,
    string Forum,
    bool IsHeld,
    MeetingRound? Round,
    IReadOnlyList<Edition> Editions,
    DateOnly Day,
    DateOnly? PackMade,
    AgendaVisit? Agenda,
    bool MayReadRound,
    bool MayArrange,
    bool MayTakeMaterial,
    MinutesPeople? Missed);
