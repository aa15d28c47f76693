using Initiatives.Api.Mail;
using Initiatives.Api.Tests.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Api.Tests.Mail;

/// <summary>Mail as the operator sees it.</summary>
public sealed class MailRoutesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_operator_sees_what_waits_what_failed_and_why_and_never_what_a_mail_says()
    {
        await using var host = await ApiHost.StartAsync(Post.Now);
        var queue = host.Services.GetRequiredService<MailQueue>();
        foreach (var n in new[] { 1, 2, 3 })
            await Post.QueueAsync(host, $"person-{n}@example.org", $"Mail {n}");
        var first = (await queue.ClaimAsync(Post.Now, TimeSpan.FromMinutes(1), Cancellation))!;
        await queue.SentAsync(first, Post.Now, Cancellation);
        await queue.FailedAsync((await queue.ClaimAsync(Post.Now, TimeSpan.FromMinutes(1), Cancellation))!, Post.Now, null, "550 No such user", expired: false, Cancellation);

        var all = await host.SendAsync("GET", "/api/v1/mail");
        all.Status.ShouldBe(200, all.Text);
        var counts = all.Json.GetProperty("counts");
        (counts.GetProperty("queued").GetInt32(), counts.GetProperty("sent").GetInt32(), counts.GetProperty("failed").GetInt32()).ShouldBe((1, 1, 1));
        all.Json.GetProperty("mail").EnumerateArray().Select(m => m.GetProperty("subject").GetString()).ShouldBe(["Mail 3", "Mail 2", "Mail 1"]);
        all.Text.ShouldNotContain("Blåbærgrød");
        var failed = (await host.SendAsync("GET", $"/api/v1/mail?state=failed&cluster={Midt.Cluster}")).Json.GetProperty("mail")[0];
        failed.GetProperty("error").GetString().ShouldBe("550 No such user");
        (await host.SendAsync("GET", "/api/v1/mail?state=2")).Status.ShouldBe(400);
        (await host.SendAsync("GET", "/api/v1/mail?cluster=-")).Json.GetProperty("mail").GetArrayLength().ShouldBe(0);

        (await host.SendAsync("POST", $"/api/v1/mail/{failed.GetProperty("id").GetInt64()}/tries")).Status.ShouldBe(200);
        (await host.SendAsync("GET", "/api/v1/mail?state=failed")).Json.GetProperty("mail").GetArrayLength().ShouldBe(0);
        var again = await host.SendAsync("POST", $"/api/v1/mail/{first.Id}/tries");
        (again.Status, again.Code).ShouldBe((409, "mail-sent"));
        (await host.SendAsync("POST", "/api/v1/mail/987654/tries")).Status.ShouldBe(404);

        (await host.SendAsync("POST", "/api/v1/mail/bounces", new { messageId = first.MessageId, error = "550 5.1.1" })).Status.ShouldBe(200);
        (await host.SendAsync("GET", "/api/v1/mail?state=bounced")).Json.GetProperty("mail")[0].GetProperty("messageId").GetString().ShouldBe(first.MessageId);
        (await host.SendAsync("POST", $"/api/v1/mail/{first.Id}/tries")).Status.ShouldBe(200);
        (await host.SendAsync("POST", "/api/v1/mail/bounces", new { messageId = "<nobody@example.org>", error = "x" })).Status.ShouldBe(404);
        (await host.SendAsync("POST", "/api/v1/mail/bounces", new { messageId = "", error = "x" })).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Nobody_else_does()
    {
        await using var host = await ApiHost.StartAsync(Post.Now);
        using var stranger = host.NewClient(token: null);
        ((int)(await stranger.GetAsync("/api/v1/mail", Cancellation)).StatusCode).ShouldBe(401);
    }
}
