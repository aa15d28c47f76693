using Initiatives.Api.Features.Operations;
using Initiatives.Api.Features.Packs;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Tests.Features;
using Initiatives.Support;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Api.Tests.Jobs;

/// <summary>What verify says of a database that is as it was written, and of one where somebody changed a byte.</summary>
public sealed class VerifyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_log_with_its_read_models_and_editions_as_they_were_written_is_clean()
    {
        await using var host = await WithEditionAsync();
        (await FlawsAsync(host)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a fact", "UPDATE mt_events SET data = jsonb_set(data, '{Content,Progress}', '\"Alle er med\"') WHERE type = 'status_reported'", "initiative/handleplan-2023/10, version 8", "hash does not fit")]
    [InlineData("a hash", "UPDATE mt_events SET headers = jsonb_set(headers, '{hash}', '\"0\"') WHERE stream_id = 'cluster' AND version = 2", "cluster, version 2", "hash does not fit")]
    [InlineData("a state", "UPDATE stream_states SET data = replace(data::text, 'Systematisk', 'Systematixk')::json WHERE stream_id LIKE 'initiative/%'", "initiative/handleplan-2023/10", "kept state")]
    [InlineData("a row of the board", "UPDATE initiative_cards SET data = replace(data::text, 'Systematisk', 'Systematixk')::json", "initiative/handleplan-2023/10", "row on the board")]
    [InlineData("a row of the board that belongs nowhere", "INSERT INTO initiative_cards SELECT tenant_id, 'initiative/handleplan-2023/99', version, data FROM initiative_cards", "initiative/handleplan-2023/99", "has no facts")]
    [InlineData("an edition's page", "UPDATE editions SET html = set_byte(html, 5000, get_byte(html, 5000) # 1)", "edition afvigelsesrapport.chefforum-2023-08-30.1", "not what was issued")]
    [InlineData("an edition's page and its hash", "UPDATE editions SET html = set_byte(html, 5000, get_byte(html, 5000) # 1), content_hash = encode(sha256(set_byte(html, 5000, get_byte(html, 5000) # 1)), 'hex')", "edition afvigelsesrapport.chefforum-2023-08-30.1", "log has another hash")]
    [InlineData("a whole edition", "DELETE FROM editions", "edition afvigelsesrapport.chefforum-2023-08-30.1", "not in the archive")]
    [InlineData("a PDF", "INSERT INTO edition_files SELECT tenant_id, kind, occasion, edition, 'pdf', now(), 'x', 'y' FROM editions", "edition afvigelsesrapport.chefforum-2023-08-30.1", "not what was printed")]
    public async Task A_changed_byte_is_found_and_named(string where, string change, string place, string what)
    {
        await using var host = await WithEditionAsync();
        await host.ScalarAsync(change);
        (await FlawsAsync(host)).ShouldContain(f => f.Where == place && f.What.Contains(what, StringComparison.Ordinal), where);
    }

    [Fact]
    public async Task Rebuilding_mends_states_and_rows_and_leaves_facts_alone()
    {
        await using var host = await WithEditionAsync();
        var facts = await host.CountEventsAsync();
        await host.ScalarAsync("DELETE FROM initiative_cards; UPDATE stream_states SET data = '{}' WHERE stream_id LIKE 'initiative/%'");
        (await FlawsAsync(host)).Count.ShouldBe(2);

        var rows = await host.Services.GetRequiredService<RebuildReadModels>().RunAsync(ReadModels.States | ReadModels.Cards, null, null, Cancellation);

        rows.ShouldBe(1 + (int)(long)(await host.ScalarAsync("SELECT count(*) FROM stream_states"))!);
        (await FlawsAsync(host)).ShouldBeEmpty();
        (await host.CountEventsAsync()).ShouldBe(facts);
    }

    [Fact]
    public async Task On_the_command_line_a_clean_log_ends_with_0_and_a_changed_one_with_1_and_its_place()
    {
        await using var host = await WithEditionAsync();
        Dictionary<string, string> settings = new() { ["INITIATIVES_POSTGRES"] = host.ConnectionString };
        var fingerprint = (string)(await host.ScalarAsync("SELECT fingerprint FROM editions"))!;

        var (clean, said, errors) = await ServiceProcess.RunAsync(["verify", "--language", "en", "--fingerprint", fingerprint], settings);
        clean.ShouldBe(0, errors);
        said.ShouldContain("The log contains, unchanged");

        var folder = Directory.CreateTempSubdirectory("initiatives-report-");
        var (written, files, _) = await ServiceProcess.RunAsync(["report", "afvigelsesrapport", "--meeting", "2023-08-30", "--out", folder.FullName], settings);
        written.ShouldBe(0);
        files.ShouldContain("afvigelsesrapport-chefforum-2023-08-30-udgave-1.html");
        (await ServiceProcess.RunAsync(["report", "direktoeroverblik", "--meeting", "direktoerforum-2023-10-02", "--out", folder.FullName], settings))
            .Output.ShouldContain("direktoeroverblik-direktoerforum-2023-10-02-foreloebig.html");
        (await host.ScalarAsync("SELECT count(*) FROM editions")).ShouldBe(1L);
        folder.Delete(recursive: true);

        await host.ScalarAsync("UPDATE mt_events SET data = jsonb_set(data, '{Content,Progress}', '\"Alle er med\"') WHERE type = 'status_reported'");
        var (found, _, where) = await ServiceProcess.RunAsync(["verify"], settings);
        found.ShouldBe(1);
        where.ShouldContain("nordjylland-midt: initiative/handleplan-2023/10, version 8");
    }

    /// <summary>Initiative 10 with a red status, and the deviation report for the next meeting.</summary>
    private static async Task<ApiHost> WithEditionAsync()
    {
        var host = await Midt.StartAsync();
        var etag = await Midt.StartedAsync(host);
        host.Clock.Now = new(2023, 8, 18, 8, 0, 0, TimeSpan.Zero);
        (await host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", Midt.Status("red"), etag)).Status.ShouldBe(201);
        var compile = new CompilePack(
            new CommandContext(Midt.Cluster, "secretariat", host.Clock.Now), "afvigelsesrapport", new("chefforum-2023-08-30", "chefforum", "chefforum-2023-08-30", new(2023, 8, 30)));
        (await host.Services.GetRequiredService<IMediator>().Send(compile, Cancellation)).ShouldBeOfType<Compiled.Issued>();
        return host;
    }

    private static async Task<List<Flaw>> FlawsAsync(ApiHost host)
    {
        var flaws = new List<Flaw>();
        await foreach (var flaw in host.Services.GetRequiredService<VerifyInstallation>().FindAsync(null, null, Cancellation))
            flaws.Add(flaw);
        return flaws;
    }
}
