using Initiatives.Domain;
using Initiatives.Reporting.Charts;

namespace Initiatives.Reporting.Tests;

public sealed class Judging_an_indicator
{
    [Theory]
    [InlineData(IndicatorDirection.Up, "75", Reach.Reached, "mål nået", "target reached")]
    [InlineData(IndicatorDirection.Up, "80", Reach.Reached, "mål nået", "target reached")]
    [InlineData(IndicatorDirection.Up, "71", Reach.WithinTolerance, "inden for tolerancen", "within the tolerance")]
    [InlineData(IndicatorDirection.Up, "70", Reach.WithinTolerance, "inden for tolerancen", "within the tolerance")]
    [InlineData(IndicatorDirection.Up, "69.9", Reach.NotReached, "mål ikke nået", "target not reached")]
    [InlineData(IndicatorDirection.Down, "74", Reach.Reached, "mål nået", "target reached")]
    [InlineData(IndicatorDirection.Down, "80", Reach.WithinTolerance, "inden for tolerancen", "within the tolerance")]
    [InlineData(IndicatorDirection.Down, "80.1", Reach.NotReached, "mål ikke nået", "target not reached")]
    public void Only_the_target_itself_is_the_target_reached_and_what_the_tolerance_forgives_is_called_that(IndicatorDirection direction, string value, Reach reach, string danish, string english)
    {
        var due = new DateOnly(2023, 12, 31);
        var number = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        var series = new IndicatorSeries(new("andel", "Andel", "pct.", 50, 75, direction, 5, due), due.AddYears(-1), due, [new("andel", number, due)]);

        series.Standing.ShouldBe(reach);
        ChartWords.InDanish.Verdict(series).ShouldBe(danish);
        ChartWords.InEnglish.Verdict(series).ShouldBe(english);
    }

    [Fact]
    public void Without_a_target_nothing_is_reached_or_missed()
    {
        var due = new DateOnly(2023, 12, 31);
        var series = new IndicatorSeries(new("andel", "Andel", "pct.", 50, null, IndicatorDirection.Up, 5, due), due.AddYears(-1), due, [new("andel", 60, due)]);

        series.Standing.ShouldBeNull();
        series.Verdict.ShouldBe("intet mål oplyst");
        (series with { Readings = [] }).Verdict.ShouldBe("ikke målt");
    }
}
