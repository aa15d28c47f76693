using System.Text;
using System.Text.Json;

namespace Initiatives.EventStore.Tests;

public sealed class CanonicalJsonTests(LogDatabase database) : LogTest(database)
{
    [Theory]
    [InlineData("""{ "b": 1, "a": {"d": [ ], "c": {}} }""", """{"a":{"c":{},"d":[]},"b":1}""")]
    [InlineData("""[1.0, 1.50, -0, -0.00, 0.10, 100, 1e2, 1.5E+3, 1e-3, -12.30e1, 0e5]""", "[1,1.5,0,0,0.1,100,100,1500,0.001,-123,0]")]
    [InlineData("""{"t": "\u00e6\u0041\/\"\\\n\u001f"}""", """{"t":"æA/\"\\\u000a\u001f"}""")]
    [InlineData("""{"æ": true, "z": false, "\u0061": null}""", """{"a":null,"z":false,"æ":true}""")]
    public void Every_spelling_of_a_value_has_one_form(string json, string canonical) => Canonical(json).ShouldBe(canonical);

    [Fact]
    public void A_member_that_stands_twice_is_refused() => Should.Throw<JsonException>(() => Canonical("""{"a": 1, "b": 2, "a": 3}"""));

    [Fact]
    public void Half_a_value_is_refused() => Should.Throw<JsonException>(() => Canonical("""{"a": 1"""));

    [Fact]
    public async Task What_jsonb_gives_back_has_the_same_form_as_what_was_sent()
    {
        string[] sent =
        [
            """{"longer": 1, "z": [1e20, 1.10, -0, 1e-7, 12345678901234567890.12345678901234567890], "a": "\ud83c\udf33 \u0001 \u2028 \t"}""",
            JsonSerializer.Serialize(new Dictionary<string, object> { ["double"] = 1.2345e-9, ["max"] = decimal.MaxValue, ["æøå"] = "<\"'&>" }),
            Encoding.UTF8.GetString(TestTypes.All.Serialize(new Planted("Æ\\\"\r\n", new(1, 1, 1), 1.100m, Light.Red, "\u007f\u0000".TrimEnd('\0')))),
        ];
        foreach (var json in sent)
        {
            await using var command = Sources.Owner.CreateCommand("SELECT $1::jsonb::text");
            command.Parameters.AddWithValue(json);
            Canonical((string)(await command.ExecuteScalarAsync(Cancellation))!).ShouldBe(Canonical(json));
        }
    }

    [Fact]
    public void Hashing_an_event_allocates_nothing_but_the_hash()
    {
        var data = TestTypes.All.Serialize(new Planted(new string('æ', 500), new(2026, 1, 1), 1.5m, Light.Red, "line\nbreak"));
        string Hash() => HashChain.Next("", Tenant, "bed-1", 1, Guid.Empty, "planted", DateTime.UnixEpoch, data, """{"actor":"x"}"""u8, null, null);
        Hash();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Hash();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(300);
    }

    private static string Canonical(string json)
    {
        var buffer = new CanonicalJson();
        buffer.Write(Encoding.UTF8.GetBytes(json));
        return Encoding.UTF8.GetString(buffer.Written);
    }
}
