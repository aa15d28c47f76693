using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Procedures;

/// <summary>GET /skriftlige-godkendelser: what is asked in writing now, and what has been.</summary>
internal static class ShowProcedures
{
    public static Task<IResult> Handle(PageDesk desk, ProcedureReader procedures) => desk.ShowAsync(async visit =>
    {
        var cluster = visit.Standing.Cluster;
        DateTimeOffset? asOf = visit.AsOf is { } day ? Clock.EndOf(day, cluster.TimeZone) : null;
        return await procedures.RecordAsync(cluster.Id, asOf, desk.Cancellation) is { } record
            ? PageDesk.Set<ProceduresPage>(new ProceduresView(
                desk.Frame(visit, desk.Texts["Procedures.Title"], new Crumb(desk.Texts["Meetings.Title"], "/moeder")), record, [.. record.Procedures.Where(p => p.State.IsOpen).OrderBy(p => p.State.Deadline)], [.. record.Procedures.Where(p => !p.State.IsOpen)],
                visit.Day, visit.May<Domain.StartProcedure>()))
            : desk.NotFound();
    });
}

/// <param name="Open">Soonest deadline first.</param>
/// <param name="Ended">Newest first.</param>
public sealed record ProceduresView(Frame Frame, ClusterRecord Record, IReadOnlyList<ProcedureRecord> Open, IReadOnlyList<ProcedureRecord> Ended, DateOnly Day, bool MayStart);
