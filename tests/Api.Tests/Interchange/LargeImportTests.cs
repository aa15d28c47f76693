using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Initiatives.Api.Features.Interchange;
using Initiatives.Domain;
using Initiatives.Support;

namespace Initiatives.Api.Tests.Interchange;

/// <summary>Alone, because it measures the memory of the process.</summary>
[CollectionDefinition(nameof(LargeImportTests), DisableParallelization = true)]
public sealed class LargeImports;

/// <summary>The size to hold (docs/interchange.md): 1,000 initiatives with 20 statuses each in one document.</summary>
[Collection(nameof(LargeImportTests))]
public sealed class LargeImportTests(ITestOutputHelper output)
{
    private const int Initiatives = 1_000;
    private const int Statuses = 20;
    private const long MemoryBound = 200L << 20;

    [Fact]
    public async Task A_thousand_initiatives_with_twenty_statuses_each_are_imported_in_bounded_memory()
    {
        await using var desk = await ImportDesk.OpenAsync();
        using var directory = new TemporaryDirectory();
        var file = Path.Combine(directory.Path, "large.json");
        await using (var writing = File.Create(file))
            Write(writing);

        // Code and connections that any import needs are not what is measured.
        await desk.ImportFileAsync(ImportDesk.Sample("eksempelhistorik-midt"));
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        var (before, peak) = (process.WorkingSet64, 0L);
        var phases = new HashSet<ImportPhase>();
        var steps = 0;
        var began = Stopwatch.GetTimestamp();
        var report = await desk.ImportFileAsync(file, progress: p =>
        {
            phases.Add(p.Phase);
            if (++steps % 200 != 0)
                return;
            process.Refresh();
            peak = Math.Max(peak, process.WorkingSet64);
        });

        var growth = peak - before;
        output.WriteLine($"{new FileInfo(file).Length >> 20} MB, {report.Events} facts in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s; working set grew by {growth >> 20} MB from {before >> 20} MB.");
        report.Errors.ShouldBeEmpty();
        report.Lists.ShouldContain(new ImportCount("statuses", Initiatives * Statuses, 0, 0));
        (await desk.LifeAsync("stor-klynge", "stor-plan", Initiatives)).Count(f => f.Fact is StatusReported).ShouldBe(Statuses);
        phases.ShouldBe([ImportPhase.Read, ImportPhase.Compare, ImportPhase.Record]);
        growth.ShouldBeLessThan(MemoryBound);
    }

    private static void Write(Stream file)
    {
        using var writer = new Utf8JsonWriter(file);
        var text = new StringBuilder().Insert(0, "Arbejdsgruppen har holdt møde og fulgt op på aftalerne fra sidst. ", 4).ToString();
        writer.WriteStartObject();
        writer.WriteString("format", "initiatives/plan@1");
        Raw(writer, "cluster", """{ "id": "stor-klynge", "name": "Stor klynge" }""");
        Raw(writer, "organisations", """[ { "id": "a", "name": "A Kommune", "kind": "municipality" } ]""");
        Raw(writer, "forums", """[ { "id": "chef", "name": "Chefforum", "duties": ["place-orders", "approve-confirmation", "manage-deviations"] } ]""");
        Raw(writer, "plan", """{ "id": "stor-plan", "title": "Stor plan", "from": "2020-01-01", "to": "2023-12-31", "focusAreas": [ { "id": "alt", "name": "Alt" } ] }""");
        List(writer, "initiatives", Initiatives, n => $$"""{ "number": {{n + 1}}, "focusArea": "alt", "title": "Indsats {{n + 1}}", "order": "{{text}}", "partners": ["a"] }""");
        List(writer, "confirmations", Initiatives, n => $$"""{ "initiative": {{n + 1}}, "revision": 1, "submitted": "2020-02-03", "deliverable": "{{text}}", "end": "2023-12-31", "approvals": [ { "forum": "chef", "date": "2020-03-02", "outcome": "approved" } ] }""");
        List(writer, "statuses", Initiatives * Statuses, n => $$"""
            { "initiative": {{(n / Statuses) + 1}}, "date": "{{new DateOnly(2020, 4, 1).AddMonths(2 * (n % Statuses)).AddDays(n / Statuses % 28):yyyy-MM-dd}}", "light": "{{(n % 7 == 0 ? "yellow" : "green")}}", "progress": "{{text}}", "nextStep": "{{text}}",
              "dimensions": { "time": "green", "economy": "green", "resources": "green", "deliverable": "green" }, "patientInvolvement": { "relevant": true, "text": "{{text}}" } }
            """);
        writer.WriteEndObject();
    }

    private static void List(Utf8JsonWriter writer, string name, int count, Func<int, string> entry)
    {
        writer.WriteStartArray(name);
        for (var n = 0; n < count; n++)
            writer.WriteRawValue(entry(n));
        writer.WriteEndArray();
    }

    private static void Raw(Utf8JsonWriter writer, string name, string json)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(json);
    }
}
