using System.Text.RegularExpressions;
using Initiatives.Api.Features.People;
using Initiatives.Api.Features.Procedures;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Jobs;
using Initiatives.Api.Tests.Features;
using Initiatives.Api.Tests.Mail;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;
using Browser = Initiatives.Api.Tests.SignIn.Visitor;

namespace Initiatives.Api.Tests.Procedures;

/// <summary>A written procedure's whole life by its mails: the real scheduler on a clock that the test moves, and a real mail server.</summary>
public sealed partial class ProcedureByMailTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private int _read;

    [Fact]
    public async Task Members_are_asked_at_once_the_silent_reminded_once_and_the_chair_told_when_it_can_be_concluded()
    {
        await using var server = await MailServer.StartAsync();
        await using var host = await Midt.StartAsync([.. Post.Words(server), "--Jobs:Look=00:00:01"]);
        host.Services.GetRequiredService<IOptions<JobsOptions>>().Value.Run = true;
        await host.Services.GetServices<IHostedService>().OfType<JobsHost>().Single().StartedAsync(Cancellation);
        await RecordAsync(host, new Person("chair", Midt.Cluster, "Formand", "chair@example.org", null, null, "da", [new("chefforum", ForumRole.Chair)]));
        await RecordAsync(host, new Person("member", Midt.Cluster, "Medlem", "member@example.org", null, null, "en", [new("chefforum", ForumRole.Member)]));
        await RecordAsync(host, new Person("mailless", Midt.Cluster, "Uden", null, null, null, "da", [new("chefforum", ForumRole.Member)]));
        await RecordAsync(host, new Person("secretary", Midt.Cluster, "Sekretær", "secretary@example.org", null, null, "da", [new("chefforum", ForumRole.Secretary)]));

        host.Clock.Now = new(2023, 3, 13, 12, 0, 0, TimeSpan.Zero);
        // A Monday: the working day before is the Friday. No pack is due as early as this.
        (await host.SendAsync("PUT", $"/api/v1/clusters/{Midt.Cluster}/procedures/data", new
        {
            forum = "chefforum", deadline = "2023-03-20", heading = "Datakilder", background = "Der er to kilder.", recommendation = "Det indstilles, at Chefforum tilslutter sig datakilderne.",
        })).Status.ShouldBe(200);
        var asked = await ReachAsync(host, server, mails: 2);
        Subjects(asked).ShouldBe(
        [
            "chair@example.org: Svar senest man. 20. mar. på skriftlig godkendelse i Chefforum: Datakilder",
            "member@example.org: Answer by Mon 20 Mar, written procedure in Chefforum: Datakilder",
        ]);
        var mine = asked.Single(m => m.Headers["To"] == "member@example.org");
        mine.Plain.ShouldContain("Det indstilles, at Chefforum tilslutter sig datakilderne.");
        mine.Plain.ShouldContain("No answer is not taken as consent.");
        (await host.ScalarAsync("SELECT unreached[1] FROM mailings WHERE cause = 'procedure-asked/data'")).ShouldBe("mailless");

        using var browser = new Browser(host.Client.BaseAddress!);
        var page = (await browser.GetAsync(Link().Match(mine.Plain).Value)).Location!.PathAndQuery;
        (await browser.PostAsync($"/skriftlige-godkendelser/data/svar?klynge={Midt.Cluster}", page, ("stance", "Agrees"))).Location!.Query.ShouldContain("done=ProcedureAnswered");

        host.Clock.Now = new(2023, 3, 17, 5, 0, 0, TimeSpan.Zero);
        Subjects(await ReachAsync(host, server, mails: 3)).ShouldBe(["chair@example.org: Husk at svare senest man. 20. mar. på skriftlig godkendelse i Chefforum: Datakilder"]);

        host.Clock.Now = new(2023, 3, 21, 5, 0, 0, TimeSpan.Zero);
        var due = await ReachAsync(host, server, mails: 5);
        Subjects(due).ShouldBe(["chair@example.org: Afslut den skriftlige godkendelse i Chefforum: Datakilder", "secretary@example.org: Afslut den skriftlige godkendelse i Chefforum: Datakilder"]);
        due[0].Plain.ShouldContain("2 af 3 medlemmer har ikke svaret, og tavshed er ikke samtykke.");

        // As by another node that begins them again.
        var standing = (await host.Services.GetRequiredService<StandingReader>().ReadAsync(Midt.Cluster, null, Cancellation))!;
        var telling = host.Services.GetRequiredService<TellingOfProcedures>();
        (await Task.WhenAll(new[] { ProcedureNews.Reminder, ProcedureNews.Due, ProcedureNews.Due }.Select(news => telling.TellAsync(standing.Cluster, "data", news, Cancellation)))).ShouldAllBe(sent => sent == null);
        (await host.Services.GetRequiredService<JobSchedule>().ReconcileAllAsync(Cancellation)).ShouldBe(ScheduleChange.None);

        (await host.SendAsync("PUT", $"/api/v1/clusters/{Midt.Cluster}/procedures/data/conclusion", new { decision = new { outcome = "decided", text = "Datakilderne bruges." } })).Status.ShouldBe(200);
        var ended = await ReachAsync(host, server, mails: 7);
        Subjects(ended).ShouldBe(["chair@example.org: Skriftlig godkendelse i Chefforum er afsluttet: Datakilder", "member@example.org: Written procedure in Chefforum is concluded: Datakilder"]);
        ended.ShouldAllBe(m => m.Plain.Contains("Datakilderne bruges.", StringComparison.Ordinal));
        (await host.Services.GetRequiredService<JobRuns>().PlannedAsync(Midt.Cluster, Cancellation)).ShouldAllBe(p => !p.Job.Contains("procedure", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Subjects(IEnumerable<ReadMail> mails) => mails.Select(m => $"{m.Headers["To"]}: {m.Headers["Subject"]}").Order(StringComparer.Ordinal);

    /// <summary>Waits until so many mails in all have been handed over; those since the last time.</summary>
    private async Task<List<ReadMail>> ReachAsync(ApiHost host, MailServer server, long mails)
    {
        await Eventually.HoldsAsync(async () => await host.ScalarAsync("SELECT count(*) FROM outgoing_mail WHERE sent IS NOT NULL") is long sent && sent >= mails);
        (await host.ScalarAsync("SELECT count(*) FROM outgoing_mail")).ShouldBe(mails);
        var read = new List<ReadMail>();
        foreach (var file in server.Taken.Skip(_read)) read.Add(await MailServer.ReadAsync(file));
        _read += read.Count;
        read.ShouldAllBe(m => !m.Headers.ContainsKey("List-Unsubscribe") && m.Defects.Count == 0);
        return read;
    }

    private static async Task RecordAsync(ApiHost host, Person person)
    {
        await using var connection = await host.Services.GetRequiredService<EventStoreDataSources>().System.OpenConnectionAsync(Cancellation);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { PeopleRegister.Recording(person) } };
        await batch.ExecuteNonQueryAsync(Cancellation);
    }

    [GeneratedRegex("/opgave/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
