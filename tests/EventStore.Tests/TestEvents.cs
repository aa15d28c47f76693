using System.Text.Json.Nodes;

namespace Initiatives.EventStore.Tests;

// Facts of a made-up domain: the store knows no initiative, and neither do its tests.

internal enum Light
{
    Green,
    Yellow,
    Red,
}

internal sealed record Planted(string Name, DateOnly On, decimal Price, Light Light, string? Note);

/// <summary>Second shape: the first had one <c>Text</c> (see <see cref="TestTypes"/>).</summary>
internal sealed record Watered(int Litres, string By, IReadOnlyList<string> Remarks);

internal static class TestTypes
{
    public static readonly EventTypes All = new(
        [("planted", typeof(Planted)), ("watered_v2", typeof(Watered))],
        new Upcaster("watered", "watered_v2", old => new JsonObject
        {
            ["Litres"] = old["Litres"]!.GetValue<int>(),
            ["By"] = "unknown",
            ["Remarks"] = old["Text"] is { } text ? new JsonArray(text.GetValue<string>()) : [],
        }));
}
