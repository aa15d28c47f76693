using System.ComponentModel;
using Initiatives.Api.Features.People;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.EventStore;

namespace Initiatives.Api.Features.Log;

/// <summary>GET .../events.csv: the whole log as a table, newest first, in the words of the screens.</summary>
internal static class ExportFacts
{
    public static async Task<IResult> Handle(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster, AsOf asOf, EventLog log, CardReader cards, PeopleRegister people, HttpContext http)
    {
        if (await cards.ReadAsync(cluster, cancellation: http.RequestAborted) is not { Cluster: var known }) return Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing(Streams.Cluster));
        var until = asOf.Day is { } day ? Clock.EndOf(day, known.TimeZone) : asOf.Instant;
        var names = await people.NamesAsync(cluster, http.RequestAborted);
        var rows = ExportLog.RowsAsync(log, known, new(Until: until), names, Languages.Of(http.Request), http.RequestAborted);
        return Results.Stream(to => ExportLog.WriteCsvAsync(to, rows, http.RequestAborted), "text/csv; charset=utf-8", $"log-{cluster}.csv");
    }
}
