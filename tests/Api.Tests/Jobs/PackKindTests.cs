using System.Text.Json;
using Initiatives.Api.Features.Packs;
using Initiatives.Domain;
using Initiatives.Reporting.Packs;

namespace Initiatives.Api.Tests.Jobs;

/// <summary>Which forum gets which pack follows from its duties, in each of the three chains of the samples.</summary>
public sealed class PackKindTests
{
    [Theory]
    [InlineData("sundhedsklynge-midt", "chefforum: afvigelsesrapport; direktoerforum: direktoeroverblik; politisk-niveau: politisk-status")]
    [InlineData("sundhedsklynge-syd", "driftsgruppe: afvigelsesrapport; ssfsn: direktoeroverblik; politisk-klynge: politisk-status")]
    [InlineData("midtklyngen", "voksen-somatik: afvigelsesrapport; klyngestyregruppen: direktoeroverblik; politisk-klynge: politisk-status")]
    public async Task Each_forum_of_a_chain_gets_its_own_pack_before_its_meetings(string sample, string packs)
    {
        var said = new List<string>();
        foreach (var forum in await ForumsAsync(sample))
            said.Add($"{forum.Id}: {string.Join(", ", PackKind.Of(forum, PackTime.BeforeMeeting).Select(k => k.Name))}");
        string.Join("; ", said).ShouldBe(packs);
    }

    [Fact]
    public void Every_kind_that_can_be_set_has_its_occasions_and_the_other_way_round() =>
        PackKind.All.Select(k => k.Name).ShouldBe(PackPress.Kinds, ignoreOrder: true);

    private static async Task<IReadOnlyList<Forum>> ForumsAsync(string sample)
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "samples", $"{sample}.json"));
        using var document = await JsonDocument.ParseAsync(file, cancellationToken: TestContext.Current.CancellationToken);
        return
        [
            .. document.RootElement.GetProperty("forums").EnumerateArray().Select(f => new Forum(
                f.GetProperty("id").GetString()!, f.GetProperty("name").GetString()!,
                [.. f.GetProperty("duties").EnumerateArray().Select(d => Enum.Parse<ForumDuty>(d.GetString()!.Replace("-", "", StringComparison.Ordinal), ignoreCase: true))],
                null, Rhythm.Default)),
        ];
    }
}
