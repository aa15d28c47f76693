using Initiatives.Api.Features.Packs;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Tests.Features;
using Initiatives.Api.Tests.Pages;
using Initiatives.Domain;
using Initiatives.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Api.Tests.Jobs;

/// <summary>Syd, 24 May 2023: the meeting is cancelled, and a short written status is sent instead.</summary>
public sealed class WrittenStatusTests
{
    private const string Meeting = "direktoerforum-2023-10-02";

    [Fact]
    public async Task It_is_made_by_itself_and_mailed_to_the_forum_as_what_it_is()
    {
        await using var host = await Midt.StartAsync("--Jobs:Run=true", "--Jobs:Look=00:00:01");
        using var director = await Visitor.SignInAsync(host, "direktoer", [new("direktoerforum", ForumRole.Member)]);
        var refused = await host.SendAsync("POST", $"/api/v1/clusters/{Midt.Cluster}/editions", new { kind = "skriftlig-status", meeting = Meeting });
        (refused.Status, refused.Code).ShouldBe((409, "pack-meeting-not-replaced"));

        await Midt.SendAsync(host, Midt.Cluster, new CalendarWish(new CancelMeeting(Meeting, "For få kan komme", WrittenStatusInstead: true)));
        host.Clock.Now = new(2023, 9, 25, 4, 0, 0, TimeSpan.Zero);
        var editions = host.Services.GetRequiredService<Editions>();
        await Eventually.HoldsAsync(async () => await editions.NewestAsync(Midt.Cluster, "skriftlig-status", Meeting, TestContext.Current.CancellationToken) is not null);

        host.Clock.Now = new(2023, 9, 25, 4, 5, 0, TimeSpan.Zero);
        await Eventually.HoldsAsync(async () => await host.ScalarAsync($"SELECT count(*) FROM outgoing_mail WHERE cause = 'edition/skriftlig-status.{Meeting}.1'") is 1L);
        ((string)(await host.ScalarAsync($"SELECT subject FROM outgoing_mail WHERE cause = 'edition/skriftlig-status.{Meeting}.1'"))!)
            .ShouldBe("Skriftlig status i stedet for mødet man. 2. okt. i Direktørforum: intet kræver stillingtagen");
        (await host.ScalarAsync($"SELECT count(*) FROM editions WHERE occasion = '{Meeting}'")).ShouldBe(1L, "and no dashboard");
    }
}
