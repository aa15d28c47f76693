using System.Text.Json;
using System.Text.RegularExpressions;
using Initiatives.Api.Features.Interchange;
using Initiatives.Api.Features.Log;
using Initiatives.Api.Features.Operations;
using Initiatives.Api.Features.Packs;
using Initiatives.Api.Platform.Events;
using Initiatives.Api.SignIn;
using Initiatives.Api.Tests.Features;
using Initiatives.Api.Tests.SignIn;
using Initiatives.Domain;
using Initiatives.Reporting.Record;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Api.Tests.Log;

/// <summary>The log as people read it and take it along.</summary>
public sealed partial class LogTests : IAsyncLifetime
{
    private const string Midt = "eksempel-midt";

    private ApiHost _host = null!;
    private Visitor _reader = null!;

    public async ValueTask InitializeAsync()
    {
        var now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        _host = await ApiHost.StartAsync(now);
        await _host.Services.GetRequiredService<IMediator>().Send(new LoadDemo(now));
        _reader = new(_host.Client.BaseAddress!);
        _reader.Keep("initiatives", await _host.Services.GetRequiredService<Sessions>().BeginAsync($"{DemoPeople.Reader}@example.invalid", "persona", "test", null, default));
    }

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Every_fact_of_the_cluster_is_in_the_export_once_newest_first()
    {
        using var answer = JsonDocument.Parse((await _reader.GetAsync("/log/udtraek?som=json")).Text);
        var positions = answer.RootElement.EnumerateArray().Select(r => r.GetProperty("position").GetInt64()).ToList();

        positions.ShouldBe(positions.OrderDescending());
        ((long)positions.Count).ShouldBe((long)(await _host.ScalarAsync($"SELECT count(*) FROM mt_events WHERE tenant_id = '{Midt}'"))!);
    }

    [Fact]
    public async Task The_pages_follow_each_other_to_the_first_fact()
    {
        var (path, pages, rows) = ("/log", 0, 0);
        while (true)
        {
            var text = (await _reader.GetAsync(path)).Text;
            pages++;
            rows += text.Split("class=\"history-row\"").Length - 1;
            if (Older().Match(text) is not { Success: true } older) break;
            path = older.Groups[1].Value;
        }

        pages.ShouldBeGreaterThan(2);
        ((long)rows).ShouldBe((long)(await _host.ScalarAsync($"SELECT count(*) FROM mt_events WHERE tenant_id = '{Midt}'"))!);
    }

    [Theory]
    [InlineData("indsats=10", "stream_id LIKE '%/10'")]
    [InlineData("emne=Status", "type IN ('status_reported', 'status_reconfirmed', 'patient_involvement_commented')")]
    [InlineData("person=projektejer-10", "headers ->> 'actor' = 'projektejer-10'")]
    [InlineData("person=ingen", "false")]
    public async Task What_is_filtered_by_is_what_is_shown(string query, string where)
    {
        using var answer = JsonDocument.Parse((await _reader.GetAsync($"/log/udtraek?som=json&{query}")).Text);

        ((long)answer.RootElement.GetArrayLength()).ShouldBe((long)(await _host.ScalarAsync($"SELECT count(*) FROM mt_events WHERE tenant_id = '{Midt}' AND {where}"))!);
    }

    [Fact]
    public async Task The_API_gives_the_same_table()
    {
        var page = (await _reader.GetAsync("/log/udtraek?som=csv")).Text;

        (await _host.Client.GetStringAsync($"/api/v1/clusters/{Midt}/events.csv", TestContext.Current.CancellationToken)).ShouldBe(page);
        page.Split("\r\n")[0].ShouldBe("position;at;type;initiative;who;on_behalf_of;what;reason");
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+45 12345678", "'+45 12345678")]
    [InlineData("-2 mio.", "'-2 mio.")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("\t=1+1", "'\t=1+1")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("to\nlinjer", "\"to\nlinjer\"")]
    [InlineData("almindelig", "almindelig")]
    [InlineData(null, "")]
    public void No_cell_is_a_formula(string? written, string cell) => CsvLine.Of(written).ShouldBe(cell + "\r\n");

    [Fact]
    public void Every_stored_fact_has_a_kind_and_a_sentence_in_both_languages()
    {
        var golden = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Golden"), "*.json").ToList();
        golden.Count.ShouldBeGreaterThan(60);
        foreach (var file in golden)
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var fact = EventCatalog.Types.Deserialize(name, File.ReadAllBytes(file));
            Enum.GetValues<LogKind>().Count(k => LogKinds.TypesOf(k).Contains(name)).ShouldBe(1, name);
            ClusterStory.Tell(fact, id => id, "da").ShouldNotBe(ClusterStory.Tell(fact, id => id, "en"), name);
        }
    }

    [Fact]
    public void An_issued_edition_is_told_by_the_packs_name_and_never_by_its_code()
    {
        foreach (var kind in PackKind.All)
        {
            var told = new EditionIssued(kind.Name, "chefforum-2023-10-30", "chefforum", "chefforum-2023-10-30", 1, 7, "0", "0", null);
            foreach (var language in new[] { "da", "en" })
                ClusterStory.Tell(told, id => id, language).Split(' ').ShouldNotContain(kind.Name);
        }
    }

    [GeneratedRegex("button-primary\" href=\"([^\"]+)\"")]
    private static partial Regex Older();
}
