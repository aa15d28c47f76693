using System.Text;
using Initiatives.Api.Tests.Features;

namespace Initiatives.Api.Tests.Interchange;

public sealed class InterchangeRoutesTests
{
    private static readonly DateTimeOffset Now = new(2023, 11, 10, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_dry_run_answers_with_counts_and_records_nothing()
    {
        await using var host = await ApiHost.StartAsync(Now);
        var answer = await ImportAsync(host, Read("sundhedsklynge-syd"), "?dryRun=true");
        answer.Status.ShouldBe(200, answer.Text);
        answer.Json.GetProperty("cluster").GetString().ShouldBe("nordjylland-syd");
        answer.Json.GetProperty("dryRun").GetBoolean().ShouldBeTrue();
        answer.Json.GetProperty("lists").EnumerateArray().Single(l => l.GetProperty("list").GetString() == "initiatives").GetProperty("new").GetInt32().ShouldBe(6);
        (await host.CountEventsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_imported_history_is_on_the_board_at_once()
    {
        await using var host = await ApiHost.StartAsync(Now);
        (await ImportAsync(host, Read("eksempelhistorik-midt"))).Status.ShouldBe(200);
        var board = await host.SendAsync("GET", "/api/v1/clusters/eksempel-midt/board");
        board.Status.ShouldBe(200, board.Text);
        board.Json.GetProperty("counts").GetProperty("red").GetInt32().ShouldBe(2);
        var then = await host.SendAsync("GET", "/api/v1/clusters/eksempel-midt/board?asOf=2023-08-30");
        then.Json.GetProperty("counts").TryGetProperty("red", out _).ShouldBeFalse(then.Text);
        then.Json.GetProperty("counts").GetProperty("yellow").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task A_live_status_goes_on_from_an_imported_history()
    {
        await using var host = await ApiHost.StartAsync(Now);
        await ImportAsync(host, Read("eksempelhistorik-midt"));
        const string initiative = "/api/v1/clusters/eksempel-midt/initiatives/13";
        var seen = await host.SendAsync("GET", initiative);
        var posted = await host.SendAsync("POST", $"{initiative}/statuses/reconfirmations", "{}", ifMatch: seen.ETag);
        posted.Status.ShouldBe(201, posted.Text);
        // What was recorded here since does not stand in the way of the same document.
        var again = await ImportAsync(host, Read("eksempelhistorik-midt"));
        again.Json.GetProperty("events").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_wrong_document_is_answered_with_every_place()
    {
        await using var host = await ApiHost.StartAsync(Now);
        var wrong = Read("sundhedsklynge-syd").Replace("\"number\": 2", "\"number\": 1", StringComparison.Ordinal).Replace("2023-05-24", "24. maj", StringComparison.Ordinal);
        var answer = await ImportAsync(host, wrong);
        answer.Status.ShouldBe(400, answer.Text);
        answer.Paths.ShouldBe(["$.meetings[0].date", "$.initiatives[1].number", "$.initiatives[5].closed.date"], ignoreOrder: true);
        (await host.CountEventsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_document_that_contradicts_the_record_is_a_conflict()
    {
        await using var host = await ApiHost.StartAsync(Now);
        await ImportAsync(host, Read("sundhedsklynge-syd"));
        var answer = await ImportAsync(host, Read("sundhedsklynge-syd").Replace("Virtuel borgerundervisning", "Noget andet", StringComparison.Ordinal));
        answer.Status.ShouldBe(409, answer.Text);
        answer.Code.ShouldBe("rewrites-history");
    }

    [Fact]
    public async Task An_export_imports_as_unchanged()
    {
        await using var host = await ApiHost.StartAsync(Now);
        await ImportAsync(host, Read("midtklyngen"));
        var exported = await host.SendAsync("GET", "/api/v1/clusters/midtjylland-midt/export");
        exported.Status.ShouldBe(200);
        var again = await ImportAsync(host, exported.Text);
        again.Status.ShouldBe(200, again.Text);
        again.Json.GetProperty("events").GetInt32().ShouldBe(0);
        (await host.SendAsync("GET", "/api/v1/clusters/ukendt/export")).Status.ShouldBe(404);
        (await host.SendAsync("GET", "/api/v1/clusters/midtjylland-midt/export?plan=ukendt")).Status.ShouldBe(404);
    }

    private static string Read(string sample) => File.ReadAllText(ImportDesk.Sample(sample));

    private static Task<Answer> ImportAsync(ApiHost host, string document, string query = "") =>
        host.SendAsync(ApiHost.Request("POST", "/api/v1/clusters/import" + query, Encoding.UTF8.GetBytes(document)));
}
