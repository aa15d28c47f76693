using System.Text.Json;

namespace Initiatives.Domain.Tests;

/// <summary>The kept shape of a light: a card that was kept yesterday must be read today.</summary>
public sealed class PostedLightJsonTests
{
    private static readonly PostedLight Full =
        new(3, new(2023, 8, 18), TrafficLight.Yellow, TrafficLight.Red, true, "chefforum-2023-08-30", 2, true);

    private static readonly PostedLight Bare = new(1, new(2023, 5, 2), TrafficLight.Green, null, false, null, null, false);

    [Fact]
    public void A_light_is_kept_under_short_names() =>
        JsonSerializer.Serialize(Full).ShouldBe(
            """{"n":3,"on":"2023-08-18","is":"Yellow","sug":"Red","late":true,"for":"chefforum-2023-08-30","fix":2,"same":true}""");

    [Fact]
    public void What_is_not_so_is_left_out() => JsonSerializer.Serialize(Bare).ShouldBe("""{"n":1,"on":"2023-05-02","is":"Green"}""");

    [Fact]
    public void A_light_reads_back_as_it_was()
    {
        JsonSerializer.Deserialize<PostedLight>(JsonSerializer.Serialize(Full)).ShouldBe(Full);
        JsonSerializer.Deserialize<PostedLight>(JsonSerializer.Serialize(Bare)).ShouldBe(Bare);
    }

    [Fact]
    public void Members_may_come_in_any_order_and_unknown_ones_are_passed_over() =>
        JsonSerializer.Deserialize<PostedLight>("""{"later":{"a":[1]},"is":"Green","sug":null,"on":"2023-05-02","n":1}""").ShouldBe(Bare);

    [Theory]
    [InlineData("""{"on":"2023-05-02","is":"Green"}""")]
    [InlineData("""{"n":1,"is":"Green"}""")]
    [InlineData("""{"n":1,"on":"2023-05-02"}""")]
    [InlineData("""{"n":1,"on":"2023-05-02","is":"Blue"}""")]
    public void A_light_without_number_day_or_colour_is_no_light(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<PostedLight>(json));
}
