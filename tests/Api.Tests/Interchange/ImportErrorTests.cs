using System.Text;
using System.Text.Json.Nodes;
using Initiatives.Api.Features.Interchange;

namespace Initiatives.Api.Tests.Interchange;

/// <summary>Nothing of all this is imported, so that one empty database serves every test.</summary>
public sealed class ImportErrorTests(ImportErrorTests.EmptyDesk empty) : IClassFixture<ImportErrorTests.EmptyDesk>
{
    private readonly ImportDesk _desk = empty.Desk;

    public sealed class EmptyDesk : IAsyncLifetime
    {
        internal ImportDesk Desk { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Desk = await ImportDesk.OpenAsync();

        public async ValueTask DisposeAsync() => await Desk.DisposeAsync();
    }

    /// <summary>What is put where in a document that is otherwise right, and the error that must come of it.</summary>
    public static TheoryData<string, string, string, string?> Wrongs => new()
    {
        { "initiatives[6].number", "6", "double-number", null },
        { "initiatives[6].number", "0", "counts-from-one", null },
        { "initiatives[6].number", "\"7\"", "not-a-whole-number", null },
        { "initiatives[3].focusArea", "\"mentalt\"", "unknown-focus-area", null },
        { "initiatives[3].partners[0]", "\"aalbrog\"", "unknown-organisation", null },
        { "initiatives[3].tittel", "\"x\"", "unknown-field", null },
        { "initiatives[3].title", "null", "missing-field", null },
        { "initiatives[3].order", "\"\"", "empty-text", null },
        { "initiatives[3].order", "\"Borger 010190-1234 har klaget\"", "cpr-number", null },
        { "initiatives[3].order", "\"bel\\u0000l\"", "control-character", null },
        { "initiatives[3].order", "\"\\ud800\"", "not-utf-8", null },
        { "forums[0].escalatesTo", "\"direktorforum\"", "unknown-forum", null },
        { "forums[0].duties[0]", "\"approve\"", "not-a-choice", null },
        { "meetings[2].date", "\"2022-02-30\"", "not-a-date", null },
        { "meetings[2].date", "\"0000-01-01\"", "not-a-date", null },
        { "meetings[2].date", "\"9999-12-31\"", "date-out-of-range", null },
        { "meetings[2].start", "\"25:00\"", "not-a-time", null },
        { "meetings[2].end", "\"12:00\"", "ends-before-start", null },
        { "meetings[8].date", "\"2023-01-30\"", "double-id", null },
        { "plan.to", "\"2021-01-01\"", "date-before-start", null },
        { "plan.focusAreas[1].id", "\"mental\"", "double-id", null },
        { "plan.approvals[0].forum", "\"kommunen\"", "unknown-forum", null },
        { "cluster.timeZone", "\"Europe/Aalborg\"", "unknown-time-zone", null },
        { "cluster.id", "\"Nordjylland Midt\"", "not-an-id", null },
        { "format", "\"initiatives/plan@2\"", "wrong-format", null },
        { "projects", "[1, 2]", "unknown-field", null },
        { "projects", "[]", "unknown-field", null },
        { "projects", "null", "unknown-field", null },
        { "organisations[1].id", "\"region\"", "double-id", null },
        { "organisations", "{}", "not-a-list", null },
        { "distribution[0].sentTo[0]", "\"alle\"", "unknown-forum", null },
        { "confirmations[0].initiative", "99", "unknown-initiative", null },
        { "confirmations[0].end", "\"2023-01-01\"", "date-before-start", null },
        { "confirmations[0].frame.amount", "-1", "negative-amount", null },
        { "confirmations[0].frame.currency", "\"EUR\"", "only-dkk", null },
        { "confirmations[0].revision", "2", "revision-out-of-sequence", "confirmations[0]" },
        { "confirmations[0].indicators[0].direction", "\"sideways\"", "not-a-choice", null },
        { "confirmations[0].approvals[0].forum", "\"direktoerforum\"", "approval-out-of-order", "confirmations[0].approvals[0]" },
        { "confirmations[0].approvals[0].forum", "\"politisk-niveau\"", "forum-approves-nothing", "confirmations[0].approvals[0]" },
        { "confirmations[0].approvals[0].outcome", "\"returned\"", "missing-field", "confirmations[0].approvals[0].reasons" },
        { "statuses[0].light", "\"orange\"", "not-a-choice", null },
        { "statuses[0].light", "null", "missing-field", null },
        { "statuses[0].date", "\"2031-01-01\"", "date-in-the-future", null },
        { "statuses[0].indicators[0].id", "\"kontakt\"", "unknown-indicator", null },
        { "statuses[0].corrects", "4", "no-such-status", "statuses[0]" },
        { "remedies[0].who", "\"nogen\"", "unknown-party", null },
        { "remedies[0].agreed", "\"2023-05-01\"", "no-open-deviation", "remedies[0]" },
        { "remedies[0].done", "\"2023-08-01\"", "date-before-start", null },
        { "escalations[0].decision", "null", "missing-field", null },
        { "escalations[0].decided", "\"2023-08-01\"", "date-before-start", null },
        { "events[0]", """{ "initiative": 10, "date": "2023-09-01", "event": "paused" }""", "not-a-choice", "events[0].event" },
        { "events[0]", """{ "initiative": 10, "date": "2023-09-01", "event": "initiative-paused" }""", "missing-field", "events[0].reason" },
        { "events[0]", """{ "initiative": 10, "date": "2023-09-01", "event": "initiative-resumed", "on": "2023-09-01" }""", "not-paused", "events[0]" },
        { "events[0]", """{ "initiative": 10, "date": "2023-09-01", "event": "initiative-paused", "reason": "Ferie", "why": "x" }""", "unknown-field", "events[0].why" },
    };

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task Each_wrong_is_told_with_its_place_and_nothing_is_imported(string where, string what, string code, string? told)
    {
        var report = await _desk.ImportAsync(Encoding.UTF8.GetBytes(With(History.OfInitiative10(), where, what)));
        report.Errors.Select(e => (e.Code, e.Field)).ShouldContain((code, "$." + (told ?? where)));
        report.Errors.ShouldAllBe(e => e.Danish.Length > 10 && e.English.Length > 10);
        (await _desk.CountEventsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Every_error_is_listed_at_once()
    {
        var document = History.OfInitiative10();
        document["initiatives"]![6]!["number"] = 6;
        document["initiatives"]![2]!["focusArea"] = "ukendt";
        document["statuses"]![0]!["light"] = "blue";
        document["statuses"]![0]!["ligth"] = "green";
        document["meetings"]![0]!["date"] = "i går";
        var report = await _desk.ImportAsync(document);
        report.Errors.Select(e => e.Field).ShouldBe(
            ["$.meetings[0].date", "$.initiatives[2].focusArea", "$.initiatives[6].number", "$.statuses[0].light", "$.statuses[0].ligth"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_list_that_is_empty_or_null_says_nothing()
    {
        var document = ImportDesk.Read("midtklyngen");
        document["statuses"] = new JsonArray();
        document["remedies"] = null;
        (await _desk.ImportAsync(document, dryRun: true)).Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Lists_may_stand_in_any_order()
    {
        var backwards = new JsonObject(History.OfInitiative10().Reverse().Select(f => KeyValuePair.Create(f.Key, f.Value?.DeepClone())));
        (await _desk.ImportAsync(backwards, dryRun: true)).Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "not-json")]
    [InlineData("{", "not-json")]
    [InlineData("""{ "format": "initiatives/plan@1", }""", "not-json")]
    [InlineData("""{ "format": "initiatives/plan@1" } x""", "not-json")]
    [InlineData("[]", "not-an-object")]
    [InlineData("7", "not-an-object")]
    [InlineData("""{ "format": "initiatives/plan@1", "format": "initiatives/plan@1" }""", "field-twice")]
    public async Task What_is_no_document_is_told_as_such(string text, string code) =>
        (await _desk.ImportAsync(Encoding.UTF8.GetBytes(text))).Errors.ShouldContain(e => e.Code == code);

    [Fact]
    public async Task Broken_json_is_told_with_its_line()
    {
        var text = await File.ReadAllTextAsync(ImportDesk.Sample("sundhedsklynge-midt"), TestContext.Current.CancellationToken);
        var report = await _desk.ImportAsync(Encoding.UTF8.GetBytes(text.Replace("\"number\": 7,", "\"number\": 7;", StringComparison.Ordinal)));
        report.Errors.Single(e => e.Code == "not-json").ShouldSatisfyAllConditions(
            e => e.Field.ShouldBe("$.initiatives[6]"),
            e => e.Danish.ShouldContain("linje 71"),
            e => e.English.ShouldContain("line 71"));
    }

    [Fact]
    public async Task Nesting_without_end_is_refused()
    {
        var report = await _desk.ImportAsync(Encoding.UTF8.GetBytes("""{ "note": """ + new string('[', 100_000)));
        report.Errors.ShouldContain(e => e.Code == "too-deep");
    }

    [Fact]
    public async Task Bytes_that_are_no_utf_8_are_refused()
    {
        var bytes = Encoding.Latin1.GetBytes(await File.ReadAllTextAsync(ImportDesk.Sample("sundhedsklynge-midt"), TestContext.Current.CancellationToken));
        (await _desk.ImportAsync(bytes)).Errors.ShouldContain(e => e.Code == "not-utf-8");
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_error()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. await File.ReadAllBytesAsync(ImportDesk.Sample("midtklyngen"), TestContext.Current.CancellationToken)];
        (await _desk.ImportAsync(bytes, dryRun: true)).Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_text_of_300_kB_is_refused()
    {
        var document = ImportDesk.Read("midtklyngen");
        document["initiatives"]![0]!["order"] = new string('a', 300_000);
        (await _desk.ImportAsync(document)).Errors.Select(e => (e.Code, e.Field)).ShouldBe([("text-too-long", "$.initiatives[0].order")]);
    }

    [Fact]
    public async Task A_formula_is_only_text()
    {
        var document = ImportDesk.Read("midtklyngen");
        document["initiatives"]![0]!["order"] = "=HYPERLINK(\"http://example.invalid\")";
        (await _desk.ImportAsync(document, dryRun: true)).Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_document_wrong_all_over_lists_a_thousand_errors_and_counts_the_rest()
    {
        var document = ImportDesk.Read("midtklyngen");
        document["statuses"] = new JsonArray([.. Enumerable.Range(0, 1500).Select(_ => (JsonNode)new JsonObject { ["initiative"] = 1, ["date"] = "i dag", ["light"] = "green" })]);
        var report = await _desk.ImportAsync(document);
        report.Errors.Count.ShouldBe(Limits.ListedErrors);
        report.ErrorCount.ShouldBe(1500);
    }

    /// <summary>The document with JSON put in at a path like <c>initiatives[6].number</c>, as text: it may be no document any more.</summary>
    private static string With(JsonObject document, string where, string what)
    {
        const string mark = "\"~here~\"";
        JsonNode node = document;
        var steps = where.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        for (var i = 0; i < steps.Length; i++)
        {
            var last = i == steps.Length - 1;
            if (steps[i].StartsWith('['))
            {
                var at = int.Parse(steps[i][1..^1], null);
                if (last && at == node.AsArray().Count)
                    node.AsArray().Add("~here~");
                else if (last)
                    node[at] = "~here~";
                else
                    node = node[at]!;
            }
            else if (last)
                node[steps[i]] = "~here~";
            else
                node = node[steps[i]] ??= new JsonArray();
        }
        return document.ToJsonString().Replace(mark, what, StringComparison.Ordinal);
    }
}
