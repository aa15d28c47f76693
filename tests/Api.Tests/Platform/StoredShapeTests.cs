using System.Text.Json.Nodes;
using Initiatives.Api.Platform.Events;
using Initiatives.EventStore;

namespace Initiatives.Api.Tests.Platform;

/// <summary>
/// The shape of every fact ever stored, one golden file per stored name. A file is never edited: a new shape gets a new
/// name with a file of its own, and the old file stays and is read through its upcaster.
/// </summary>
public sealed class StoredShapeTests
{
    public static TheoryData<string> Names => [.. EventCatalog.Types.Names];

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder(), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fact_of_a_new_name_has_its_golden_file(string name) =>
        File.Exists(FileOf(name)).ShouldBeTrue($"Golden/{name}.json is missing: write the fact there as it is stored, every field filled.");

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_shape_ever_stored_is_still_read(string name) =>
        EventCatalog.Types.Deserialize(name, File.ReadAllBytes(FileOf(name))).ShouldNotBeNull();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fact_is_stored_in_the_shape_of_its_golden_file(string name)
    {
        var golden = JsonNode.Parse(File.ReadAllBytes(FileOf(name)))!;
        var fact = EventCatalog.Types.Deserialize(name, File.ReadAllBytes(FileOf(name)));
        var stored = JsonNode.Parse(EventCatalog.Types.Serialize(fact))!;
        JsonNode.DeepEquals(stored, golden).ShouldBeTrue(stored.ToJsonString(EventTypes.StoredJson));
        EmptyFields(fact, fact.GetType().Name).ShouldBeEmpty("The golden file fills every field, or a later change of that field would go unseen.");
    }

    private static IEnumerable<string> EmptyFields(object fact, string path)
    {
        foreach (var property in EventTypes.StoredJson.GetTypeInfo(fact.GetType()).Properties)
        {
            // What is worked out is not stored, and has no getter here.
            if (property.Get is not { } get) continue;
            var value = get(fact);
            var at = $"{path}.{property.Name}";
            if (value is null or System.Collections.ICollection { Count: 0 }) yield return at;
            else if (value is System.Collections.IEnumerable and not string)
            {
                foreach (var item in (System.Collections.IEnumerable)value)
                    if (item.GetType() is { IsClass: true } type && type != typeof(string))
                        foreach (var empty in EmptyFields(item, at)) yield return empty;
            }
            else if (value.GetType() is { IsClass: true } type && type != typeof(string))
            {
                foreach (var empty in EmptyFields(value, at)) yield return empty;
            }
        }
    }

    private static string FileOf(string name) => Path.Combine(Folder(), $"{name}.json");

    private static string Folder() => Path.Combine(AppContext.BaseDirectory, "Golden");
}
