using System.Text;
using System.Text.Json;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.EventStore;

namespace Initiatives.Api.Tests.Platform;

public sealed class KeptJsonTests
{
    private static readonly DeliveryTerms Terms = new(
        "Et fælles forløb", new EconomicFrame(450_000, "DKK", []), new(2023, 5, 1), new(2023, 12, 31), [], [], [],
        new(true, "Udvalget læser med"), [], []);

    private static readonly Initiative State = Initiative.None with
    {
        Plan = "handleplan-2023",
        Number = 10,
        Order = new("handleplan-2023", 10, "Systematisk indsats", "oevrige", "Borgere med mange sygehuskontakter", ["aalborg"], null, null, null, null),
        Ownership = new("aalborg", "person-1", "person-2"),
        InForce = new(1, Terms, null, [], null),
        Deviation = new(1, TrafficLight.Red, new(2023, 8, 18), new(2023, 8, 18), false, null, []),
    };

    [Fact]
    public void What_is_kept_is_what_would_be_written_anew()
    {
        foreach (var state in (Initiative[])[State, State, State with { Title = "Et andet navn" }]) Written(state).ShouldBe(Anew(state));
    }

    [Fact]
    public void A_part_that_has_changed_is_written_as_it_has_become()
    {
        Written(State);
        var moved = State with { InForce = State.InForce! with { Revision = 2, Terms = Terms with { End = new(2024, 2, 29) } } };
        Written(moved).ShouldBe(Anew(moved));
        Written(moved).ShouldContain("2024-02-29");
    }

    private static string Written(Initiative state) => Encoding.UTF8.GetString(Noun.Initiative.Write(state));

    private static string Anew(Initiative state) => JsonSerializer.Serialize(state, EventTypes.StoredJson);
}
