using Initiatives.Domain;

namespace Initiatives.Domain.Tests.Meetings;

public sealed class LocalInstantTests
{
    private const string Copenhagen = "Europe/Copenhagen";
    private static readonly DateOnly SpringForward = new(2024, 3, 31);
    private static readonly DateOnly FallBack = new(2024, 10, 27);

    [Theory]
    [InlineData("2024-03-30", "2024-03-30T05:00Z")]
    [InlineData("2024-03-31", "2024-03-31T04:00Z")]
    [InlineData("2024-10-26", "2024-10-26T04:00Z")]
    [InlineData("2024-10-27", "2024-10-27T05:00Z")]
    public void Six_in_the_morning_is_six_on_both_sides_of_a_change_of_clocks(string day, string instant) =>
        LocalInstant.At(DateOnly.ParseExact(day, "yyyy-MM-dd"), 6, Copenhagen).ShouldBe(DateTimeOffset.Parse(instant));

    [Fact]
    public void An_hour_that_the_clocks_jump_over_gives_the_next_that_exists() =>
        LocalInstant.At(SpringForward, new TimeOnly(2, 30), Copenhagen).ShouldBe(new DateTimeOffset(2024, 3, 31, 1, 0, 0, TimeSpan.Zero));

    [Fact]
    public void An_hour_that_comes_twice_gives_the_first() =>
        LocalInstant.At(FallBack, new TimeOnly(2, 30), Copenhagen).ShouldBe(new DateTimeOffset(2024, 10, 27, 0, 30, 0, TimeSpan.Zero));

    [Fact]
    public void Every_hour_of_both_Sundays_comes_in_order_and_none_is_lost()
    {
        foreach (var sunday in new[] { SpringForward, FallBack })
        {
            var instants = Enumerable.Range(0, 24).Select(hour => LocalInstant.At(sunday, hour, Copenhagen)).ToList();

            instants.ShouldBe(instants.Order());
            instants.ShouldAllBe(i => LocalInstant.Day(i, Copenhagen) == sunday);
        }
    }

    [Fact]
    public void Late_in_the_evening_UTC_is_tomorrow_in_Copenhagen() =>
        LocalInstant.Day(new DateTimeOffset(2024, 7, 1, 22, 30, 0, TimeSpan.Zero), Copenhagen).ShouldBe(new DateOnly(2024, 7, 2));
}
