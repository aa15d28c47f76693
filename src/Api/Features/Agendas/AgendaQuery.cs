using System.ComponentModel;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Api.Features.Agendas;

/// <summary>Whoever asks the API about one meeting's agenda, and to change it.</summary>
internal sealed record AgendaQuery(
    [property: FromRoute, Description("Cluster id, e.g. nordjylland-midt.")] string Cluster,
    [property: FromRoute, Description("Meeting id, e.g. chefforum-2023-10-30.")] string Meeting,
    AsOf AsOf,
    AgendaReader Agendas,
    HttpContext Http)
{
    /// <summary>A view of the agenda; its tag is the version that a change is decided on, and what is seen beside it.</summary>
    public Task<IResult> ShowAsync<T>(Func<AgendaInHand, T> view) => ShowAsync(agenda => Task.FromResult(view(agenda)));

    public async Task<IResult> ShowAsync<T>(Func<AgendaInHand, Task<T>> view)
    {
        var asOf = AsOf.IsNow ? null : AsOf.Instant;
        if (AsOf.Day is { } day && await Agendas.ZoneAsync(Cluster, Http.RequestAborted) is { } zone) asOf = Platform.Commands.Clock.EndOf(day, zone);
        if (await Agendas.ReadAsync(Cluster, Meeting, asOf, Http.RequestAborted) is not { } agenda) return Missing("meeting");
        var tag = ETags.Of(agenda.Version, FormattableString.Invariant($"{agenda.Record.Position}-{asOf?.UtcTicks ?? 0}"));
        return ETags.IsKnown(Http, tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Ok(await view(agenda));
    }

    /// <summary>A change that needs to know what stands on the agenda.</summary>
    public async Task<IResult> ChangeAsync(Func<AgendaInHand, Task<IResult>> change) =>
        await Agendas.ReadAsync(Cluster, Meeting, null, Http.RequestAborted) is { } agenda ? await change(agenda) : Missing("meeting");

    /// <summary>The same, about one item.</summary>
    public Task<IResult> ChangeAsync(string item, Func<AgendaInHand, AgendaItem, Task<IResult>> change) => ChangeAsync(agenda =>
        agenda.Find(item)?.Item is { } found ? change(agenda, found) : Task.FromResult(Missing("item")));

    public IResult Missing(string what) => Problems.Result(Http, StatusCodes.Status404NotFound, Faults.Missing(what));
}
