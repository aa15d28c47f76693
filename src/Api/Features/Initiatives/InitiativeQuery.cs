using System.ComponentModel;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.Reporting.Record;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>One initiative as it was found: what every read of it shows a part of.</summary>
/// <param name="Day">The day it is judged on.</param>
internal sealed record InitiativeSeen(InitiativeRecord Record, Cluster Cluster, Calendar Calendar, DateOnly Day);

/// <summary>Reads one initiative, now or as of, and answers with the part that a route shows; or 304, or 404.</summary>
/// <remarks>Properties and no constructor: what ASP.NET writes at build for a constructor with a nullable string does not compile.</remarks>
internal sealed record InitiativeQuery
{
    [Description("Cluster id, e.g. nordjylland-midt.")]
    public required string Cluster { get; init; }

    [Description("The initiative's number in the plan.")]
    public required int Number { get; init; }

    [FromQuery, Description("Plan id; left out, the plan in hand.")]
    public string? Plan { get; init; }

    public required AsOf AsOf { get; init; }

    public required Loading Loading { get; init; }

    public required ClusterReader Records { get; init; }

    public required TimeProvider Time { get; init; }

    public required HttpContext Http { get; init; }

    /// <param name="view">The part to show; null when it is not there.</param>
    /// <param name="missing">What is then missing, e.g. <c>status</c>.</param>
    public Task<IResult> ShowAsync<T>(Func<InitiativeSeen, T?> view, string missing = "initiative")
        where T : class => AsOf.IsNow ? NowAsync(view, missing) : ThenAsync(view, missing);

    private async Task<IResult> NowAsync<T>(Func<InitiativeSeen, T?> view, string missing)
        where T : class
    {
        var now = Time.GetUtcNow();
        // Loaded as a change would load it, in one round trip; nothing is sent.
        var wish = new InitiativeWish(Plan, Number, new Domain.ReconfirmStatus());
        var loaded = await Loading.LoadAsync(new(Cluster, "", now), [wish], Http.RequestAborted);
        var stream = loaded.Streams[0];
        if (!loaded.Cluster.Exists) return Missing(Streams.Cluster);
        if (!stream.Exists) return Missing("initiative");

        var day = Clock.Day(now, loaded.Cluster.TimeZone);
        // Which light shows depends on the day and on the meetings, so both are in the tag.
        var seen = FormattableString.Invariant($"{day:yyyyMMdd}-{loaded.CalendarVersion}-{loaded.ClusterVersion}");
        if (ETags.IsKnown(Http, ETags.Of(stream.Head.Version, seen))) return Results.StatusCode(StatusCodes.Status304NotModified);

        var state = stream.State(Noun.Initiative);
        var (record, version) = (await Records.InitiativeAsync(Cluster, state.Plan, Number, loaded.Cluster.TimeZone, cancellation: Http.RequestAborted))!.Value;
        Http.Response.Headers.ETag = ETags.Of(version, seen);
        return view(new(record, loaded.Cluster, loaded.Calendar, day)) is { } found ? Results.Ok(found) : Missing(missing);
    }

    private async Task<IResult> ThenAsync<T>(Func<InitiativeSeen, T?> view, string missing)
        where T : class
    {
        if (await AsOf.RecordAsync(Records, Cluster, Http.RequestAborted) is not { } record) return Missing(Streams.Cluster);
        var plan = Plan ?? record.Plan?.Plan.Id;
        if (record.Initiatives.FirstOrDefault(i => i.Card.Plan == plan && i.Card.Number == Number) is not { } initiative) return Missing("initiative");

        var day = AsOf.On(Time.GetUtcNow(), record.Cluster.TimeZone);
        return view(new(initiative, record.Cluster, record.Calendar, day)) is { } found ? Results.Ok(found) : Missing(missing);
    }

    private IResult Missing(string what) => Problems.Result(Http, StatusCodes.Status404NotFound, Faults.Missing(what));
}
