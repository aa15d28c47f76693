using System.Text;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Tests.Features;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Jobs;

/// <summary>Editions and jobs over the API.</summary>
public sealed class EditionRoutesTests
{
    private const string Editions = $"/api/v1/clusters/{Midt.Cluster}/editions";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pack_is_compiled_on_request_once_and_again_only_for_a_reason()
    {
        await using var host = await Midt.StartAsync();
        var body = new { kind = "direktoeroverblik", meeting = "next" };
        var issued = await host.SendAsync("POST", Editions, body);
        issued.Status.ShouldBe(201, issued.Text);
        issued.Json.GetProperty("id").GetString().ShouldBe("direktoeroverblik.direktoerforum-2023-04-17.1");
        (await host.SendAsync("POST", Editions, body)).Status.ShouldBe(200);

        var corrected = new { kind = "direktoeroverblik", meeting = "2023-04-17", why = "Beløbet for indsats 10 var forkert." };
        (await host.SendAsync("POST", Editions, corrected)).Json.GetProperty("edition").GetInt32().ShouldBe(2);
        (await host.SendAsync("POST", Editions, corrected)).Status.ShouldBe(200, "the same reason names the same edition");

        var list = await host.SendAsync("GET", $"{Editions}?kind=direktoeroverblik&meeting=direktoerforum-2023-04-17");
        list.Json.GetProperty("editions").EnumerateArray().Select(e => e.GetProperty("edition").GetInt32()).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task An_edition_asked_for_again_under_its_key_is_answered_as_the_first_time_also_by_many_at_once()
    {
        await using var host = await Midt.StartAsync();
        var body = new { kind = "direktoeroverblik", meeting = "next", why = "Beløbet for indsats 10 var forkert." };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.SendAsync("POST", Editions, body, key: "key-1")));
        host.Clock.Now += TimeSpan.FromMinutes(1);
        foreach (var answer in answers.Append(await host.SendAsync("POST", Editions, body, key: "key-1")))
        {
            answer.Status.ShouldBe(201, answer.Text);
            answer.Text.ShouldBe(answers[0].Text);
            answer.Response.Headers.Location.ShouldBe(answers[0].Response.Headers.Location);
        }
        (await host.ScalarAsync("SELECT count(*) FROM editions")).ShouldBe(1L);

        var other = await host.SendAsync("POST", Editions, new { kind = "afvigelsesrapport", meeting = "next" }, key: "key-1");
        (other.Status, other.Code).ShouldBe((422, "idempotency-key-reused"));
    }

    [Fact]
    public async Task A_refused_edition_is_refused_again_under_its_key_also_when_it_could_now_be_had()
    {
        await using var host = await Midt.StartAsync();
        var body = new { kind = "afvigelsesrapport", meeting = "2023-09-13" };
        var refused = await host.SendAsync("POST", Editions, body, key: "key-1");
        (refused.Status, refused.Code).ShouldBe((409, "meeting-unknown"));
        await Midt.SendAsync(host, Midt.Cluster, new CalendarWish(new ScheduleMeeting("chefforum", new(2023, 9, 13))));
        (await host.SendAsync("POST", Editions, body, key: "key-1")).Text.ShouldBe(refused.Text);
        (await host.SendAsync("POST", Editions, body, key: "key-2")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_run_asked_for_again_under_its_key_is_answered_as_the_first_time()
    {
        await using var host = await Midt.StartAsync();
        var runs = $"/api/v1/clusters/{Midt.Cluster}/jobs/{Uri.EscapeDataString("direktoeroverblik direktoerforum-2023-10-02")}/runs";
        var first = await host.SendAsync("POST", runs, key: "key-1");
        first.Status.ShouldBe(202, first.Text);
        host.Clock.Now += TimeSpan.FromMinutes(1);
        (await host.SendAsync("POST", runs, key: "key-1")).Text.ShouldBe(first.Text);
        (await host.SendAsync("POST", runs, key: "key-2")).Text.ShouldNotBe(first.Text);
    }

    [Theory]
    [InlineData("ugerapport", "next", 409, "pack-kind-unknown")]
    [InlineData("afvigelsesrapport", "2023-04-17", 409, "pack-not-for-forum")]
    [InlineData("afvigelsesrapport", "2031-01-01", 409, "meeting-unknown")]
    public async Task A_pack_that_cannot_be_is_refused_with_its_reason(string kind, string meeting, int status, string code)
    {
        await using var host = await Midt.StartAsync();
        var refused = await host.SendAsync("POST", Editions, new { kind, meeting });
        (refused.Status, refused.Code).ShouldBe((status, code));
    }

    [Fact]
    public async Task An_edition_is_read_as_it_was_issued_and_known_again_by_its_hash()
    {
        await using var host = await Midt.StartAsync();
        var issued = await host.SendAsync("POST", Editions, new { kind = "afvigelsesrapport" });
        var address = issued.Json.GetProperty("html").GetString()!;

        using var page = await host.Client.GetAsync(address, Cancellation);
        page.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        var html = await page.Content.ReadAsByteArrayAsync(Cancellation);
        Encoding.UTF8.GetString(html).ShouldContain("<h1");
        page.Headers.ETag!.Tag.Trim('"').ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(html)));

        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(page.Headers.ETag);
        using var known = await host.Client.SendAsync(again, Cancellation);
        ((int)known.StatusCode).ShouldBe(304);
        (await host.SendAsync("GET", $"{Editions}/afvigelsesrapport.chefforum-2023-03-31.7")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task An_edition_is_read_as_Word_and_Excel_by_ending_and_by_media_type_and_stays_the_file_it_was()
    {
        const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        await using var host = await Midt.StartAsync();
        var issued = await host.SendAsync("POST", Editions, new { kind = "afvigelsesrapport" });
        var id = issued.Json.GetProperty("id").GetString()!;

        foreach (var (ending, property, media) in new[] { ("docx", "word", Docx), ("xlsx", "excel", Xlsx) })
        {
            using var file = await host.Client.GetAsync(issued.Json.GetProperty(property).GetString()!, Cancellation);
            ((int)file.StatusCode, file.Content.Headers.ContentType!.ToString()).ShouldBe((200, media));
            file.Content.Headers.ContentDisposition!.FileName.ShouldBe($"{id.Replace(".1", "-udgave-1", StringComparison.Ordinal).Replace('.', '-')}.{ending}");
            var bytes = await file.Content.ReadAsByteArrayAsync(Cancellation);
            bytes.AsSpan(0, 4).SequenceEqual("PK\u0003\u0004"u8).ShouldBeTrue();

            host.Clock.Now += TimeSpan.FromHours(1);
            using var byType = new HttpRequestMessage(HttpMethod.Get, $"{Editions}/{id}");
            byType.Headers.Accept.ParseAdd(media);
            using var again = await host.Client.SendAsync(byType, Cancellation);
            (await again.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBe(bytes);
            (await host.ScalarAsync($"SELECT count(*) FROM edition_files WHERE format = '{ending}'")).ShouldBe(1L);
            (await host.SendAsync("GET", $"{Editions}/afvigelsesrapport.chefforum-2023-03-31.7.{ending}")).Status.ShouldBe(404);
        }
    }

    [Fact]
    public async Task The_sheet_of_an_initiative_is_made_as_of_any_day_and_kept_nowhere()
    {
        await using var host = await Midt.StartAsync();
        await Midt.StartedAsync(host);
        foreach (var asOf in new[] { "", $"?asOf={host.Clock.Now:yyyy-MM-dd}" })
            (await host.Client.GetStringAsync($"{Midt.Initiatives}/10/sheet.html{asOf}", Cancellation)).ShouldContain("<h1>Indsatsark</h1>");
        (await host.SendAsync("GET", $"{Midt.Initiatives}/10/sheet.html?asOf=2020-01-01")).Status.ShouldBe(404);
        (await host.SendAsync("GET", $"{Midt.Initiatives}/99/sheet.html")).Status.ShouldBe(404);
        (await host.ScalarAsync("SELECT count(*) FROM editions")).ShouldBe(0L);
    }

    [Fact]
    public async Task Jobs_are_listed_soonest_first_and_one_may_be_run_now()
    {
        await using var host = await Midt.StartAsync("--Jobs:Run=true", "--Jobs:Look=00:00:01");
        var jobs = await host.SendAsync("GET", $"/api/v1/clusters/{Midt.Cluster}/jobs");
        jobs.Json.GetProperty("planned").EnumerateArray().Select(p => p.GetProperty("at").GetDateTimeOffset()).ShouldBeInOrder();

        const string Job = "direktoeroverblik direktoerforum-2023-10-02";
        (await host.SendAsync("POST", $"/api/v1/clusters/{Midt.Cluster}/jobs/{Uri.EscapeDataString(Job)}/runs")).Status.ShouldBe(202);
        await Initiatives.Support.Eventually.HoldsAsync(async () => (await host.SendAsync("GET", Editions)).Json.GetProperty("editions")
            .EnumerateArray().Any(e => e.GetProperty("occasion").GetString() == "direktoerforum-2023-10-02"));
        (await host.SendAsync("POST", $"/api/v1/clusters/{Midt.Cluster}/jobs/nothing/runs")).Status.ShouldBe(404);
    }
}
