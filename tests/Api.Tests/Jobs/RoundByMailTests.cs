using Initiatives.Api.Features.Packs;
using Initiatives.Api.Features.People;
using Initiatives.Api.Jobs;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Tests.Features;
using Initiatives.Api.Tests.Mail;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Reporting.Print;
using Initiatives.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Initiatives.Api.Tests.Jobs;

/// <summary>A round's whole life by its mails: the real scheduler on a clock that the test moves, and a real mail server.</summary>
public sealed class RoundByMailTests
{
    private const string Meeting = "chefforum-2023-08-30";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_round_asks_and_reminds_twice_those_who_still_miss_each_in_one_mail()
    {
        await using var server = await MailServer.StartAsync();
        await using var host = await StartAsync(server);
        await RecordAsync(host, new Person("person-1", Midt.Cluster, "Ejer", "owner@example.org", null, null, "da", []) { Deputies = [new("person-4", new(2023, 8, 14), new(2023, 8, 20))] });
        await RecordAsync(host, new Person("person-2", Midt.Cluster, "Leder", "lead@example.org", null, null, "en", []));
        await RecordAsync(host, new Person("person-4", Midt.Cluster, "Stedfortræder", "deputy@example.org", null, null, "da", []));

        await ReachAsync(host, new(2023, 8, 9, 4, 0, 0, TimeSpan.Zero), mails: 2);
        (await SubjectsAsync(server)).ShouldBe(
        [
            "lead@example.org: Report on 2 initiatives by Fri 18 Aug",
            "owner@example.org: Giv status på 2 indsatser inden fre. 18. aug.",
        ]);

        host.Clock.Now = new(2023, 8, 14, 8, 0, 0, TimeSpan.Zero);
        (await host.SendAsync("POST", $"{Midt.Initiatives}/3/statuses", Midt.Status(), "*")).Status.ShouldBe(201);
        await ReachAsync(host, new(2023, 8, 15, 4, 0, 0, TimeSpan.Zero), mails: 5);
        (await SubjectsAsync(server)).ShouldBe(
        [
            "deputy@example.org: Påmindelse: giv status på indsats 10 inden fre. 18. aug.",
            "lead@example.org: Reminder: report on initiative 10 by Fri 18 Aug",
            "owner@example.org: Påmindelse: giv status på indsats 10 inden fre. 18. aug.",
        ]);

        await ReachAsync(host, new(2023, 8, 18, 4, 0, 0, TimeSpan.Zero), mails: 8);
        (await SubjectsAsync(server)).ShouldBe(
        [
            "deputy@example.org: Giv status på indsats 10 i dag, fre. 18. aug.",
            "lead@example.org: Report on initiative 10 today, Fri 18 Aug",
            "owner@example.org: Giv status på indsats 10 i dag, fre. 18. aug.",
        ]);

        host.Clock.Now = new(2023, 8, 18, 22, 0, 0, TimeSpan.Zero);
        await Eventually.HoldsAsync(async () => await host.ScalarAsync($"SELECT data -> 'Missing' -> 0 ->> 'Number' FROM mt_events WHERE type = 'round_closed' AND data ->> 'Meeting' = '{Meeting}'") is "10");
        (await host.Services.GetRequiredService<JobSchedule>().ReconcileAllAsync(Cancellation)).ShouldBe(ScheduleChange.None);
        (await host.ScalarAsync("SELECT count(*) FROM outgoing_mail WHERE kind = 'task'")).ShouldBe(8L);
        // Each mail's links open: one task for each initiative that it names.
        (await host.ScalarAsync("SELECT count(*) FROM task_links")).ShouldBe((2 * 2) + 3 + 3L);
    }

    [Fact]
    public async Task Each_edition_reaches_those_who_sit_in_the_forum_that_day_once_with_what_is_asked_of_them_and_what_changed()
    {
        await using var server = await MailServer.StartAsync();
        await using var host = await StartAsync(server);
        await RecordAsync(host, new Person("chair", Midt.Cluster, "Formand", "chair@example.org", null, null, "da", [new("chefforum", ForumRole.Chair)]));
        await RecordAsync(host, new Person("member", Midt.Cluster, "Medlem", "member@example.org", null, null, "en", [new("chefforum", ForumRole.Member, new(2023, 8, 23))]));
        await RecordAsync(host, new Person("former", Midt.Cluster, "Tidligere", "former@example.org", null, null, "da", [new("chefforum", ForumRole.Member, null, new(2023, 8, 22))]));
        await RecordAsync(host, new Person("director", Midt.Cluster, "Direktør", "director@example.org", null, null, "da", [new("direktoerforum", ForumRole.Member)]));
        host.Clock.Now = new(2023, 8, 16, 8, 0, 0, TimeSpan.Zero);
        (await host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", Midt.Status("yellow"), "*")).Status.ShouldBe(201);
        host.Clock.Now = new(2023, 8, 18, 22, 0, 0, TimeSpan.Zero);
        await Eventually.HoldsAsync(async () => await RanAsync(host, $"close-round {Meeting}"));

        host.Clock.Now = new(2023, 8, 23, 4, 0, 0, TimeSpan.Zero);
        await Eventually.HoldsAsync(async () => await RanAsync(host, $"afvigelsesrapport {Meeting}"));
        var editions = host.Services.GetRequiredService<Editions>();
        await editions.KeepPdfAsync(Midt.Cluster, (await editions.NewestAsync(Midt.Cluster, "afvigelsesrapport", Meeting, Cancellation))!, "%PDF-1.7"u8.ToArray(), host.Clock.Now, Cancellation);
        await ReachAsync(host, new(2023, 8, 23, 4, 2, 0, TimeSpan.Zero), mails: 2);
        var first = await ReadAsync(server);
        first.Select(m => $"{m.Headers["To"]}: {m.Headers["Subject"]}").Order().ShouldBe(
        [
            "chair@example.org: Forbered mødet ons. 30. aug. i Chefforum: 2 punkter at tage stilling til",
            "member@example.org: Prepare the meeting of Chefforum on Wed 30 Aug: 2 points to decide",
        ]);
        var chair = first.Single(m => m.Headers["To"] == "chair@example.org");
        foreach (var body in new[] { chair.Plain, chair.Html })
        {
            body.ShouldContain("Det indstilles, at Chefforum:");
            body.ShouldContain("drøfter afvigelsen på indsats 10 og vælger spor");
            body.ShouldContain("beder om status på indsats 3, som mangler");
            body.ShouldContain($"/rapporter/afvigelsesrapport.{Meeting}.1?");
        }
        chair.Html.ShouldNotContain("<img");
        chair.Attachments.ShouldHaveSingleItem().ShouldBe(new($"afvigelsesrapport-{Meeting}-1.pdf", "application/pdf", 8));

        host.Clock.Now = new(2023, 8, 24, 8, 0, 0, TimeSpan.Zero);
        (await host.SendAsync("POST", $"{Midt.Initiatives}/3/statuses", Midt.Status(), "*")).Status.ShouldBe(201);
        host.Clock.Now = new(2023, 8, 24, 8, 30, 0, TimeSpan.Zero);
        await Eventually.HoldsAsync(async () => await RanAsync(host, $"afvigelsesrapport {Meeting} late-statuses"));
        await ReachAsync(host, new(2023, 8, 24, 8, 32, 0, TimeSpan.Zero), mails: 4);
        var second = (await ReadAsync(server)).Single(m => m.Headers["To"] == "chair@example.org");
        second.Headers["Subject"].ShouldBe("Ny udgave til mødet ons. 30. aug. i Chefforum: 1 punkt at tage stilling til");
        second.Plain.ShouldContain("Dette er udgave 2, som afløser den forrige. Status kom efter forrige udgave: indsats 3 (fra mangler status til grøn).");
        // Where nothing can print, the edition's own page goes along.
        second.Attachments.ShouldHaveSingleItem().Name.ShouldBe($"afvigelsesrapport-{Meeting}-2.html");
        second.Headers["References"].ShouldBe(chair.Headers["References"]);
        second.Headers["Message-ID"].ShouldNotBe(chair.Headers["Message-ID"]);

        // A forum that nobody sits in: the run says so, and stands among those that failed.
        await RecordAsync(host, new Person("director", Midt.Cluster, "Direktør", "director@example.org", null, null, "da", []));
        host.Clock.Now = new(2023, 9, 25, 4, 0, 0, TimeSpan.Zero);
        await Eventually.HoldsAsync(async () => await RanAsync(host, "direktoeroverblik direktoerforum-2023-10-02"));
        host.Clock.Now = new(2023, 9, 25, 4, 2, 0, TimeSpan.Zero);
        await Eventually.HoldsAsync(async () => await RanAsync(host, "mail direktoeroverblik direktoerforum-2023-10-02"));
        var runs = await host.Services.GetRequiredService<JobRuns>().RunsAsync(Midt.Cluster, failed: true, 20, Cancellation);
        runs.ShouldHaveSingleItem().Summary.ShouldBe(new(
            "direktoeroverblik.direktoerforum-2023-10-02.1 blev ikke sendt til nogen: direktoerforum har ingen medlemmer i dag.",
            "direktoeroverblik.direktoerforum-2023-10-02.1 was mailed to nobody: direktoerforum has no members today."));
        (await host.Services.GetRequiredService<JobSchedule>().ReconcileAllAsync(Cancellation)).ShouldBe(ScheduleChange.None);
    }

    [Fact]
    public async Task A_meeting_moved_in_the_middle_of_its_round_cancelled_and_replaced_is_told_once_each_and_moves_the_reminders()
    {
        await using var server = await MailServer.StartAsync();
        await using var host = await StartAsync(server);
        await RecordAsync(host, new Person("person-1", Midt.Cluster, "Ejer", "owner@example.org", null, null, "da", []));
        await RecordAsync(host, new Person("chair", Midt.Cluster, "Formand", "chair@example.org", null, null, "da", [new("chefforum", ForumRole.Chair)]));
        await RecordAsync(host, new Person("member", Midt.Cluster, "Medlem", "member@example.org", null, null, "en", [new("chefforum", ForumRole.Member)]));
        await ReachAsync(host, new(2023, 8, 9, 4, 0, 0, TimeSpan.Zero), mails: 1);
        await ReadAsync(server);

        // Moved twice within minutes: one mail, about where it ended.
        host.Clock.Now = new(2023, 8, 10, 8, 0, 0, TimeSpan.Zero);
        await Midt.SendAsync(host, Midt.Cluster, new CalendarWish(new MoveMeeting(Meeting, new(2023, 9, 13), null, null, "Ferie")));
        host.Clock.Now = new(2023, 8, 10, 8, 5, 0, TimeSpan.Zero);
        await Midt.SendAsync(host, Midt.Cluster, new CalendarWish(new MoveMeeting(Meeting, new(2023, 9, 6), new(13, 0), new(15, 0), "Sammenfald")));
        await ReachAsync(host, new(2023, 8, 10, 8, 10, 0, TimeSpan.Zero), mails: 4);
        var moved = await ReadAsync(server);
        moved.Select(m => $"{m.Headers["To"]}: {m.Headers["Subject"]}").Order().ShouldBe(
        [
            "chair@example.org: Mødet i Chefforum er flyttet fra ons. 30. aug. til ons. 6. sep.",
            "member@example.org: The meeting of Chefforum has moved from Wed 30 Aug to Wed 6 Sep",
            "owner@example.org: Ny frist: giv status på indsats 3 og 10 inden fre. 25. aug., mødet i Chefforum er flyttet",
        ]);
        var owner = moved.Single(m => m.Headers["To"] == "owner@example.org");
        owner.Plain.ReplaceLineEndings("\n").ShouldContain("Dag: ons. 30. aug. 2023 -> ons. 6. sep. 2023\nTid: 13.00-15.00\nFrist for status: fre. 18. aug. 2023 -> fre. 25. aug. 2023\nBegrundelse: »Sammenfald«\n");
        owner.Html.ShouldContain("fre. 25. aug. 2023");

        // The reminders follow the new deadline, and none goes out on the days of the old.
        host.Clock.Now = new(2023, 8, 15, 4, 0, 0, TimeSpan.Zero);
        await ReachAsync(host, new(2023, 8, 22, 4, 0, 0, TimeSpan.Zero), mails: 5);
        (await SubjectsAsync(server)).ShouldBe(["owner@example.org: Påmindelse: giv status på 2 indsatser inden fre. 25. aug."]);

        host.Clock.Now = new(2023, 8, 23, 8, 0, 0, TimeSpan.Zero);
        await Midt.SendAsync(host, Midt.Cluster, new CalendarWish(new CancelMeeting(Meeting, "For få sager", WrittenStatusInstead: true)));
        await Midt.SendAsync(host, Midt.Cluster, new CalendarWish(new ScheduleMeeting("chefforum", new(2023, 8, 31), new(9, 0), null, null, Extraordinary: true)));
        await ReachAsync(host, new(2023, 8, 23, 8, 10, 0, TimeSpan.Zero), mails: 8);
        var told = await ReadAsync(server);
        told.Select(m => $"{m.Headers["To"]}: {m.Headers["Subject"]}").Order().ShouldBe(
        [
            "chair@example.org: 2 ændringer i mødekalenderen",
            "member@example.org: 2 changes of the calendar of meetings",
            "owner@example.org: Mødet i Chefforum ons. 6. sep. er aflyst: du skal ikke give status",
        ]);
        var chair = told.Single(m => m.Headers["To"] == "chair@example.org");
        chair.Plain.ShouldContain("Mødet i Chefforum ons. 6. sep. er aflyst");
        chair.Plain.ShouldContain("I stedet sendes en kort skriftlig status.");
        chair.Plain.ShouldContain("Ekstraordinært møde i Chefforum tors. 31. aug.");

        // Nobody is asked or reminded for a meeting that is not held; and what was told is not told again.
        host.Clock.Now = new(2023, 8, 25, 4, 0, 0, TimeSpan.Zero);
        (await host.Services.GetRequiredService<JobSchedule>().ReconcileAllAsync(Cancellation)).ShouldBe(ScheduleChange.None);
        var planned = await host.Services.GetRequiredService<JobRuns>().PlannedAsync(Midt.Cluster, Cancellation);
        planned.ShouldNotContain(p => p.Job == "tell-calendar");
        planned.Where(p => p.Job.EndsWith(Meeting, StringComparison.Ordinal)).Select(p => p.Job).ShouldBe([$"skriftlig-status {Meeting}"]);
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.Services.GetRequiredService<Api.Features.Meetings.TellOfCalendar>().HandleAsync(Midt.Cluster, Cancellation)))).ShouldAllBe(sent => sent == null);
        (await host.ScalarAsync("SELECT count(*) FROM outgoing_mail WHERE kind <> 'pack'")).ShouldBe(8L);
    }

    [Fact]
    public async Task Who_has_reported_is_given_no_new_deadline_when_the_meeting_moves()
    {
        await using var server = await MailServer.StartAsync();
        await using var host = await StartAsync(server);
        await RecordAsync(host, new Person("person-1", Midt.Cluster, "Ejer", "owner@example.org", null, null, "da", []));
        await ReachAsync(host, new(2023, 8, 9, 4, 0, 0, TimeSpan.Zero), mails: 1);
        await ReadAsync(server);
        (await host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", Midt.Status(), "*")).Status.ShouldBe(201);

        host.Clock.Now = new(2023, 8, 10, 8, 0, 0, TimeSpan.Zero);
        await Midt.SendAsync(host, Midt.Cluster, new CalendarWish(new MoveMeeting(Meeting, new(2023, 9, 6), null, null, "Ferie")));
        await ReachAsync(host, new(2023, 8, 10, 8, 10, 0, TimeSpan.Zero), mails: 2);
        (await SubjectsAsync(server)).ShouldBe(["owner@example.org: Ny frist: giv status på indsats 3 inden fre. 25. aug., mødet i Chefforum er flyttet"]);
    }

    [Fact]
    public async Task Who_is_paused_or_has_reported_is_not_reminded_and_a_reminder_of_the_day_is_sent_once_by_however_many_nodes()
    {
        await using var server = await MailServer.StartAsync();
        await using var host = await StartAsync(server);
        await RecordAsync(host, new Person("person-1", Midt.Cluster, "Ejer", "owner@example.org", null, null, "da", []));
        await ReachAsync(host, new(2023, 8, 9, 4, 0, 0, TimeSpan.Zero), mails: 1);
        (await SubjectsAsync(server)).ShouldBe(["owner@example.org: Giv status på 2 indsatser inden fre. 18. aug."]);

        host.Clock.Now = new(2023, 8, 14, 8, 0, 0, TimeSpan.Zero);
        (await host.SendAsync("PUT", $"{Midt.Initiatives}/3/pause", new { reason = "Afventer ny lov" }, "*")).Status.ShouldBeOneOf(200, 201);
        await ReachAsync(host, new(2023, 8, 15, 4, 0, 0, TimeSpan.Zero), mails: 2);
        (await SubjectsAsync(server)).ShouldBe(["owner@example.org: Påmindelse: giv status på indsats 10 inden fre. 18. aug."]);

        // As by another node that begins it again, and by the secretariat's press on the same day.
        var standings = host.Services.GetRequiredService<Api.Features.Shell.StandingReader>();
        var standing = (await standings.ReadAsync(Midt.Cluster, null, Cancellation))!;
        var today = new DateOnly(2023, 8, 15);
        var answers = Api.Features.Rounds.RoundAnswers.Of(standing, Meeting, today)!;
        var reminding = host.Services.GetRequiredService<Api.Features.Rounds.Reminding>();
        var again = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => n % 2 == 0 ? reminding.RemindAsync(standing, answers, today, Cancellation) : reminding.PressAsync(standing, answers, today, Cancellation)));
        again.ShouldAllBe(a => a.Sent == 0 && a.AlreadySent == 1);
        (await host.ScalarAsync("SELECT count(*) FROM outgoing_mail")).ShouldBe(2L);
    }

    /// <summary>Initiatives 3 and 10 are under way since 1 May 2023; the scheduler starts after that. Nothing is printed: it takes the time of a browser.</summary>
    private static async Task<ApiHost> StartAsync(MailServer server)
    {
        var host = await Midt.StartAsync(
            static services => services.AddSingleton(_ => new ChromiumPrinter(browser: null, TimeSpan.FromMinutes(1))), [.. Post.Words(server), "--Jobs:Look=00:00:01"]);
        await Midt.StartedAsync(host, 3);
        host.Clock.Now = Midt.OrderDay;
        await Midt.StartedAsync(host, 10);
        host.Services.GetRequiredService<IOptions<JobsOptions>>().Value.Run = true;
        await host.Services.GetServices<IHostedService>().OfType<JobsHost>().Single().StartedAsync(Cancellation);
        return host;
    }

    private static async Task RecordAsync(ApiHost host, Person person)
    {
        await using var connection = await host.Services.GetRequiredService<EventStoreDataSources>().System.OpenConnectionAsync(Cancellation);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { PeopleRegister.Recording(person) } };
        await batch.ExecuteNonQueryAsync(Cancellation);
    }

    private int _read;

    /// <summary>Moves the clock, and waits until so many mails in all have been handed over.</summary>
    private static async Task ReachAsync(ApiHost host, DateTimeOffset now, long mails)
    {
        host.Clock.Now = now;
        await Eventually.HoldsAsync(async () => await host.ScalarAsync("SELECT count(*) FROM outgoing_mail WHERE sent IS NOT NULL") is long sent && sent >= mails);
        (await host.ScalarAsync("SELECT count(*) FROM outgoing_mail")).ShouldBe(mails);
    }

    private static async Task<bool> RanAsync(ApiHost host, string job) =>
        (await host.Services.GetRequiredService<JobRuns>().RunsAsync(Midt.Cluster, failed: null, 50, Cancellation)).Any(r => r.Job == job);

    /// <summary>Whom the server took mail for since the last time, and what about.</summary>
    private async Task<List<string>> SubjectsAsync(MailServer server) =>
        [.. (await ReadAsync(server)).Select(m => $"{m.Headers["To"]}: {m.Headers["Subject"]}").Order(StringComparer.Ordinal)];

    /// <summary>What the server took since the last time. All of it is a duty, and none of it is answered by machines.</summary>
    private async Task<List<ReadMail>> ReadAsync(MailServer server)
    {
        var mails = new List<ReadMail>();
        foreach (var file in server.Taken.Skip(_read))
            mails.Add(await MailServer.ReadAsync(file));
        _read += mails.Count;
        mails.ShouldAllBe(m => m.Headers["Auto-Submitted"] == "auto-generated" && !m.Headers.ContainsKey("List-Unsubscribe") && m.Defects.Count == 0);
        return mails;
    }
}
