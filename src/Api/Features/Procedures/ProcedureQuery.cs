using System.ComponentModel;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Api.Features.Procedures;

/// <summary>Whoever asks the API about one written procedure, and to change it.</summary>
internal sealed record ProcedureQuery(
    [property: FromRoute, Description("Cluster id, e.g. nordjylland-midt.")] string Cluster,
    [property: FromRoute, Description("Id of the written procedure, e.g. 2023-10-20-datakilder.")] string Procedure,
    AsOf AsOf,
    ProcedureReader Procedures,
    HttpContext Http)
{
    public async Task<IResult> ShowAsync<T>(Func<ProcedureInHand, T> view)
    {
        var asOf = AsOf.IsNow ? null : AsOf.Instant;
        if (AsOf.Day is { } day && await Procedures.ZoneAsync(Cluster, Http.RequestAborted) is { } zone) asOf = Clock.EndOf(day, zone);
        if (await Procedures.ReadAsync(Cluster, Procedure, asOf, Http.RequestAborted) is not { } found) return Missing();
        var tag = ETags.Of(found.Procedure.Version, FormattableString.Invariant($"{found.Record.Position}-{asOf?.UtcTicks ?? 0}"));
        return ETags.IsKnown(Http, tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Ok(view(found));
    }

    /// <summary>A change that needs to know what was asked, and by whom.</summary>
    public async Task<IResult> ChangeAsync(Func<ProcedureInHand, Task<IResult>> change) =>
        await Procedures.ReadAsync(Cluster, Procedure, null, Http.RequestAborted) is { } found ? await change(found) : Missing();

    public IResult Missing() => Problems.Result(Http, StatusCodes.Status404NotFound, Faults.Missing("procedure"));
}
