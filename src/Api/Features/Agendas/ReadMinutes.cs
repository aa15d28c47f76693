using Initiatives.Api.Rights;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Agendas;

/// <summary>GET .../meetings/{meeting}/minutes: as they are drafted from the outcomes, or as they were approved.</summary>
internal static class ReadMinutes
{
    /// <param name="PutForward">The chair has been asked to approve them.</param>
    /// <param name="Approved">They are frozen.</param>
    /// <param name="SentTo">Forums whose members they were sent to; null before.</param>
    /// <param name="Present">Who was there; empty while nobody has written it down.</param>
    /// <param name="Regrets">Who had sent regrets.</param>
    /// <param name="Unreached">Names of those whom the mail could not reach; told to those who send minutes, null to others.</param>
    /// <param name="Reachable">Names of those who have an address by now, to whom they can be sent again; told to the same.</param>
    public sealed record View(
        string Meeting,
        string Forum,
        long Version,
        bool PutForward,
        bool Approved,
        IReadOnlyList<string>? SentTo,
        IReadOnlyList<Attendant> Present,
        IReadOnlyList<Attendant> Regrets,
        IReadOnlyList<string>? Unreached,
        IReadOnlyList<string>? Reachable,
        IReadOnlyList<MinutesPoint> Points);

    /// <param name="Person">Id.</param>
    /// <param name="Name">As the register has it today.</param>
    public sealed record Attendant(string Person, string Name);

    public static Task<IResult> Handle([AsParameters] AgendaQuery query, MinutesPeopleReader people) => query.ShowAsync(async a =>
    {
        var known = await people.ReadAsync(query.Cluster, a, query.Http.RequestAborted);
        var tells = Guard.MayAsk(query.Http.Member(), RightsTable.Of(typeof(Domain.SendMinutes)), forum: a.Forum.Id);
        return new View(
            a.Meeting.Id, a.Forum.Id, a.Version, a.Sheet.State.IsPutForward, a.Sheet.State.IsFrozen, a.Sheet.State.SentTo,
            [.. known.Present.Select(p => new Attendant(p.Id, p.Name))], [.. known.Regrets.Select(p => new Attendant(p.Id, p.Name))], tells ? [.. known.Unreached.Select(p => p.Name)] : null, tells ? [.. known.Reachable.Select(p => p.Name)] : null, a.Sheet.Minutes);
    });
}
