using Initiatives.EventStore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Initiatives.Api.Tests.Features;

/// <summary>Between clusters: two walls, the query's own and the database's.</summary>
public sealed class WallTests
{
    private const string Syd = "nordjylland-syd";

    [Fact]
    public async Task Another_clusters_initiative_does_not_exist_here()
    {
        await using var host = await Midt.StartAsync();
        await Midt.SetUpAsync(host, Syd, "Sundhedsklynge Syd");
        var etag = await Midt.StartedAsync(host);

        var read = await host.SendAsync("GET", $"/api/v1/clusters/{Syd}/initiatives/10");
        (read.Status, read.Code).ShouldBe((404, "initiative-unknown"));
        var post = await host.SendAsync("POST", $"/api/v1/clusters/{Syd}/initiatives/10/statuses", Midt.Status(), etag);
        (post.Status, post.Code).ShouldBe((404, "initiative-unknown"));
        (await host.SendAsync("GET", $"/api/v1/clusters/{Syd}/board")).Json.GetProperty("rows").GetArrayLength().ShouldBe(0);
        (await host.SendAsync("GET", $"/api/v1/clusters/{Syd}/initiatives/10?asOf=2023-04-20")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("initiative_cards")]
    [InlineData("request_outcomes")]
    [InlineData("mt_events")]
    public async Task The_service_sees_no_row_of_a_cluster_it_has_not_named(string table)
    {
        await using var host = await Midt.StartAsync();
        await Midt.SetUpAsync(host, Syd, "Sundhedsklynge Syd");
        await host.SendAsync("POST", Midt.Initiatives, new { forum = "politisk-niveau", number = 3, title = "Titel", focusArea = "mental", order = "Bestilling" }, key: "key-1");

        var sources = host.Services.GetRequiredService<EventStoreDataSources>();
        (await CountAsync(sources, table, null)).ShouldBe(0);
        (await CountAsync(sources, table, Syd)).ShouldBe(table == "mt_events" ? await CountAsync(sources, table, Syd, $"tenant_id = '{Syd}'") : 0);
        (await CountAsync(sources, table, Midt.Cluster)).ShouldBeGreaterThan(0);
    }

    private static async Task<long> CountAsync(EventStoreDataSources sources, string table, string? tenant, string where = "true")
    {
        await using var connection = await sources.App.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(tenant is null ? new("SELECT 1") : EventStoreDataSources.TenantSetting(tenant));
        batch.BatchCommands.Add(new($"SELECT count(*) FROM {table} WHERE {where}"));
        await using var reader = await batch.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await reader.NextResultAsync(TestContext.Current.CancellationToken);
        await reader.ReadAsync(TestContext.Current.CancellationToken);
        return reader.GetInt64(0);
    }
}
