using Initiatives.Api.Mail;
using Initiatives.Api.Tests.Features;
using Initiatives.EventStore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Initiatives.Api.Tests.Mail;

/// <summary>What gets into the queue.</summary>
public sealed class OutboxTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_cause_tells_the_same_person_once_however_many_ask()
    {
        await using var host = await ApiHost.StartAsync(Post.Now);
        var outbox = host.Services.GetRequiredService<Outbox>();
        var mail = await Post.MailAsync(host, "person-1@example.org", "Runden er åben", "round-opened/chefforum-2023-08-30");
        var asked = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => outbox.QueueAsync(mail, Cancellation)));
        asked.Count(queued => queued).ShouldBe(1);
        (await outbox.QueueAsync(mail with { To = new("PERSON-1@example.org") }, Cancellation)).ShouldBeFalse();
        (await outbox.QueueAsync(mail with { To = new("person-2@example.org") }, Cancellation)).ShouldBeTrue();
        (await outbox.QueueAsync(mail with { Cause = "round-opened/chefforum-2023-10-30" }, Cancellation)).ShouldBeTrue();
        (await host.ScalarAsync("SELECT count(*) FROM outgoing_mail")).ShouldBe(3L);
    }

    [Fact]
    public async Task A_person_is_told_once_though_the_address_has_changed()
    {
        await using var host = await ApiHost.StartAsync(Post.Now);
        var outbox = host.Services.GetRequiredService<Outbox>();
        var mail = await Post.MailAsync(host, "person-1@example.org", "Runden er åben") with { To = new("old@example.org", "person-1") };
        (await outbox.QueueAsync(mail, Cancellation)).ShouldBeTrue();
        (await outbox.QueueAsync(mail with { To = new("new@example.org", "person-1") }, Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_mail_stands_with_what_caused_it_or_not_at_all()
    {
        await using var host = await ApiHost.StartAsync(Post.Now);
        var outbox = host.Services.GetRequiredService<Outbox>();
        var mail = await Post.MailAsync(host, "person-1@example.org", "Mødet er flyttet");
        var sources = host.Services.GetRequiredService<EventStoreDataSources>();
        await using var connection = await sources.App.OpenConnectionAsync(Cancellation);
        foreach (var stands in new[] { false, true })
        {
            await using var transaction = await connection.BeginTransactionAsync(Cancellation);
            await using (var tenant = new NpgsqlBatch(connection, transaction) { BatchCommands = { EventStoreDataSources.TenantSetting(Midt.Cluster) } })
                await tenant.ExecuteNonQueryAsync(Cancellation);
            await outbox.QueueAsync(mail, transaction, Cancellation);
            await (stands ? transaction.CommitAsync(Cancellation) : transaction.RollbackAsync(Cancellation));
            (await host.ScalarAsync("SELECT count(*) FROM outgoing_mail")).ShouldBe(stands ? 1L : 0L);
        }
    }

    [Theory]
    [InlineData("Giv status\r\nBcc: x@example.org", "person-1@example.org", "U+000D")]
    [InlineData("Giv\nstatus", "person-1@example.org", "U+000A")]
    [InlineData("Giv\0status", "person-1@example.org", "U+0000")]
    [InlineData("Giv status", "person-1@example.org\r\nBcc: x@example.org", "U+000D")]
    [InlineData("Giv status", "person-1@example.org, x@example.org", "mailbox")]
    [InlineData("Giv status", "En person <person-1@example.org>", "mailbox")]
    [InlineData("Giv status", "ingen adresse", "mailbox")]
    public async Task A_header_cannot_be_forged_through_subject_or_address(string subject, string address, string said)
    {
        await using var host = await ApiHost.StartAsync(Post.Now);
        var mail = await Post.MailAsync(host, address, subject, "cause");
        var refused = await Should.ThrowAsync<ArgumentException>(() => host.Services.GetRequiredService<Outbox>().QueueAsync(mail, Cancellation));
        refused.Message.ShouldContain(said);
        refused.Message.ShouldNotContain("example.org");
        (await host.ScalarAsync("SELECT count(*) FROM outgoing_mail")).ShouldBe(0L);
    }

    [Theory]
    [InlineData("person-1@example.org", true)]
    [InlineData("p.e.r+tag@sub.example.org", true)]
    [InlineData("person@blåbær.example", true)]
    [InlineData("pærson@example.org", false)]
    [InlineData("\"a\r\nb\"@example.org", false)]
    [InlineData("a@b@c", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_one_plain_mailbox_is_an_address(string? typed, bool parsed) =>
        Recipient.TryParse(typed, out _).ShouldBe(parsed);

    [Fact]
    public async Task A_secret_says_when_it_ends()
    {
        await using var host = await ApiHost.StartAsync(Post.Now);
        var mail = await Post.MailAsync(host, "person-1@example.org", "Log ind") with { Secret = true };
        await Should.ThrowAsync<ArgumentException>(() => host.Services.GetRequiredService<Outbox>().QueueAsync(mail, Cancellation));
    }

    [Theory]
    [InlineData("SELECT html FROM outgoing_mail")]
    [InlineData("SELECT address FROM outgoing_mail")]
    [InlineData("UPDATE outgoing_mail SET sent = now()")]
    [InlineData("DELETE FROM outgoing_mail")]
    public async Task A_request_cannot_read_a_mail_back_nor_say_that_it_was_sent(string sql)
    {
        await using var host = await ApiHost.StartAsync(Post.Now);
        await Post.QueueAsync(host, "person-1@example.org", "Log ind");
        await using var connection = await host.Services.GetRequiredService<EventStoreDataSources>().App.OpenConnectionAsync(Cancellation);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { EventStoreDataSources.TenantSetting(Midt.Cluster), new(sql) } };
        (await Should.ThrowAsync<PostgresException>(() => batch.ExecuteNonQueryAsync(Cancellation))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Forgetting_a_person_leaves_no_address_and_no_word_of_any_mail_and_sends_nothing_more()
    {
        await using var host = await ApiHost.StartAsync(Post.Now);
        var outbox = host.Services.GetRequiredService<Outbox>();
        await outbox.QueueAsync(await Post.MailAsync(host, "x@example.org", "Giv status") with { To = new("person-1@example.org", "person-1") }, Cancellation);
        await using var connection = await host.Services.GetRequiredService<EventStoreDataSources>().App.OpenConnectionAsync(Cancellation);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { EventStoreDataSources.TenantSetting(Midt.Cluster), outbox.Forgetting(Midt.Cluster, "person-1") } };
        await batch.ExecuteNonQueryAsync(Cancellation);
        (await Post.AllAsync(host, "address = '' AND subject = '' AND html = '' AND plain = '' AND failed IS NOT NULL")).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_of_no_more_use_is_swept_away()
    {
        await using var host = await ApiHost.StartAsync(Post.Now);
        var queue = host.Services.GetRequiredService<MailQueue>();
        await Post.QueueAsync(host, "person-1@example.org", "Sendt");
        await Post.QueueAsync(host, "person-2@example.org", "Venter");
        await queue.SentAsync((await queue.ClaimAsync(Post.Now, TimeSpan.FromMinutes(1), Cancellation))!, Post.Now, Cancellation);

        await queue.SweepAsync(Post.Now.AddDays(29), Cancellation);
        (await Post.AllAsync(host, "html <> ''")).ShouldBeTrue();
        await queue.SweepAsync(Post.Now.AddDays(30), Cancellation);
        (await host.ScalarAsync("SELECT string_agg(subject, ' ') FROM outgoing_mail WHERE html = ''")).ShouldBe("Sendt");
        await queue.SweepAsync(Post.Now.AddDays(400), Cancellation);
        (await host.ScalarAsync("SELECT string_agg(subject, ' ') FROM outgoing_mail")).ShouldBe("Venter");
    }
}
