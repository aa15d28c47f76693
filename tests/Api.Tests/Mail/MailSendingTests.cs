using Initiatives.Api.Mail;
using Initiatives.Api.Tests.Features;
using Initiatives.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Api.Tests.Mail;

/// <summary>A real mail server in all its moods.</summary>
public sealed class MailSendingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_queued_while_the_server_was_down_arrives_once_it_is_back_in_order_and_none_twice()
    {
        await using var server = await MailServer.StartAsync();
        await server.DownAsync();
        await using var host = await Post.StartAsync(server);
        await Post.QueueManyAsync(host, people: 3, each: 4);
        // What stands behind another to the same person is not tried at all.
        await Eventually.HoldsAsync(async () => await host.ScalarAsync("""
            SELECT bool_and(put_off AND claim IS NULL) FROM (SELECT DISTINCT ON (recipient) * FROM outgoing_mail ORDER BY recipient, id) first
            """) is true);
        (await host.ScalarAsync("SELECT max(next_try) - min(made) FROM outgoing_mail")).ShouldBe(TimeSpan.FromMinutes(1));

        await server.UpAsync();
        host.Clock.Now += TimeSpan.FromMinutes(1);

        await Eventually.HoldsAsync(() => Post.AllAsync(host, "sent IS NOT NULL"));
        await Post.ShouldHaveTakenEachOnceInOrderAsync(server, people: 3, each: 4);
    }

    [Fact]
    public async Task Two_days_without_a_server_lose_nothing_and_it_is_asked_again_every_quarter_of_an_hour()
    {
        await using var server = await MailServer.StartAsync();
        await server.DownAsync();
        await using var host = await Post.StartAsync(server);
        await Post.QueueManyAsync(host, people: 2, each: 1);
        // Four times in the two days is enough to look: what is between is the same again.
        for (var look = 0; look <= 4; look++)
        {
            host.Clock.Now += look == 0 ? TimeSpan.Zero : TimeSpan.FromHours(12);
            await Eventually.HoldsAsync(() => Post.AllAsync(host, $"claim IS NULL AND next_try > '{host.Clock.Now:O}'"));
            (await host.ScalarAsync("SELECT max(next_try) FROM outgoing_mail")).ShouldBeOfType<DateTime>().ShouldBeLessThanOrEqualTo(host.Clock.Now.UtcDateTime.AddMinutes(15));
        }

        await server.UpAsync();
        host.Clock.Now += TimeSpan.FromMinutes(15);
        await Eventually.HoldsAsync(() => Post.AllAsync(host, "sent IS NOT NULL"));
        server.Taken.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("rcpt 451", 1)]
    [InlineData("data 451", 1)]
    [InlineData("data 421", 1)]
    [InlineData("cut", 1)]
    [InlineData("rcpt 530", 1)]
    // It had taken the message and broke off before it said so: nobody can know, so it gets it again.
    [InlineData("silent", 2)]
    public async Task A_server_that_will_not_just_now_gets_it_later_under_the_same_message_id(string mode, int taken)
    {
        await using var server = await MailServer.StartAsync();
        await server.BehaveAsync(mode);
        await using var host = await Post.StartAsync(server);
        await Post.QueueAsync(host, "person-1@example.org", "Giv status");
        await Eventually.HoldsAsync(() => Post.AllAsync(host, "tries = 1 AND sent IS NULL AND failed IS NULL AND last_error <> ''"));

        await server.BehaveAsync("accept");
        host.Clock.Now += TimeSpan.FromMinutes(1);

        await Eventually.HoldsAsync(() => Post.AllAsync(host, "sent IS NOT NULL AND tries = 2"));
        var ids = new List<string>();
        foreach (var file in server.Taken)
            ids.Add((await MailServer.ReadAsync(file)).Headers["Message-ID"]);
        ids.Count.ShouldBe(taken);
        ids.Distinct().ShouldHaveSingleItem().ShouldBe(await host.ScalarAsync("SELECT message_id FROM outgoing_mail"));
    }

    [Theory]
    [InlineData("rcpt 550", "No such user")]
    [InlineData("data 554", "Not this message")]
    public async Task A_mail_refused_for_good_is_listed_with_what_the_server_said_and_sent_when_somebody_asks_for_it(string mode, string said)
    {
        await using var server = await MailServer.StartAsync();
        await server.BehaveAsync(mode);
        await using var host = await Post.StartAsync(server);
        await Post.QueueAsync(host, "person-1@example.org", "Giv status");
        await Eventually.HoldsAsync(() => Post.AllAsync(host, "failed IS NOT NULL"));

        var overview = host.Services.GetRequiredService<MailOverview>();
        var failed = (await overview.ListAsync(Midt.Cluster, MailState.Failed, 10, Cancellation)).ShouldHaveSingleItem();
        failed.Error!.ShouldContain(said);
        (failed.Tries, failed.Next).ShouldBe((1, null));
        (await overview.CountAsync(Midt.Cluster, Cancellation)).ShouldBe(new(0, 0, 1, 0, null));

        await server.BehaveAsync("accept");
        host.Clock.Now += TimeSpan.FromDays(5);
        (await overview.RetryAsync(failed.Id, Cancellation)).ShouldBe(MailRetry.Queued);
        await Eventually.HoldsAsync(() => Post.AllAsync(host, "sent IS NOT NULL AND failed IS NULL"));
        server.Taken.ShouldHaveSingleItem();
        (await overview.RetryAsync(failed.Id, Cancellation)).ShouldBe(MailRetry.Sent);
    }

    [Fact]
    public async Task One_mail_that_the_server_will_not_take_holds_up_nobody_else_but_its_own_receiver()
    {
        await using var server = await MailServer.StartAsync();
        await server.BehaveAsync("rcpt 451");
        await using var host = await Post.StartAsync(server);
        await Post.QueueAsync(host, "person-1@example.org", "Først");
        await Eventually.HoldsAsync(() => Post.AllAsync(host, "tries = 1 AND claim IS NULL"));
        await server.BehaveAsync("accept");
        await Post.QueueAsync(host, "person-1@example.org", "Bagefter");
        await Post.QueueAsync(host, "person-2@example.org", "En anden");

        await Eventually.HoldsAsync(async () => await host.ScalarAsync("SELECT sent FROM outgoing_mail WHERE subject = 'En anden'") is DateTime);
        (await host.ScalarAsync("SELECT count(*) FROM outgoing_mail WHERE address = 'person-1@example.org' AND sent IS NULL")).ShouldBe(2L);
        host.Clock.Now += TimeSpan.FromMinutes(1);
        await Eventually.HoldsAsync(() => Post.AllAsync(host, "sent IS NOT NULL"));
        var subjects = new List<string>();
        foreach (var file in server.Taken)
            subjects.Add((await MailServer.ReadAsync(file)).Headers["Subject"]);
        subjects.ShouldBe(["En anden", "Først", "Bagefter"]);
    }

    [Fact]
    public async Task A_slow_server_gets_each_mail_once()
    {
        await using var server = await MailServer.StartAsync();
        await server.BehaveAsync("slow 0.5");
        await using var host = await Post.StartAsync(server);
        await Post.QueueManyAsync(host, people: 3, each: 2);
        await Eventually.HoldsAsync(() => Post.AllAsync(host, "sent IS NOT NULL"));
        await Post.ShouldHaveTakenEachOnceInOrderAsync(server, people: 3, each: 2);
    }

    [Fact]
    public async Task A_server_slower_than_our_patience_is_left_and_asked_again()
    {
        await using var server = await MailServer.StartAsync();
        await server.BehaveAsync("slow 60");
        await using var host = await Post.StartAsync(server, "--Mail:Patience=00:00:00.5");
        await Post.QueueAsync(host, "person-1@example.org", "Giv status");
        await Eventually.HoldsAsync(() => Post.AllAsync(host, "tries = 1 AND put_off"));
        await server.BehaveAsync("accept");
        host.Clock.Now += TimeSpan.FromMinutes(1);
        await Eventually.HoldsAsync(() => Post.AllAsync(host, "sent IS NOT NULL"));
        server.Taken.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task After_three_days_of_trying_it_is_given_up_and_shown()
    {
        await using var server = await MailServer.StartAsync();
        await server.BehaveAsync("rcpt 451");
        await using var host = await Post.StartAsync(server);
        await Post.QueueAsync(host, "person-1@example.org", "Giv status");
        await Eventually.HoldsAsync(() => Post.AllAsync(host, "tries = 1 AND claim IS NULL"));
        host.Clock.Now += Pauses.Longest;
        await Eventually.HoldsAsync(() => Post.AllAsync(host, "failed IS NOT NULL"));
        (await Post.ErrorAsync(host))!.ShouldContain("Mailbox busy");
    }

    [Fact]
    public async Task A_link_that_is_dead_before_it_could_be_sent_is_not_sent_and_leaves_no_trace_of_it()
    {
        await using var server = await MailServer.StartAsync();
        await server.DownAsync();
        await using var host = await Post.StartAsync(server);
        var mail = await Post.MailAsync(host, "person-1@example.org", "Log ind") with { Secret = true, Expires = host.Clock.Now.AddMinutes(15) };
        (await host.Services.GetRequiredService<Outbox>().QueueAsync(mail, Cancellation)).ShouldBeTrue();
        await Eventually.HoldsAsync(() => Post.AllAsync(host, "put_off AND claim IS NULL"));
        await server.UpAsync();
        host.Clock.Now = mail.Expires!.Value;

        await Eventually.HoldsAsync(() => Post.AllAsync(host, "failed IS NOT NULL AND html = '' AND plain = ''"));
        server.Taken.ShouldBeEmpty();
        var overview = host.Services.GetRequiredService<MailOverview>();
        var failed = (await overview.ListAsync(null, null, 10, Cancellation)).ShouldHaveSingleItem();
        (await overview.RetryAsync(failed.Id, Cancellation)).ShouldBe(MailRetry.Gone);
    }

    [Fact]
    public async Task A_secret_goes_from_the_database_as_it_is_sent()
    {
        await using var server = await MailServer.StartAsync();
        await using var host = await Post.StartAsync(server);
        var mail = await Post.MailAsync(host, "person-1@example.org", "Log ind") with { Tenant = OutgoingMail.Installation, Secret = true, Expires = host.Clock.Now.AddMinutes(15) };
        await host.Services.GetRequiredService<Outbox>().QueueAsync(mail, Cancellation);
        await Eventually.HoldsAsync(() => Post.AllAsync(host, "sent IS NOT NULL"));
        (await Post.AllAsync(host, "html = '' AND plain = ''")).ShouldBeTrue();
        (await MailServer.ReadAsync(server.Taken.ShouldHaveSingleItem())).Plain.ShouldContain("Blåbærgrød");
    }
}
