using System.Text;
using Initiatives.Api.Features.Packs;
using Initiatives.Api.Jobs;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Tests.Features;
using Initiatives.Api.Tests.Pages;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Support;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Initiatives.Api.Tests.Jobs;

/// <summary>The scheduler on a real database, with a clock that the test moves.</summary>
public sealed class EditionsByThemselvesTests
{
    private static readonly string[] WithJobs = ["--Jobs:Run=true", "--Jobs:Look=00:00:01"];

    private const string Meeting = "chefforum-2023-08-30";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_red_status_is_in_the_report_that_appears_before_the_next_meeting_once()
    {
        await using var host = await Midt.StartAsync(WithJobs);
        var etag = await Midt.StartedAsync(host);
        host.Clock.Now = new(2023, 8, 18, 8, 0, 0, TimeSpan.Zero);
        (await host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", Midt.Status("red"), etag)).Status.ShouldBe(201);
        var editions = host.Services.GetRequiredService<Editions>();
        (await editions.ListAsync(Midt.Cluster, "afvigelsesrapport", Meeting, Cancellation)).ShouldBeEmpty();

        // Six in the morning in Copenhagen, seven days before 30 August.
        host.Clock.Now = new(2023, 8, 23, 4, 0, 0, TimeSpan.Zero);
        await Eventually.HoldsAsync(async () => await editions.NewestAsync(Midt.Cluster, "afvigelsesrapport", Meeting, Cancellation) is not null);

        var edition = (await editions.ListAsync(Midt.Cluster, "afvigelsesrapport", Meeting, Cancellation)).ShouldHaveSingleItem();
        var html = Encoding.UTF8.GetString(await editions.HtmlAsync(Midt.Cluster, edition, Cancellation));
        html.ShouldContain("Én stilling er ubesat");
        html.ShouldContain(edition.Fingerprint);

        await host.Services.GetRequiredService<JobSchedule>().ReconcileAllAsync(Cancellation);
        (await PlannedAsync(host)).Keys.ShouldNotContain($"afvigelsesrapport {Meeting}");
        (await host.ScalarAsync($"SELECT count(*) FROM mt_events WHERE type = 'edition_issued' AND data ->> 'Occasion' = '{Meeting}'")).ShouldBe(1L);
    }

    [Fact]
    public async Task Statuses_that_come_after_the_report_make_one_more_edition_that_says_what_changed()
    {
        await using var host = await Midt.StartAsync(WithJobs);
        await Midt.StartedAsync(host);
        var editions = host.Services.GetRequiredService<Editions>();
        host.Clock.Now = new(2023, 8, 23, 4, 0, 0, TimeSpan.Zero);
        await Eventually.HoldsAsync(async () => await editions.NewestAsync(Midt.Cluster, "afvigelsesrapport", Meeting, Cancellation) is { Number: 1 });

        host.Clock.Now = new(2023, 8, 24, 8, 0, 0, TimeSpan.Zero);
        var late = await host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", Midt.Status("red"), "*");
        late.Json.GetProperty("facts")[0].GetProperty("fact").GetProperty("late").GetBoolean().ShouldBeTrue(late.Text);
        host.Clock.Now = new(2023, 8, 24, 8, 20, 0, TimeSpan.Zero);
        (await host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", Midt.Status("yellow"), late.ETag)).Status.ShouldBe(201);
        const string Job = $"afvigelsesrapport {Meeting} late-statuses";
        (await PlannedAsync(host))[Job].ShouldBe(new(2023, 8, 24, 8, 30, 0, TimeSpan.Zero));

        host.Clock.Now = new(2023, 8, 24, 8, 30, 0, TimeSpan.Zero);
        await Eventually.HoldsAsync(async () => await editions.NewestAsync(Midt.Cluster, "afvigelsesrapport", Meeting, Cancellation) is { Number: 2 });
        var second = (await editions.NewestAsync(Midt.Cluster, "afvigelsesrapport", Meeting, Cancellation))!;
        second.Why.ShouldBe("Status kom efter forrige udgave: indsats 10 (fra mangler status til gul).");
        var html = Encoding.UTF8.GetString(await editions.HtmlAsync(Midt.Cluster, second, Cancellation));
        html.ShouldContain(second.Why!);
        html.ShouldContain("efter frist");

        await host.Services.GetRequiredService<JobSchedule>().ReconcileAllAsync(Cancellation);
        await Eventually.HoldsAsync(async () => (await host.Services.GetRequiredService<JobRuns>().RunsAsync(Midt.Cluster, null, 20, Cancellation)).Any(r => r.Job == Job));
        (await PlannedAsync(host)).Keys.ShouldNotContain(Job);
        (await host.ScalarAsync($"SELECT count(*) FROM editions WHERE occasion = '{Meeting}'")).ShouldBe(2L);
    }

    [Fact]
    public async Task Late_statuses_compiled_by_two_nodes_at_once_make_one_edition()
    {
        await using var host = await Midt.StartAsync();
        var etag = await Midt.StartedAsync(host);
        host.Clock.Now = new(2023, 8, 23, 4, 0, 0, TimeSpan.Zero);
        var mediator = host.Services.GetRequiredService<IMediator>();
        var command = new CompilePack(
            new CommandContext(Midt.Cluster, "secretariat", host.Clock.Now), "afvigelsesrapport", new(Meeting, "chefforum", Meeting, new(2023, 8, 30))) { ForLateStatuses = true };
        (await mediator.Send(command, Cancellation)).ShouldBeOfType<Compiled.Issued>().Edition.Number.ShouldBe(1);
        (await mediator.Send(command, Cancellation)).ShouldBeOfType<Compiled.There>("nothing has come");

        host.Clock.Now = new(2023, 8, 24, 8, 0, 0, TimeSpan.Zero);
        await host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", Midt.Status("red"), etag);
        command = command with { Context = command.Context with { Now = host.Clock.Now } };
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => mediator.Send(command, Cancellation)));
        outcomes.OfType<Compiled.Issued>().ShouldHaveSingleItem().Edition.Number.ShouldBe(2);
    }

    [Fact]
    public async Task The_round_opens_and_closes_by_itself_and_puts_on_record_who_was_asked_and_who_is_missing()
    {
        await using var host = await Midt.StartAsync(WithJobs);
        await Midt.StartedAsync(host);
        using var owner = await Visitor.SignInAsync(host, "person-1");

        host.Clock.Now = new(2023, 8, 9, 4, 0, 0, TimeSpan.Zero);
        await Eventually.HoldsAsync(async () => await FactsAsync(host, "round_opened") == 1);
        await Eventually.HoldsAsync(async () => await host.ScalarAsync($"SELECT count(*) FROM outgoing_mail WHERE kind = 'task' AND cause = 'round-opened/{Meeting}'") is 1L);
        (await host.ScalarAsync($"SELECT data -> 'Expected' -> 0 ->> 'Number' FROM mt_events WHERE type = 'round_opened' AND data ->> 'Meeting' = '{Meeting}'")).ShouldBe("10");

        host.Clock.Now = new(2023, 8, 18, 22, 0, 0, TimeSpan.Zero);
        await Eventually.HoldsAsync(async () => await FactsAsync(host, "round_closed") == 1);
        (await host.ScalarAsync($"SELECT jsonb_array_length(data -> 'Missing') FROM mt_events WHERE type = 'round_closed' AND data ->> 'Meeting' = '{Meeting}'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_moved_meeting_moves_its_jobs_and_a_cancelled_one_takes_them_along()
    {
        await using var host = await Midt.StartAsync();
        var before = await PlannedAsync(host);
        var at = before["afvigelsesrapport chefforum-2023-10-30"];
        at.ShouldBe(new(2023, 10, 23, 4, 0, 0, TimeSpan.Zero));

        await Midt.SendAsync(host, Midt.Cluster, new CalendarWish(new MoveMeeting("chefforum-2023-10-30", new(2023, 11, 6), null, null)));
        (await PlannedAsync(host))["afvigelsesrapport chefforum-2023-10-30"].ShouldBe(new(2023, 10, 30, 5, 0, 0, TimeSpan.Zero));

        await Midt.SendAsync(host, Midt.Cluster, new CalendarWish(new CancelMeeting("chefforum-2023-10-30", "Sygdom", WrittenStatusInstead: false)));
        (await PlannedAsync(host)).Keys.ShouldNotContain(job => job.EndsWith("chefforum-2023-10-30", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Jobs_move_in_the_transaction_of_the_fact_so_that_one_undone_leaves_them_where_they_were()
    {
        await using var host = await Midt.StartAsync();
        var before = await PlannedAsync(host);
        var log = host.Services.GetRequiredService<EventLog>();
        var sources = host.Services.GetRequiredService<EventStoreDataSources>();
        var calendar = await log.LoadAsync(Midt.Cluster, Streams.Calendar, Cancellation);
        var cancelled = new MeetingCancelled("chefforum-2023-10-30", "Sygdom", false);
        var state = Noun.Calendar.Write(Calendar.Evolve(Noun.Calendar.Read(calendar.StateJson), cancelled));

        await using (var connection = await sources.App.OpenConnectionAsync(Cancellation))
        await using (var transaction = await connection.BeginTransactionAsync(Cancellation))
        {
            await log.AppendAsync(
                new(Midt.Cluster, [new(Streams.Calendar, "calendar", calendar.Head, [cancelled], state)], new(host.Clock.Now, "secretariat"), []), transaction, Cancellation);
            (await host.Services.GetRequiredService<JobSchedule>().ReconcileAsync(Midt.Cluster, transaction, Cancellation)).Removed.ShouldBe(5);
            await transaction.RollbackAsync(Cancellation);
        }

        (await PlannedAsync(host)).ShouldBe(before, ignoreOrder: true);
    }

    [Fact]
    public async Task Reconciling_a_schedule_that_agrees_changes_nothing_and_mends_one_that_does_not()
    {
        await using var host = await Midt.StartAsync();
        var schedule = host.Services.GetRequiredService<JobSchedule>();
        (await schedule.ReconcileAllAsync(Cancellation)).ShouldBe(ScheduleChange.None);

        await host.ScalarAsync("DELETE FROM jobs.simple_triggers WHERE trigger_name LIKE 'afvigelsesrapport%'; DELETE FROM jobs.triggers WHERE trigger_name LIKE 'afvigelsesrapport%'");
        (await schedule.ReconcileAllAsync(Cancellation)).Added.ShouldBe(4);
    }

    [Fact]
    public async Task A_job_that_fails_is_tried_again_later_and_shown_with_its_reason()
    {
        await using var host = await Midt.StartAsync(WithJobs);
        await host.ScalarAsync("REVOKE INSERT ON editions FROM initiatives_app");
        host.Clock.Now = new(2023, 9, 25, 4, 0, 0, TimeSpan.Zero);
        var runs = host.Services.GetRequiredService<JobRuns>();
        const string Job = "direktoeroverblik direktoerforum-2023-10-02";

        await Eventually.HoldsAsync(async () => (await runs.PlannedAsync(Midt.Cluster, Cancellation)).Any(p => p.Job == Job && p.Attempt == 1));
        await Eventually.HoldsAsync(async () => (await runs.RunsAsync(Midt.Cluster, null, 20, Cancellation)).Any(r => r.Job == Job));
        var failed = (await runs.RunsAsync(Midt.Cluster, null, 20, Cancellation)).First(r => r.Job == Job);
        (failed.Result, failed.TriesAgain).ShouldBe(("failed", true));
        failed.Error!.ShouldContain("editions");

        await host.ScalarAsync("GRANT INSERT ON editions TO initiatives_app");
        host.Clock.Now = host.Clock.Now.AddMinutes(1);
        await Eventually.HoldsAsync(async () => await CountAsync(host, "direktoeroverblik") == 1);
    }

    [Fact]
    public async Task The_same_cut_off_compiles_to_the_same_bytes_and_a_correction_is_edition_2()
    {
        await using var host = await Midt.StartAsync();
        await Midt.StartedAsync(host);
        var mediator = host.Services.GetRequiredService<IMediator>();
        var editions = host.Services.GetRequiredService<Editions>();
        var command = new CompilePack(
            new CommandContext(Midt.Cluster, "secretariat", host.Clock.Now), "afvigelsesrapport", new(Meeting, "chefforum", Meeting, new(2023, 8, 30)));

        var first = (await mediator.Send(command, Cancellation)).ShouldBeOfType<Compiled.Issued>().Edition;
        (await mediator.Send(command, Cancellation)).ShouldBeOfType<Compiled.There>().Edition.Id.ShouldBe(first.Id);
        (await host.Services.GetRequiredService<EditionCheck>().RecompileAsync(Midt.Cluster, first, Cancellation))
            .ShouldBe(await editions.HtmlAsync(Midt.Cluster, first, Cancellation));

        var second = (await mediator.Send(command with { Why = "Status for indsats 10 kom efter fristen." }, Cancellation)).ShouldBeOfType<Compiled.Issued>().Edition;
        second.Number.ShouldBe(2);
        Encoding.UTF8.GetString(await editions.HtmlAsync(Midt.Cluster, second, Cancellation)).ShouldContain("Status for indsats 10 kom efter fristen.");
    }

    [Fact]
    public async Task Eight_compilers_at_once_issue_one_edition()
    {
        await using var host = await Midt.StartAsync();
        var mediator = host.Services.GetRequiredService<IMediator>();
        var command = new CompilePack(
            new CommandContext(Midt.Cluster, "secretariat", host.Clock.Now), "afvigelsesrapport", new(Meeting, "chefforum", Meeting, new(2023, 8, 30)));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => mediator.Send(command, Cancellation)));

        outcomes.OfType<Compiled.Issued>().Count().ShouldBe(1);
        outcomes.OfType<Compiled.There>().Count().ShouldBe(7);
        (await CountAsync(host, "afvigelsesrapport")).ShouldBe(1);
    }

    [Fact]
    public async Task The_tables_are_those_that_the_scheduler_in_use_would_make()
    {
        await using var host = await Midt.StartAsync();
        await using var made = typeof(Quartz.IScheduler).Assembly.GetManifestResourceStream("Quartz.Impl.AdoJobStore.Schema.create_postgres.sql")!;
        using var reader = new StreamReader(made);
        var sql = (await reader.ReadToEndAsync(Cancellation)).Replace("{0}", "jobs.", StringComparison.Ordinal).Replace("{1}", "", StringComparison.Ordinal);
        const string Shape = """
            SELECT string_agg(concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default), E'\n' ORDER BY table_name, column_name)
                   || (SELECT string_agg(indexdef, E'\n' ORDER BY indexdef) FROM pg_indexes WHERE schemaname = 'jobs')
            FROM information_schema.columns WHERE table_schema = 'jobs'
            """;
        var ours = await host.ScalarAsync(Shape);

        await host.ScalarAsync("DROP SCHEMA jobs CASCADE; CREATE SCHEMA jobs");
        await using var owner = NpgsqlDataSource.Create(host.ConnectionString);
        await using var make = owner.CreateCommand(sql);
        await make.ExecuteNonQueryAsync(Cancellation);

        (await host.ScalarAsync(Shape)).ShouldBe(ours);
    }

    private static async Task<Dictionary<string, DateTimeOffset>> PlannedAsync(ApiHost host) =>
        (await host.Services.GetRequiredService<JobRuns>().PlannedAsync(Midt.Cluster, Cancellation)).ToDictionary(p => p.Job, p => p.At);

    private static async Task<long> CountAsync(ApiHost host, string kind) =>
        (long)(await host.ScalarAsync($"SELECT count(*) FROM editions WHERE kind = '{kind}'"))!;

    private static async Task<long> FactsAsync(ApiHost host, string type) =>
        (long)(await host.ScalarAsync($"SELECT count(*) FROM mt_events WHERE type = '{type}' AND data ->> 'Meeting' = '{Meeting}'"))!;
}
