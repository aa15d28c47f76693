using System.Text.Json.Nodes;
using Initiatives.Api.Features.Interchange;
using Initiatives.Api.Platform.Reading;

namespace Initiatives.Api.Tests.Interchange;

public sealed class ExportTests
{
    [Theory]
    [InlineData("sundhedsklynge-midt", "nordjylland-midt")]
    [InlineData("sundhedsklynge-syd", "nordjylland-syd")]
    [InlineData("midtklyngen", "midtjylland-midt")]
    [InlineData("history", "nordjylland-midt")]
    public async Task What_was_exported_imports_as_unchanged_here_and_as_the_same_elsewhere(string sample, string cluster)
    {
        await using var desk = await ImportDesk.OpenAsync();
        var report = await desk.ImportAsync(sample == "history" ? History.OfInitiative10() : ImportDesk.Read(sample));
        report.Errors.ShouldBeEmpty();

        var exported = await ExportAsync(desk, cluster);
        var again = await desk.ImportAsync(exported);
        again.Errors.ShouldBeEmpty();
        again.ChangesNothing.ShouldBeTrue(string.Join(", ", again.Lists.Where(l => l.New + l.Changed > 0)));

        await using var elsewhere = await ImportDesk.OpenAsync();
        (await elsewhere.ImportAsync(exported)).Errors.ShouldBeEmpty();
        (await ExportAsync(elsewhere, cluster)).ShouldBe(exported);
    }

    [Fact]
    public async Task An_export_says_what_the_document_it_came_from_said()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var document = ImportDesk.Read("sundhedsklynge-syd");
        await desk.ImportAsync(document);
        var exported = JsonNode.Parse(await ExportAsync(desk, "nordjylland-syd"))!.AsObject();
        foreach (var (list, entries) in document.Where(f => f.Key != "note"))
            Says(exported[list]!, entries!, list);
    }

    internal static async Task<byte[]> ExportAsync(ImportDesk desk, string cluster)
    {
        var record = await new ClusterReader(desk.Log, desk.Register).ReadAsync(cluster, cancellation: TestContext.Current.CancellationToken);
        using var output = new MemoryStream();
        DocumentWriter.Write(output, record!, await desk.Register.ReadAsync(cluster, TestContext.Current.CancellationToken), null).ShouldBeTrue();
        return output.ToArray();
    }

    /// <summary>Everything in <paramref name="said"/> stands in <paramref name="exported"/>; lists of entries may come in another order.</summary>
    private static void Says(JsonNode exported, JsonNode said, string where)
    {
        switch (said)
        {
            case JsonObject fields:
                foreach (var (name, field) in fields.Where(f => f.Key is not ("note" or "dateIsExample")))
                    Says(exported[name].ShouldNotBeNull($"{where}.{name}"), field!, $"{where}.{name}");
                break;
            case JsonArray list:
                exported.AsArray().Count.ShouldBe(list.Count, where);
                for (var i = 0; i < list.Count; i++)
                    Says(exported[i]!, list[i]!, $"{where}[{i}]");
                break;
            default:
                exported.ToJsonString().ShouldBe(said.ToJsonString(), where);
                break;
        }
    }
}
