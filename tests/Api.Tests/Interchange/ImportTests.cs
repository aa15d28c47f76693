using System.Text.Json.Nodes;
using Initiatives.Api.Features.Interchange;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Interchange;

public sealed class ImportTests
{
    public static TheoryData<string> Samples => ["sundhedsklynge-midt", "sundhedsklynge-syd", "midtklyngen"];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Importing_the_same_document_twice_changes_nothing(string sample)
    {
        await using var desk = await ImportDesk.OpenAsync();
        var first = await desk.ImportFileAsync(ImportDesk.Sample(sample));
        first.Errors.ShouldBeEmpty();
        (await desk.CountEventsAsync()).ShouldBe(first.Events);

        var second = await desk.ImportFileAsync(ImportDesk.Sample(sample));
        second.Errors.ShouldBeEmpty();
        second.ChangesNothing.ShouldBeTrue(string.Join(", ", second.Lists.Where(l => l.New + l.Changed > 0)));
        (await desk.CountEventsAsync()).ShouldBe(first.Events);
    }

    [Fact]
    public async Task Three_clusters_with_three_chains_live_on_one_installation()
    {
        await using var desk = await ImportDesk.OpenAsync();
        foreach (var sample in Samples)
            (await desk.ImportFileAsync(ImportDesk.Sample(sample.Data))).Errors.ShouldBeEmpty();
        (await desk.LifeAsync("nordjylland-midt", "handleplan-2023", 10)).Count.ShouldBe(2);
        (await desk.LifeAsync("nordjylland-syd", "politisk-handleplan-2023", 6)).Select(f => f.Fact).ShouldContain(f => f is InitiativeClosed);
        (await desk.LifeAsync("midtjylland-midt", "opfoelgning-2022", 5)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_dry_run_says_what_it_would_do_and_does_nothing()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var report = await desk.ImportFileAsync(ImportDesk.Sample("sundhedsklynge-syd"), dryRun: true);
        report.Errors.ShouldBeEmpty();
        report.Lists.ShouldContain(new ImportCount("initiatives", 6, 0, 0));
        report.Lists.ShouldContain(new ImportCount("meetings", 3, 0, 0));
        report.Events.ShouldBeGreaterThan(0);
        (await desk.CountEventsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_history_becomes_facts_dated_when_they_happened_with_what_follows_from_them()
    {
        await using var desk = await ImportDesk.OpenAsync();
        (await desk.ImportAsync(History.OfInitiative10())).Errors.ShouldBeEmpty();

        var life = await desk.LifeAsync("nordjylland-midt", "handleplan-2023", 10);
        life.Select(f => (f.On.ToString("yyyy-MM-dd", null), f.Fact.GetType().Name)).ShouldBe(
        [
            ("2023-03-13", nameof(InitiativeOrdered)),
            ("2023-03-13", nameof(SpecialAttentionAsked)),
            ("2023-04-03", nameof(ConfirmationSubmitted)),
            ("2023-04-03", nameof(ConfirmationApproved)),
            ("2023-08-18", nameof(InitiativeStarted)),
            ("2023-08-18", nameof(StatusReported)),
            ("2023-08-18", nameof(DeviationOpened)),
            ("2023-08-30", nameof(RemedyAgreed)),
            ("2023-08-30", nameof(EscalationRaised)),
            ("2023-10-02", nameof(EscalationDecided)),
        ]);
        var approved = life.Select(f => f.Fact).OfType<ConfirmationApproved>().Single();
        approved.Meeting.ShouldBe("chefforum-2023-03-31");
        approved.Reservations.ShouldHaveSingleItem().Reservation.ShouldBe(1);
        life.Select(f => f.Fact).OfType<RemedyAgreed>().Single().ShouldSatisfyAllConditions(r => r.Deviation.ShouldBe(1), r => r.Remedy.ShouldBe(1), r => r.Meeting.ShouldBe("chefforum-2023-08-30"));
        life.Select(f => f.Fact).OfType<EscalationDecided>().Single().ShouldSatisfyAllConditions(d => d.Escalation.ShouldBe(1), d => d.Forum.ShouldBe("direktoerforum"));
        life.Select(f => f.Fact).OfType<StatusReported>().Single().Suggested.ShouldBeNull();
    }

    [Fact]
    public async Task A_document_that_grew_adds_only_what_is_new()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var document = History.OfInitiative10();
        document["remedies"]![0]!["done"] = null;
        await desk.ImportAsync(document);
        var before = await desk.CountEventsAsync();

        document["remedies"]![0]!["done"] = "2023-11-01";
        document["statuses"]!.AsArray().Add(JsonNode.Parse("""{ "initiative": 10, "date": "2023-11-10", "light": "green", "progress": "På sporet igen." }"""));
        var report = await desk.ImportAsync(document);
        report.Errors.ShouldBeEmpty();
        report.Lists.ShouldContain(new ImportCount("statuses", 1, 0, 1));
        report.Lists.ShouldContain(new ImportCount("remedies", 0, 1, 0));
        report.Lists.ShouldContain(new ImportCount("initiatives", 0, 0, 15));
        var added = (await desk.LifeAsync("nordjylland-midt", "handleplan-2023", 10)).Skip(10).Select(f => f.Fact);
        added.Select(f => f.GetType().Name).ShouldBe([nameof(RemedyDone), nameof(StatusReported), nameof(DeviationEased)]);
        (await desk.CountEventsAsync()).ShouldBe(before + 3);
    }

    [Fact]
    public async Task A_document_that_would_rewrite_history_is_refused_with_the_place()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var document = History.OfInitiative10();
        await desk.ImportAsync(document);
        var before = await desk.CountEventsAsync();

        document["statuses"]![0]!["light"] = "green";
        document["initiatives"]![2]!["title"] = "Et andet navn";
        document["meetings"]![0]!["cancelled"] = "Alligevel ikke";
        document["meetings"]![1]!["movedFrom"] = "2022-10-20";
        document["confirmations"]![0]!["deliverable"] = "Noget andet";
        document["statuses"]!.AsArray().Add(JsonNode.Parse("""{ "initiative": 10, "date": "2023-06-01", "light": "green" }"""));
        var report = await desk.ImportAsync(document);
        report.Errors.Select(e => (e.Code, e.Field)).ShouldBe(
            [
                ("rewrites-history", "$.meetings[1].movedFrom"),
                ("rewrites-history", "$.initiatives[2]"),
                ("rewrites-history", "$.confirmations[0]"),
                ("before-recorded-history", "$.statuses[1]"),
                ("rewrites-history", "$.statuses[0]"),
            ],
            ignoreOrder: true);
        (await desk.CountEventsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Configuration_may_change_because_it_is_no_history()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var document = ImportDesk.Read("sundhedsklynge-syd");
        await desk.ImportAsync(document);

        document["cluster"]!["name"] = "Sundhedsklynge Syd og Vest";
        document["organisations"]![6]!["name"] = "PLO-Nordjylland";
        document["plan"]!["to"] = "2024-06-30";
        var report = await desk.ImportAsync(document);
        report.Errors.ShouldBeEmpty();
        report.Events.ShouldBe(3);
        report.Lists.Sum(l => l.Changed).ShouldBe(3);
    }

    [Fact]
    public async Task The_log_has_an_import_in_the_order_of_its_days()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync(History.OfInitiative10());
        var days = new List<DateOnly>();
        await foreach (var e in desk.Log.ReadAllAsync(0, long.MaxValue, "nordjylland-midt", TestContext.Current.CancellationToken))
            days.Add(LocalInstant.Day(e.Timestamp, "Europe/Copenhagen"));
        days.ShouldBe(days.Order());
    }

    [Fact]
    public async Task Imported_facts_say_who_imported_them_and_when()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportFileAsync(ImportDesk.Sample("midtklyngen"));
        foreach (var e in await desk.Log.ReadStreamAsync("midtjylland-midt", Streams.Cluster, cancellation: TestContext.Current.CancellationToken))
            e.Metadata.ShouldSatisfyAllConditions(m => m.Imported.ShouldBeTrue(), m => m.Actor.ShouldBe("importer"), m => m.RecordedAt.ShouldBe(ImportDesk.Now));
    }
}
