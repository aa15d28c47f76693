using Initiatives.Api.Features.Packs;
using Initiatives.Api.Mail;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Tests.Features;
using Initiatives.Domain;
using Initiatives.Support;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Api.Tests.Mail;

/// <summary>Files that any mail program opens, read by one that is not ours.</summary>
public sealed class PickupFolderTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string[] Settings => [$"--{MailSettings.Pickup}={_folder.Path}", "--Mail:Send=true", "--Mail:Look=00:00:00.1", $"--{MailSettings.Sender}=Sundhedsklyngens brevbærer <initiatives@example.org>"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_is_a_whole_message_with_both_parts_in_the_right_letters()
    {
        await using var host = await ApiHost.StartAsync(Post.Now, Settings);
        var letter = Letters.Ask();
        var mail = new OutgoingMail(Midt.Cluster, TaskLetter.Kind, "task/10", new("person-1@example.org", "person-1"), await host.Services.GetRequiredService<LetterPress>().SetAsync(letter))
        {
            Thread = "handleplan-2023/10",
            Unsubscribe = new("https://initiatives.example.org/afmeld?n=" + new string('a', 90)),
        };
        await host.Services.GetRequiredService<Outbox>().QueueAsync(mail, Cancellation);
        await Eventually.HoldsAsync(() => Post.AllAsync(host, "sent IS NOT NULL"));

        var file = Directory.EnumerateFiles(_folder.Path).ShouldHaveSingleItem();
        Path.GetFileName(file).ShouldStartWith("20230809T060000Z-");
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var read = await MailServer.ReadAsync(file);
        read.Defects.ShouldBeEmpty();
        read.Structure.ShouldBe(["multipart/alternative", "text/plain", "text/html"]);
        read.Charsets.ShouldBe(["utf-8", "utf-8"]);
        read.Plain.ReplaceLineEndings("\n").ShouldBe(mail.Letter.Plain);
        read.Html.ReplaceLineEndings("\n").ShouldBe(mail.Letter.Html.ReplaceLineEndings("\n"));
        read.Html.ShouldContain("Systematisk indsats for de 2 % mest komplekse borgere på sygehusene");
        read.Headers["Subject"].ShouldBe("Giv status på indsats 10 inden fre. 20. okt.");
        read.Headers["From"].ShouldBe("Sundhedsklyngens brevbærer <initiatives@example.org>");
        read.Headers["To"].ShouldBe("person-1@example.org");
        read.Headers["Date"].ShouldBe("Wed, 09 Aug 2023 06:00:00 +0000");
        read.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        read.Headers["Message-ID"].ShouldMatch("^<[0-9a-f]{32}@example\\.org>$");
        read.Headers["In-Reply-To"].ShouldBe(read.Headers["References"]);
        read.Headers["References"].ShouldNotBe(read.Headers["Message-ID"]);
        read.Headers["List-Unsubscribe"].TrimStart().ShouldBe($"<{mail.Unsubscribe}>");
        read.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        read.Headers.Keys.ShouldNotContain("X-Receiver");
        (await File.ReadAllLinesAsync(file, Cancellation)).Max(line => line.Length).ShouldBeLessThan(998);
    }

    [Fact]
    public async Task A_duty_has_no_way_out_and_mail_about_one_initiative_hangs_together()
    {
        await using var host = await ApiHost.StartAsync(Post.Now, Settings);
        foreach (var n in new[] { 1, 2 })
            await host.Services.GetRequiredService<Outbox>().QueueAsync(await Post.MailAsync(host, "person-1@example.org", $"Mail {n}") with { Thread = "handleplan-2023/10" }, Cancellation);
        await Eventually.HoldsAsync(() => Post.AllAsync(host, "sent IS NOT NULL"));
        var mails = await Task.WhenAll(Directory.EnumerateFiles(_folder.Path, "*.eml").Select(MailServer.ReadAsync));
        mails.Length.ShouldBe(2);
        mails.Select(m => m.Headers["References"]).Distinct().ShouldHaveSingleItem();
        mails.ShouldAllBe(m => !m.Headers.ContainsKey("List-Unsubscribe"));
    }

    [Fact]
    public async Task Packs_go_along_as_PDF_and_as_their_own_page_where_there_is_none()
    {
        await using var host = await Midt.StartAsync(Settings);
        await Midt.StartedAsync(host);
        const string Meeting = "chefforum-2023-08-30";
        var context = new CommandContext(Midt.Cluster, "secretariat", host.Clock.Now);
        var edition = (await host.Services.GetRequiredService<IMediator>().Send(new CompilePack(context, "afvigelsesrapport", new(Meeting, "chefforum", Meeting, new(2023, 8, 30))), Cancellation))
            .ShouldBeOfType<Compiled.Issued>().Edition;
        var outbox = host.Services.GetRequiredService<Outbox>();
        var mail = await Post.MailAsync(host, "person-1@example.org", "Afvigelsesrapport") with { Attachments = [new(edition.Id, "Afvigelsesrapport på møde 30. aug. 2023.pdf")] };
        await outbox.QueueAsync(mail, Cancellation);
        await Eventually.HoldsAsync(() => Post.AllAsync(host, "sent IS NOT NULL"));
        var bare = (await MailServer.ReadAsync(Directory.EnumerateFiles(_folder.Path).Single())).Attachments.ShouldHaveSingleItem();
        (bare.Name, bare.Type).ShouldBe(("Afvigelsesrapport på møde 30. aug. 2023.html", "text/html"));

        await host.Services.GetRequiredService<Editions>().KeepPdfAsync(Midt.Cluster, edition, "%PDF-1.7 "u8.ToArray(), host.Clock.Now, Cancellation);
        host.Clock.Now += TimeSpan.FromHours(1);
        await outbox.QueueAsync(mail with { Cause = "again" }, Cancellation);
        await Eventually.HoldsAsync(() => Post.AllAsync(host, "sent IS NOT NULL"));
        var printed = await MailServer.ReadAsync(Directory.EnumerateFiles(_folder.Path).Order(StringComparer.Ordinal).Last());
        printed.Structure[0].ShouldBe("multipart/mixed");
        printed.Attachments.ShouldHaveSingleItem().ShouldBe(new("Afvigelsesrapport på møde 30. aug. 2023.pdf", "application/pdf", 9));
    }

    [Fact]
    public async Task A_mail_that_goes_with_an_edition_waits_until_its_job_has_made_it()
    {
        await using var host = await ApiHost.StartAsync(Post.Now, Settings);
        await host.Services.GetRequiredService<Outbox>().QueueAsync(await Post.MailAsync(host, "person-1@example.org", "Referat") with { Attachments = [new("beslutningsreferat.chefforum-2023-03-31.1", "x.pdf")] }, Cancellation);
        await Eventually.HoldsAsync(async () => await host.ScalarAsync("SELECT last_error FROM outgoing_mail WHERE sent IS NULL AND failed IS NULL") is string);
        ((string)(await host.ScalarAsync("SELECT last_error FROM outgoing_mail"))!).ShouldContain("has not been issued yet");
    }

    [Fact]
    public async Task An_edition_that_is_not_there_fails_its_own_mail_and_no_other()
    {
        await using var host = await ApiHost.StartAsync(Post.Now, Settings);
        await host.Services.GetRequiredService<Outbox>().QueueAsync(await Post.MailAsync(host, "person-1@example.org", "Pakke") with { Attachments = [new("findes.ikke.1", "x.pdf")] }, Cancellation);
        await Post.QueueAsync(host, "person-1@example.org", "Bagefter");
        await Eventually.HoldsAsync(async () => await host.ScalarAsync("SELECT sent FROM outgoing_mail WHERE subject = 'Bagefter'") is DateTime);
        ((string)(await host.ScalarAsync("SELECT last_error FROM outgoing_mail WHERE failed IS NOT NULL"))!).ShouldContain("findes.ikke.1");
    }
}
