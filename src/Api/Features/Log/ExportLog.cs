using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Initiatives.Api.Features.People;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;
using Initiatives.EventStore;

namespace Initiatives.Api.Features.Log;

/// <summary>GET /log/udtraek: what the log's filter shows, all of it, as a file: CSV for a spreadsheet, JSON for a program.</summary>
internal static class ExportLog
{
    private const int PerRead = 500;

    public static Task<IResult> Handle(HttpContext http, PageDesk desk, EventLog log, PeopleRegister people) => desk.ShowAsync(async visit =>
    {
        var filter = LogQuery.Read(http.Request.Query).Filter(visit);
        var cluster = visit.Standing.Cluster;
        var names = await people.NamesAsync(cluster.Id, desk.Cancellation);
        var rows = RowsAsync(log, cluster, filter, names, desk.Texts.Language, desk.Cancellation);
        return http.Request.Query[LogQuery.FormatName] == "json"
            ? Results.Stream(to => JsonSerializer.SerializeAsync(to, rows, ApiJson.Options, desk.Cancellation), MediaTypeNames.Application.Json, $"log-{cluster.Id}.json")
            : Results.Stream(to => WriteCsvAsync(to, rows, desk.Cancellation), "text/csv; charset=utf-8", $"log-{cluster.Id}.csv");
    }, fromRecord: false);

    /// <summary>Newest first, a page at a time: a log of any length in the memory of one page.</summary>
    public static async IAsyncEnumerable<LogRow> RowsAsync(
        EventLog log, Cluster cluster, LogFilter filter, IReadOnlyDictionary<string, string> names, string language,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        long? before = null;
        while (await log.ReadNewestAsync(cluster.Id, before, filter, PerRead, cancellation) is { Count: > 0 } page)
        {
            foreach (var fact in page) yield return LogRow.Of(fact, cluster, names, language);
            before = page[^1].Position;
        }
    }

    public static async Task WriteCsvAsync(Stream to, IAsyncEnumerable<LogRow> rows, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await writer.WriteAsync(CsvLine.Mark + CsvLine.Of("position", "at", "type", "initiative", "who", "on_behalf_of", "what", "reason"));
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            await writer.WriteAsync(CsvLine.Of(
                row.Position.ToString(CultureInfo.InvariantCulture), row.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), row.Type,
                row.About?.ToString(CultureInfo.InvariantCulture), row.Who, row.OnBehalfOf, row.What, row.Reason));
        }
    }
}
