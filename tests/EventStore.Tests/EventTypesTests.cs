using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Initiatives.EventStore.Tests;

public sealed class EventTypesTests
{
    private static readonly EventTypes Types = TestTypes.All;

    /// <summary>One file per shape that was ever stored, and what it must be read as today. A file is added, never edited.</summary>
    private static readonly Dictionary<string, object> Golden = new()
    {
        ["planted"] = new Planted("Æbletræ", new(2026, 4, 1), 199.50m, Light.Yellow, null),
        ["watered"] = new Watered(3, "unknown", new List<string> { "tør jord" }),
        ["watered_v2"] = new Watered(3, "rain", new List<string> { "tør jord" }),
    };

    [Fact]
    public void Every_shape_ever_stored_is_still_read()
    {
        foreach (var (name, fact) in Golden) Types.Deserialize(name, File.ReadAllBytes($"Golden/{name}.json")).ShouldBeEquivalentTo(fact, name);
    }

    [Fact]
    public void Every_name_that_is_written_is_written_in_the_shape_of_its_golden_file()
    {
        foreach (var name in Types.Names)
        {
            JsonNode.DeepEquals(JsonNode.Parse(Types.Serialize(Golden[name])), JsonNode.Parse(File.ReadAllBytes($"Golden/{name}.json")))
                .ShouldBeTrue($"{name} is stored as {Encoding.UTF8.GetString(Types.Serialize(Golden[name]))}");
        }
    }

    [Fact]
    public void A_stored_name_nobody_knows_is_named_in_the_error() =>
        Should.Throw<UnknownEventType>(() => Types.Deserialize("uprooted", "{}"u8)).Message.ShouldContain("'uprooted'");

    [Fact]
    public void A_fact_of_an_unregistered_type_cannot_be_stored() => Should.Throw<UnknownEventType>(() => Types.Serialize("a string"));

    [Fact]
    public void A_missing_member_is_an_error_and_not_a_zero() =>
        Should.Throw<JsonException>(() => Types.Deserialize("planted", """{"Name": "Ask", "On": "2026-04-01", "Light": "Red"}"""u8))
            .Message.ShouldContain("Price");

    [Fact]
    public void One_name_stands_for_one_type() =>
        Should.Throw<ArgumentException>(() => new EventTypes([("planted", typeof(Planted)), ("planted", typeof(Watered))]));

    [Fact]
    public void An_upcaster_that_leads_nowhere_is_found_at_the_start() =>
        Should.Throw<ArgumentException>(() => new EventTypes([("planted", typeof(Planted))], new Upcaster("sown", "sown_v2", old => old)))
            .Message.ShouldContain("sown");

    [Fact]
    public void Upcasters_that_go_in_a_circle_are_found_at_the_start() =>
        Should.Throw<ArgumentException>(() => new EventTypes(
            [("planted", typeof(Planted))], new Upcaster("a", "b", old => old), new Upcaster("b", "a", old => old)));

    [Fact]
    public void A_stored_name_is_snake_case() => Should.Throw<ArgumentException>(() => new EventTypes([("Planted", typeof(Planted))]));
}
