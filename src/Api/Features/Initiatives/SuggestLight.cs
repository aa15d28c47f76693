using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>POST .../suggested-light: what the tolerances would suggest for a status, and why. Nothing is recorded.</summary>
internal static class SuggestLight
{
    public sealed record Body(Dimensions Dimensions, Forecast? Forecast = null, IReadOnlyList<IndicatorReading>? Indicators = null);

    /// <param name="Because">Reason codes, worst first.</param>
    /// <param name="Sentence">The same in the reader's language.</param>
    public sealed record Suggested(TrafficLight Light, IReadOnlyList<string> Because, string Sentence);

    public static readonly Body Example = new(Dimensions.AllGreen, new(new(2024, 2, 29), 450_000m));

    public static async Task<IResult> Handle([AsParameters] InitiativeAddress address, Body body, Loading loading, TimeProvider time, HttpContext http)
    {
        var now = time.GetUtcNow();
        var loaded = await loading.LoadAsync(new(address.Cluster, "", now), [address.Wish(new Domain.ReconfirmStatus())], http.RequestAborted);
        if (!loaded.Streams[0].Exists) return Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing(loaded.Cluster.Exists ? "initiative" : Streams.Cluster));

        var content = new StatusContent(TrafficLight.Green, null, body.Dimensions, null, null, null, body.Forecast, body.Indicators ?? [], null);
        var terms = loaded.Streams[0].State(Noun.Initiative).Terms;
        var suggestion = SuggestedLight.For(terms, content, Clock.Day(now, loaded.Cluster.TimeZone), loaded.Cluster.Tolerances);
        return Results.Ok(new Suggested(suggestion.Light, suggestion.Because, suggestion.In(Languages.Of(http.Request))));
    }
}
