using static Initiatives.Domain.Tests.Initiatives.Chains;
using static Initiatives.Domain.Tests.Initiatives.Initiative10;

namespace Initiatives.Domain.Tests.Initiatives;

public sealed class SuggestedLightTests
{
    [Theory]
    [InlineData("2023-12-31", TrafficLight.Green, null)]
    [InlineData("2023-11-30", TrafficLight.Green, null)]
    [InlineData("2024-01-30", TrafficLight.Green, null)]
    [InlineData("2024-01-31", TrafficLight.Yellow, "end-late:just-1-months")]
    [InlineData("2024-02-15", TrafficLight.Yellow, "end-late:over-1-months")]
    [InlineData("2024-03-31", TrafficLight.Yellow, "end-late:just-3-months")]
    [InlineData("2024-04-01", TrafficLight.Red, "end-late:over-3-months")]
    [InlineData("9999-12-31", TrafficLight.Red, "end-late:just-95712-months")]
    public void One_to_three_months_late_is_yellow_and_more_is_red(string end, TrafficLight light, string? because) =>
        Suggests(Green with { Forecast = new Forecast(Day(end), null) }, light, because);

    [Theory]
    [InlineData(400_000, TrafficLight.Green, null)]
    [InlineData(450_000, TrafficLight.Green, null)]
    [InlineData(450_001, TrafficLight.Yellow, "cost-over:1-dkk")]
    [InlineData(495_000, TrafficLight.Yellow, "cost-over:10-percent")]
    [InlineData(510_000, TrafficLight.Red, "cost-over:13-percent")]
    [InlineData(495_001, TrafficLight.Red, "cost-over:10-percent")]
    public void Up_to_ten_percent_over_the_frame_is_yellow_and_more_is_red(int cost, TrafficLight light, string? because) =>
        Suggests(Green with { Forecast = new Forecast(null, cost) }, light, because);

    [Fact]
    public void Six_million_over_a_large_frame_is_red_before_ten_percent_is()
    {
        var large = Terms with { Frame = new EconomicFrame(100_000_000m, "DKK", []) };

        For(large, Green with { Forecast = new Forecast(null, 106_000_000m) }).Light.ShouldBe(TrafficLight.Yellow);
        For(large, Green with { Forecast = new Forecast(null, 106_000_001m) }).Light.ShouldBe(TrafficLight.Red);
    }

    [Fact]
    public void Within_existing_budgets_any_cost_is_red_and_told_in_kroner()
    {
        var suggestion = For(Terms with { Frame = new EconomicFrame(0m, "DKK", []) }, Green with { Forecast = new Forecast(null, 1_250_000m) });

        suggestion.Because.ShouldBe(["cost-over:1250000-dkk"]);
        suggestion.In("da").ShouldBe("Udgiften er 1.250.000 kr. over rammen.");
    }

    [Fact]
    public void The_worst_of_the_four_dimensions_counts()
    {
        var suggestion = For(Terms, Green with { Dimensions = new Dimensions(TrafficLight.Green, TrafficLight.Yellow, TrafficLight.Red, TrafficLight.Green) });

        suggestion.Light.ShouldBe(TrafficLight.Red);
        suggestion.Because.ShouldBe(["resources:red", "economy:yellow"]);
        suggestion.In("en").ShouldBe("Resources are red. Economy is yellow.");
    }

    [Fact]
    public void An_end_that_has_passed_unforecast_is_not_green_by_default() =>
        SuggestedLight.For(Terms, Green, Day("2024-02-15"), Tolerances.Default).Because.ShouldBe(["end-late:over-1-months"]);

    [Fact]
    public void An_indicator_counts_when_its_day_has_come_and_it_missed_by_more_than_its_tolerance()
    {
        var read = Green with { Indicators = [new IndicatorReading("kontakter", 3.3m, Day("2023-08-01"))] };
        var due = Terms with { Indicators = [Terms.Indicators[0] with { Due = Day("2023-08-18") }] };

        For(Terms, read).Light.ShouldBe(TrafficLight.Green);
        For(due, read).Because.ShouldBe(["indicator-missed:kontakter"]);
        For(due, read with { Indicators = [read.Indicators[0] with { Value = 3.2m }] }).Light.ShouldBe(TrafficLight.Green);
        For(due with { Indicators = [due.Indicators[0] with { Direction = IndicatorDirection.Up }] }, read).Light.ShouldBe(TrafficLight.Green);
    }

    [Fact]
    public void Without_terms_only_the_owners_own_judgement_counts() =>
        For(DeliveryTerms.NotStated, Green with { Forecast = new Forecast(Day("2030-01-01"), 1_000_000m) }).Light.ShouldBe(TrafficLight.Green);

    [Fact]
    public void A_clusters_own_tolerances_count() =>
        SuggestedLight.For(Terms, Green with { Forecast = new Forecast(Day("2024-02-15"), null) }, Day("2023-08-18"), new Tolerances(10m, 6_000_000m, 0, 1))
            .Light.ShouldBe(TrafficLight.Red);

    [Fact]
    public void Every_reason_is_told_as_a_sentence_in_both_languages()
    {
        string[] codes = ["time:red", "economy:yellow", "resources:red", "deliverable:yellow", "end-late:2-months", "cost-over:7-percent", "cost-over:5-dkk", "indicator-missed:kontakter"];

        foreach (var code in codes)
            foreach (var language in new[] { "da", "en" })
                SuggestedLight.Sentence([code], language).ShouldEndWith(".");
        SuggestedLight.Sentence([], "da").ShouldBe("Alt er inden for tolerancerne.");
    }

    [Theory]
    [InlineData("end-late:12-days", "Slutdatoen ligger 12 dage senere end aftalt.", "The end date is 12 days later than agreed.")]
    [InlineData("end-late:just-1-months", "Slutdatoen ligger 1 md. senere end aftalt.", "The end date is 1 month later than agreed.")]
    [InlineData("end-late:over-4-months", "Slutdatoen ligger mere end 4 mdr. senere end aftalt.", "The end date is more than 4 months later than agreed.")]
    [InlineData("end-late:5-months", "Slutdatoen ligger op til 5 mdr. senere end aftalt.", "The end date is up to 5 months later than agreed.")]
    [InlineData("cost-over:13-percent", "Udgiften er 13 % over rammen.", "The cost is 13% over the frame.")]
    public void How_late_and_how_dear_is_told_as_everywhere_else_and_a_status_of_old_stays_true(string code, string danish, string english)
    {
        SuggestedLight.Sentence([code], "da").ShouldBe(danish);
        SuggestedLight.Sentence([code], "en").ShouldBe(english);
    }

    [Fact]
    public void Where_no_month_is_tolerated_a_few_days_late_are_told_in_days() =>
        SuggestedLight.For(Terms, Green with { Forecast = new Forecast(Day("2024-01-12"), null) }, Day("2023-08-18"), new Tolerances(10m, 6_000_000m, 0, 0))
            .Because.ShouldBe(["end-late:12-days"]);

    private static void Suggests(StatusContent content, TrafficLight light, string? because)
    {
        var suggestion = For(Terms, content);
        suggestion.Light.ShouldBe(light);
        suggestion.Because.ShouldBe(because is null ? [] : [because]);
    }

    private static Suggestion For(DeliveryTerms terms, StatusContent content) => SuggestedLight.For(terms, content, Day("2023-08-18"), Tolerances.Default);
}
