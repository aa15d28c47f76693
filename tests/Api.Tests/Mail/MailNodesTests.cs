using Initiatives.Api.Mail;
using Initiatives.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Api.Tests.Mail;

/// <summary>The real program, in processes of its own, on one queue.</summary>
public sealed class MailNodesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_nodes_on_one_queue_send_each_mail_once_and_in_order()
    {
        await using var server = await MailServer.StartAsync();
        await using var queue = await Post.StartQueueAsync();
        await using var one = await Post.ServeAsync(queue, server);
        await using var two = await Post.ServeAsync(queue, server);
        await Post.QueueManyAsync(queue, people: 8, each: 6);
        await Eventually.HoldsAsync(() => Post.AllAsync(queue, "sent IS NOT NULL"));
        await Post.ShouldHaveTakenEachOnceInOrderAsync(server, people: 8, each: 6);
    }

    [Fact]
    public async Task A_node_killed_between_hand_over_and_its_note_leaves_a_mail_that_another_repeats_under_the_same_message_id()
    {
        (string, string)[] soon = [("Mail__Patience", "00:00:03"), ("Mail__Lease", "00:00:04")];
        await using var server = await MailServer.StartAsync();
        await using var queue = await Post.StartQueueAsync();
        await server.BehaveAsync("hold");
        await using (var killed = await Post.ServeAsync(queue, server, soon))
        {
            await Post.QueueAsync(queue, "person-1@example.org", "Giv status");
            await Eventually.HoldsAsync(() => Task.FromResult(server.Taken.Count == 1));
            await killed.KillAsync();
        }
        (await Post.AllAsync(queue, "sent IS NULL AND claim IS NOT NULL")).ShouldBeTrue();

        await server.BehaveAsync("accept");
        await using var heir = await Post.ServeAsync(queue, server, soon);
        await Eventually.HoldsAsync(() => Post.AllAsync(queue, "sent IS NOT NULL"));
        server.Taken.Count.ShouldBe(2);
        var (first, again) = (await MailServer.ReadAsync(server.Taken[0]), await MailServer.ReadAsync(server.Taken[1]));
        again.Headers["Message-ID"].ShouldBe(first.Headers["Message-ID"]);
        again.Plain.ShouldBe(first.Plain);
    }

    [Fact]
    public async Task STARTTLS_and_sign_in_are_spoken_and_a_wrong_certificate_or_password_costs_no_mail()
    {
        const string Password = "hemmelig/kode:æ";
        await using var server = await MailServer.StartSecureAsync("initiatives", Password);
        await using var queue = await Post.StartQueueAsync();
        var overview = queue.Services.GetRequiredService<MailOverview>();
        var trusted = ("SSL_CERT_FILE", server.Certificate);
        (string, string) SignedIn(string password) => (MailSettings.Server, $"smtp://initiatives:{Uri.EscapeDataString(password)}@localhost:{server.Port}?starttls=always");
        await Post.QueueAsync(queue, "person-1@example.org", "Giv status");

        foreach (var wrong in new[] { new[] { SignedIn(Password) }, [SignedIn("forkert"), trusted] })
        {
            await using var node = await Post.ServeAsync(queue, server, wrong);
            await Eventually.HoldsAsync(() => Post.AllAsync(queue, "last_error IS NOT NULL AND put_off AND failed IS NULL AND claim IS NULL"));
            TestContext.Current.SendDiagnosticMessage(await Post.ErrorAsync(queue) ?? "");
            (await Post.ErrorAsync(queue))!.ShouldNotContain(Password);
            server.Taken.ShouldBeEmpty();
            await queue.ScalarAsync("UPDATE outgoing_mail SET last_error = NULL, next_try = made");
        }

        (await overview.RetryAsync((long)(await queue.ScalarAsync("SELECT id FROM outgoing_mail"))!, Cancellation)).ShouldBe(MailRetry.Queued);
        await using var right = await Post.ServeAsync(queue, server, SignedIn(Password), trusted);
        await Eventually.HoldsAsync(() => Post.AllAsync(queue, "sent IS NOT NULL"));
        server.Taken.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_server_that_speaks_TLS_from_the_first_byte_takes_mail()
    {
        await using var server = await MailServer.StartSecureAsync("initiatives", "kode", fromTheFirstByte: true);
        await using var queue = await Post.StartQueueAsync();
        await Post.QueueAsync(queue, "person-1@example.org", "Giv status");
        await using var node = await Post.ServeAsync(queue, server, (MailSettings.Server, $"smtps://initiatives:kode@localhost:{server.Port}"), ("SSL_CERT_FILE", server.Certificate));
        await Eventually.HoldsAsync(() => Post.AllAsync(queue, "sent IS NOT NULL"));
        server.Taken.ShouldHaveSingleItem();
    }
}
