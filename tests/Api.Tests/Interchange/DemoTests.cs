using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Initiatives.Api.Features.Interchange;
using Initiatives.Api.Platform.Reading;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Tests.Features;
using Initiatives.Domain;
using Initiatives.Reporting.Record;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Api.Tests.Interchange;

public sealed class DemoTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Every day of the week, in and out of daylight saving time, before and after the sample's own days.</summary>
    public static TheoryData<string> Days => ["2026-11-23", "2026-03-31", "2027-05-05", "2025-12-24", "2023-11-10", "2028-02-26", "2026-08-02"];

    [Theory]
    [MemberData(nameof(Days))]
    public async Task It_shows_one_of_each_story_whatever_the_day(string day)
    {
        await using var desk = await ImportDesk.OpenAsync();
        var today = DateOnly.Parse(day, null);
        await LoadAsync(desk, today);
        var record = (await new ClusterReader(desk.Log, desk.Register).ReadAsync("eksempel-midt", cancellation: Cancellation))!;
        var board = new Board(record.Calendar, record.Cluster);
        var states = record.Initiatives.ToLookup(i => board.At(i.Card.Track, today).State, i => i.Card.Number);

        record.Cluster.ExampleData.ShouldBeTrue();
        states[BoardState.Red].ShouldBe([6, 10]);
        states[BoardState.Yellow].ShouldBe([2, 8, 9]);
        states[BoardState.Green].ShouldBe([1, 3, 5, 7, 13, 14, 15]);
        states[BoardState.Missing].ShouldBe([11]);
        states[BoardState.Paused].ShouldBe([4]);
        states[BoardState.AwaitingApproval].ShouldBe([12]);
        record.Initiatives.Single(i => i.Card.Number == 7).ShouldSatisfyAllConditions(i => board.At(i.Card.Track, today).DespiteSuggestion.ShouldBeTrue());
        record.Initiatives.Single(i => i.Card.Number == 5).Card.Replans.ShouldBe(2);
        record.Initiatives.Single(i => i.Card.Number == 6).Deviations.Single().Remedies.ShouldContain(r => r.IsOverdue(today));
        record.Initiatives.Single(i => i.Card.Number == 10).Deviations.Single().Escalations.Single().ShouldSatisfyAllConditions(e => e.Decided.ShouldNotBeNull(), e => e.Noted.ShouldNotBeNull());
        record.Initiatives.Single(i => i.Card.Number == 12).Card.OpenReservations.ShouldBe(1);
    }

    [Theory]
    [InlineData("eksempelhistorik-midt")]
    [InlineData("sundhedsklynge-syd")]
    [InlineData("midtklyngen")]
    public void What_is_told_in_words_names_no_season_month_or_year_because_the_days_beside_it_are_moved(string sample)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", sample + ".json"));

        Regex.Matches(text, """[^"]* (i|til|fra|inden|den) (foråret|sommeren|efteråret|vinteren|(januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b)[^"]*|[^"]*[0-9]\. (januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b[^"]*""")
            .Select(m => m.Value).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task The_round_before_the_next_meeting_of_Chefforum_is_open(string day)
    {
        await using var desk = await ImportDesk.OpenAsync();
        var today = DateOnly.Parse(day, null);
        await LoadAsync(desk, today);
        var record = (await new ClusterReader(desk.Log, desk.Register).ReadAsync("eksempel-midt", cancellation: Cancellation))!;
        var next = Round.All(record.Calendar, record.Cluster).First(r => r.Meeting.On >= today);
        next.IsOpen(today).ShouldBeTrue();
        record.Calendar.Held("chefforum").Count(m => m.On < today).ShouldBeGreaterThanOrEqualTo(6);
        record.Calendar.Held("direktoerforum").Count(m => m.On < today).ShouldBeGreaterThanOrEqualTo(6);
        new Board(record.Calendar, record.Cluster).Columns(today).Count().ShouldBeGreaterThanOrEqualTo(7);
        record.Initiatives.Count(i => i.Statuses.Count > 0 && i.Statuses[^1].Stamp.On >= next.Opens).ShouldBeGreaterThan(0);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Chefforum_has_a_written_procedure_that_runs_and_one_that_is_concluded_and_the_minutes_of_question_and_answer_are_approved(string day)
    {
        await using var desk = await ImportDesk.OpenAsync();
        var today = DateOnly.Parse(day, null);
        await LoadAsync(desk, today);
        var record = (await new ClusterReader(desk.Log, desk.Register).ReadAsync("eksempel-midt", cancellation: Cancellation))!;

        var running = record.Procedures.Single(p => p.Id == DemoDecisions.Running);
        (running.State.IsOpen, running.State.Deadline > today, running.State.Answers.Count).ShouldBe((true, true, 2));
        running.State.Unanswered.ShouldNotBeEmpty();
        var concluded = record.Procedures.Single(p => p.Id == DemoDecisions.Concluded);
        (concluded.State.Concluded?.Outcome, concluded.State.Unanswered.Any(), concluded.Ended!.On < today).ShouldBe((AgendaOutcome.ApprovedWithRemarks, false, true));
        var minutes = record.Agendas.Where(a => a.Value.IsFrozen).ToDictionary(a => record.Calendar.Find(a.Key)!.Forum, a => string.Join('\n', a.Value.Minutes!.Select(m => m.Text)));
        minutes.Keys.ShouldBe(["chefforum", "direktoerforum"], ignoreOrder: true);
        minutes["chefforum"].ShouldContain("Chefforum eskalerede til Direktørforum.");
        minutes["direktoerforum"].ShouldContain("Direktørforum besluttede (økonomi");
    }

    [Fact]
    public async Task Nobody_is_told_by_mail_of_what_is_an_example()
    {
        var now = LocalInstant.At(new DateOnly(2026, 11, 22), 9, "Europe/Copenhagen");
        await using var host = await ApiHost.StartAsync(now);
        await host.Services.GetRequiredService<IMediator>().Send(new LoadDemo(now), Cancellation);

        (await host.ScalarAsync("SELECT count(*) FROM outgoing_mail")).ShouldBe(0L);
    }

    [Fact]
    public async Task Putting_it_in_place_again_changes_nothing_also_on_another_day()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var first = await LoadAsync(desk, new DateOnly(2026, 11, 22));
        first.Select(c => c.Id).ShouldBe(["eksempel-midt", "eksempel-syd", "eksempel-midtklyngen"]);
        first.ShouldAllBe(c => c.Report != null && !c.Report.IsRefused);
        var events = await desk.CountEventsAsync();
        (await LoadAsync(desk, new DateOnly(2027, 2, 1))).ShouldAllBe(c => c.Report == null);
        (await desk.CountEventsAsync()).ShouldBe(events);
    }

    [Fact]
    public async Task The_board_of_an_earlier_day_shows_what_was_known_then()
    {
        await using var desk = await ImportDesk.OpenAsync();
        // The sample's own days.
        (await desk.ImportFileAsync(ImportDesk.Sample("eksempelhistorik-midt"))).Errors.ShouldBeEmpty();
        var asOf = new DateOnly(2023, 8, 30);
        var record = (await new ClusterReader(desk.Log, desk.Register).ReadAsync("eksempel-midt", LocalInstant.At(asOf, new TimeOnly(23, 59), "Europe/Copenhagen"), Cancellation))!;
        var board = new Board(record.Calendar, record.Cluster);
        record.Initiatives.Count.ShouldBe(15);
        board.At(record.Initiatives[9].Card.Track, asOf).State.ShouldBe(BoardState.Yellow);
        board.At(record.Initiatives[3].Card.Track, asOf).State.ShouldBe(BoardState.Green);
        record.Initiatives[9].Deviations.Single().Escalations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_suggested_lights_are_those_the_product_would_have_suggested()
    {
        await using var desk = await ImportDesk.OpenAsync();
        (await desk.ImportFileAsync(ImportDesk.Sample("eksempelhistorik-midt"))).Errors.ShouldBeEmpty();
        var wrong = new List<string>();
        foreach (var number in Enumerable.Range(1, 15))
        {
            var state = Initiative.None;
            foreach (var (on, fact) in await desk.LifeAsync("eksempel-midt", "handleplan-2023", number))
            {
                if (fact is StatusReported e && SuggestedLight.For(state.Terms, e.Content, on, Tolerances.Default) is var s && (s.Light != e.Suggested || !s.Because.SequenceEqual(e.SuggestedBecause)))
                    wrong.Add($"{number} {on:yyyy-MM-dd}: {s.Light} [{string.Join(", ", s.Because)}], not {e.Suggested} [{string.Join(", ", e.SuggestedBecause)}]");
                if (fact is StatusReported p)
                {
                    (p.Content.Light == p.Suggested || p.Content.OverrideReason is not null).ShouldBeTrue($"{number} {on} overrides without a reason");
                    p.Content.PatientInvolvement!.Text.ShouldNotBeNullOrEmpty();
                }
                state = Initiative.Evolve(state, fact);
            }
        }
        wrong.ShouldBeEmpty(string.Join("\n", wrong));
    }

    [Fact]
    public async Task Its_export_imports_as_unchanged()
    {
        await using var desk = await ImportDesk.OpenAsync();
        (await desk.ImportFileAsync(ImportDesk.Sample("eksempelhistorik-midt"))).Errors.ShouldBeEmpty();
        var exported = await ExportTests.ExportAsync(desk, "eksempel-midt");
        var again = await desk.ImportAsync(exported);
        again.Errors.ShouldBeEmpty();
        again.ChangesNothing.ShouldBeTrue(string.Join(", ", again.Lists.Where(l => l.New + l.Changed > 0)));
        (await desk.ImportFileAsync(ImportDesk.Sample("eksempelhistorik-midt"))).ChangesNothing.ShouldBeTrue();

        await using var elsewhere = await ImportDesk.OpenAsync();
        (await elsewhere.ImportAsync(exported)).Errors.ShouldBeEmpty();
        (await ExportTests.ExportAsync(elsewhere, "eksempel-midt")).ShouldBe(exported);
    }

    [Fact]
    public void It_names_nobody_but_roles()
    {
        foreach (var person in JsonNode.Parse(File.ReadAllText(ImportDesk.Sample("eksempelhistorik-midt")))!["people"]!.AsArray())
            ((string)person!["mail"]!).ShouldEndWith("@example.invalid");
    }

    private static async Task<IReadOnlyList<DemoCluster>> LoadAsync(ImportDesk desk, DateOnly today)
    {
        var import = new ImportDocumentHandler(desk.Log, desk.Sources, desk.Register, []);
        var known = new KnownStreams();
        var loading = new Loading(desk.Sources, new SettingCache(), known);
        var change = new ChangeHandler(desk.Sources, loading, new Writing(desk.Log, desk.Sources, []), known);
        var mediator = new Mediator(type => type == typeof(IRequestHandler<ImportDocument, ImportReport>) ? import
            : type == typeof(IRequestHandler<Change, Outcome>) ? change
            : Array.CreateInstance(type.GetGenericArguments()[0], 0));
        var clusters = await new LoadDemoHandler(desk.Log, mediator, loading, new DemoPeople(desk.Sources, mediator), new DemoWheel(mediator), new DemoDecisions(desk.Log, desk.Sources, loading, known, new ClusterReader(desk.Log, desk.Register), desk.Register)).Handle(new LoadDemo(LocalInstant.At(today, 9, "Europe/Copenhagen")), Cancellation);
        foreach (var report in clusters.Select(c => c.Report).OfType<ImportReport>())
            report.Errors.ShouldBeEmpty(string.Join("\n", report.Errors.Select(e => $"{e.Field} {e.Code}")));
        return clusters;
    }
}
