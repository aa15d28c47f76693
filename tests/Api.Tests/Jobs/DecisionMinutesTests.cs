using System.Text;
using Initiatives.Api.Features.Packs;
using Initiatives.Api.Tests.Features;
using Initiatives.Api.Tests.Pages;
using Initiatives.Domain;
using Initiatives.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Api.Tests.Jobs;

/// <summary>The decisions of a meeting: issued when its minutes are approved, and gone out with them.</summary>
public sealed class DecisionMinutesTests
{
    private const string Meeting = "chefforum-2023-03-31";
    private const string Editions = $"/api/v1/clusters/{Midt.Cluster}/editions";
    private const string Minutes = $"/api/v1/clusters/{Midt.Cluster}/meetings/{Meeting}";

    [Fact]
    public async Task They_are_issued_by_themselves_when_the_minutes_are_approved_once_and_go_with_the_mail()
    {
        await using var host = await Midt.StartAsync("--Jobs:Run=true", "--Jobs:Look=00:00:01");
        host.Clock.Now = new(2023, 3, 31, 14, 0, 0, TimeSpan.Zero);
        using var chair = await Visitor.SignInAsync(host, "formand", [new("chefforum", ForumRole.Chair)]);
        var body = new { kind = "beslutningsreferat", meeting = Meeting };
        var early = await host.SendAsync("POST", Editions, body);
        (early.Status, early.Code).ShouldBe((409, "pack-minutes-not-approved"));

        (await host.SendAsync("PUT", $"{Minutes}/agenda/items/opening/outcome", new { outcome = "approved" })).Status.ShouldBe(200);
        (await host.SendAsync("PUT", $"{Minutes}/minutes/approval")).Status.ShouldBe(200);

        var editions = host.Services.GetRequiredService<Editions>();
        await Eventually.HoldsAsync(async () => await editions.NewestAsync(Midt.Cluster, "beslutningsreferat", Meeting, TestContext.Current.CancellationToken) is not null);
        (await host.SendAsync("POST", Editions, body)).Status.ShouldBe(200, "it is there");
        var edition = (await editions.NewestAsync(Midt.Cluster, "beslutningsreferat", Meeting, TestContext.Current.CancellationToken))!;
        edition.Number.ShouldBe(1);
        var html = Encoding.UTF8.GetString(await editions.HtmlAsync(Midt.Cluster, edition, TestContext.Current.CancellationToken));
        html.ShouldContain("Dagsordenen blev godkendt.");
        html.ShouldNotContain("Udkast.");

        (await host.SendAsync("PUT", $"{Minutes}/minutes/distribution")).Status.ShouldBe(200);
        (await host.ScalarAsync($"SELECT attachments ->> 0 FROM outgoing_mail WHERE cause = 'minutes/{Meeting}'")).ShouldNotBeNull().ToString()!.ShouldContain(edition.Id);
        (await host.ScalarAsync("SELECT count(*) FROM mailings WHERE cause LIKE 'edition/beslutningsreferat%'")).ShouldBe(0L, "they have no mail of their own");
    }
}
