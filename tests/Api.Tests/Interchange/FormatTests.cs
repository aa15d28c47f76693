using System.Text.Json;
using System.Text.Json.Nodes;
using Initiatives.Api.Features.Interchange;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Interchange;

/// <summary>The format is public: what it is stands in docs, and this holds docs and code together.</summary>
public sealed class FormatTests
{
    private static string Docs(string name) => Path.Combine(Repository(), "docs", name);

    [Fact]
    public void The_published_schema_says_what_the_import_reads()
    {
        var wanted = FormatSchema.Make().ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n";
        // INITIATIVES_WRITE_SCHEMA=1 publishes a format that was changed on purpose.
        if (Environment.GetEnvironmentVariable("INITIATIVES_WRITE_SCHEMA") == "1")
            File.WriteAllText(Docs("initiatives-plan-1.schema.json"), wanted);
        File.ReadAllText(Docs("initiatives-plan-1.schema.json")).ShouldBe(wanted);
    }

    [Fact]
    public void The_documentation_names_every_list_and_every_field()
    {
        var text = File.ReadAllText(Docs("interchange.md"));
        var missing = Enum.GetValues<EntryList>().Select(Scan.NameOf)
            .Concat(Definitions().SelectMany(d => d["properties"]!.AsObject().Select(p => p.Key)))
            .Distinct()
            .Where(name => !text.Contains($"`{name}`", StringComparison.Ordinal));
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_fact_of_an_initiative_has_its_place_in_the_format()
    {
        // A fact that is neither in a list of its own, nor among the events, nor follows from others, would be lost in an export.
        string[] inLists = ["initiative-ordered", "confirmation-submitted", "confirmation-approved", "confirmation-returned", "confirmation-postponed", "terms-took-force", "status-reported", "status-reconfirmed", "remedy-agreed", "remedy-done", "escalation-raised", "escalation-decided"];
        string[] derived = ["deviation-opened", "deviation-worsened", "deviation-eased"];
        typeof(InitiativeEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(InitiativeEvent))).Select(EventFields.Name)
            .Except(EventFields.Types.Keys).ShouldBe([.. inLists, .. derived], ignoreOrder: true);
    }

    private static IEnumerable<JsonNode> Definitions() => FormatSchema.Make()["$defs"]!.AsObject().Select(d => d.Value!);

    private static string Repository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Initiatives.sln")))
            at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
