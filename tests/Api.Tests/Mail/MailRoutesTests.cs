using Initiatives.Api.Mail;
using Initiatives.Api.SignIn;
using Initiatives.Api.Tests.Features;
using Initiatives.Api.Tests.SignIn;
using Initiatives.Domain;
using Initiatives.Support;
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
    public async Task Where_mails_are_files_the_operator_reads_one_and_where_there_is_a_mail_server_nobody_does()
    {
        using var folder = new TemporaryDirectory();
        await using var files = await ApiHost.StartAsync(Post.Now, $"--{MailSettings.Pickup}={folder.Path}", "--Mail:Send=true", "--Mail:Look=00:00:00.1");
        await Post.QueueAsync(files, "person-1@example.org", "Giv status");
        await Eventually.HoldsAsync(() => Post.AllAsync(files, "sent IS NOT NULL"));
        using (var operating = await OperatingAsync(files))
        {
            (await operating.GetAsync($"/drift/post/{await files.ScalarAsync("SELECT id FROM outgoing_mail")}")).Text.ShouldContain("Blåbærgrød på øen.");
            (await operating.GetAsync("/drift/post/987654")).Status.ShouldBe(404);
        }

        await using var server = await MailServer.StartAsync();
        await using var host = await Post.StartAsync(server);
        await Post.QueueAsync(host, "person-1@example.org", "Giv status");
        await Eventually.HoldsAsync(() => Post.AllAsync(host, "sent IS NOT NULL"));
        using var elsewhere = await OperatingAsync(host);
        (await elsewhere.GetAsync($"/drift/post/{await host.ScalarAsync("SELECT id FROM outgoing_mail")}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Nobody_else_does()
    {
        await using var host = await ApiHost.StartAsync(Post.Now);
        using var stranger = host.NewClient(token: null);
        ((int)(await stranger.GetAsync("/api/v1/mail", Cancellation)).StatusCode).ShouldBe(401);
    }

    private static async Task<Visitor> OperatingAsync(ApiHost host)
    {
        await Register.AddAsync(host, Register.Someone("drift@example.org", cluster: OutgoingMail.Installation, roles: new ClusterRole(ClusterRoleKind.Operator)));
        var visitor = new Visitor(host.Client.BaseAddress!);
        visitor.Keep("initiatives", await host.Services.GetRequiredService<Sessions>().BeginAsync("drift@example.org", "mail", "test", null, Cancellation));
        return visitor;
    }
}
