using System.ComponentModel;
using System.Text.Json;
using Initiatives.Api.Jobs;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using MediatR;

namespace Initiatives.Api.Features.Packs;

/// <summary>POST .../editions: compiles a pack now. Without a reason only when there is none yet; with one, the next edition.</summary>
internal static class IssueEdition
{
    /// <param name="Kind">A kind of pack, e.g. afvigelsesrapport; an unknown one is refused with the list of those there are.</param>
    /// <param name="Meeting">A meeting's id or day, or <c>next</c>.</param>
    /// <param name="Why">Why there is to be another edition: a correction, a status that came late.</param>
    public sealed record Body(string Kind, string Meeting = FindOccasion.Next, string? Why = null);

    public static readonly Body Example = new("afvigelsesrapport", "chefforum-2023-10-30", "Status for indsats 10 kom efter fristen.");

    public static async Task<IResult> Handle(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster,
        Body body,
        CardReader cards,
        IMediator mediator,
        JobSchedule schedule,
        OncePerKey once,
        TimeProvider clock,
        HttpContext http) => await once.AnswerAsync(http, cluster, async keep =>
    {
        var now = clock.GetUtcNow();
        if (await cards.ReadAsync(cluster, cancellation: http.RequestAborted) is not { } overview)
            return (Problems.Reply(http, StatusCodes.Status404NotFound, [PackRefusals.ClusterUnknown()]), IsKept: false);
        if (PackKind.Named(body.Kind) is not { } kind)
            return (Refuse(http, PackRefusals.KindUnknown(PackKind.All.Select(k => k.Name))), IsKept: false);
        var (occasion, unknown) = FindOccasion.Of(overview.Cluster, overview.Calendar, kind, body.Meeting, LocalInstant.Day(now, overview.Cluster.TimeZone));
        if (occasion is null)
            return (Refuse(http, unknown!), IsKept: false);

        var context = new CommandContext(cluster, http.Member().Id, now);
        var command = new CompilePack(context, kind.Name, occasion)
        {
            Why = body.Why,
            Besides = keep is null ? null : edition => keep(Tell(StatusCodes.Status201Created, cluster, edition)),
        };
        var compiled = await mediator.Send(command, http.RequestAborted);
        // Its forum is told of it; should the node die before this, the hourly reconciliation plans it.
        if (compiled is Compiled.Issued) await schedule.ReconcileAsync(cluster, http.RequestAborted);
        return compiled switch
        {
            Compiled.Issued e => (Tell(StatusCodes.Status201Created, cluster, e.Edition), IsKept: true),
            Compiled.There e => (Tell(StatusCodes.Status200OK, cluster, e.Edition), IsKept: false),
            Compiled.Refused e => (Refuse(http, [.. e.Refusals]), IsKept: false),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    });

    private static Reply Tell(int status, string cluster, Edition edition) => new(
        status,
        ETag: null,
        status == StatusCodes.Status201Created ? EditionView.Address(cluster, edition) : null,
        JsonSerializer.Serialize(EditionView.Of(cluster, edition), ApiJson.Options));

    private static Reply Refuse(HttpContext http, params Refusal[] refusals)
    {
        var (status, broken) = Problems.Refused(refusals, http.Request.RouteValues);
        return Problems.Reply(http, status, broken);
    }
}
