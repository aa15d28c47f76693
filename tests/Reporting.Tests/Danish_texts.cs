namespace Initiatives.Reporting.Tests;

public sealed class Danish_texts
{
    private static readonly TimeZoneInfo Copenhagen = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

    [Fact]
    public void A_meeting_is_named_by_weekday_date_and_hour() =>
        Danish.LongDate(new(2023, 10, 30), new(15, 0)).ShouldBe("man. 30. okt. 2023 kl. 15.00");

    [Fact]
    public void A_moment_is_told_in_the_clusters_time_zone_on_both_sides_of_the_change_to_winter_time()
    {
        Danish.Moment(new(2023, 10, 28, 4, 0, 0, TimeSpan.Zero), Copenhagen).ShouldBe("lør. 28. okt. 2023 kl. 06.00");
        Danish.Moment(new(2023, 10, 30, 5, 0, 0, TimeSpan.Zero), Copenhagen).ShouldBe("man. 30. okt. 2023 kl. 06.00");
    }

    [Theory]
    [InlineData("1250000", "1.250.000 kr.")]
    [InlineData("0", "0 kr.")]
    [InlineData("950.5", "950,50 kr.")]
    [InlineData("-20000", "−20.000 kr.")]
    public void Money_has_points_between_thousands_and_oere_only_when_there_are_any(string kroner, string text) =>
        Danish.Money(decimal.Parse(kroner, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(text);

    [Fact]
    public void What_is_not_known_is_said_and_never_left_blank()
    {
        Danish.Money(null).ShouldBe("ikke oplyst");
        Danish.Date(null).ShouldBe("ikke oplyst");
        Danish.Number(null).ShouldBe("ikke oplyst");
    }

    [Theory]
    [InlineData("2023-12-31", "2024-04-30", "+4 mdr.")]
    [InlineData("2023-12-31", "2024-02-29", "+2 mdr.")]
    [InlineData("2023-12-31", "2024-01-12", "+12 dage")]
    [InlineData("2023-12-31", "2024-01-01", "+1 dag")]
    [InlineData("2024-01-31", "2023-12-31", "−1 md.")]
    [InlineData("2023-12-31", "2023-12-31", "uændret")]
    public void A_moved_date_is_told_in_whole_months_or_in_days_under_a_month(string from, string to, string text) =>
        Danish.TimeChange(Day(from), Day(to)).ShouldBe(text);

    [Theory]
    [InlineData("31", "antal", "31")]
    [InlineData("38.5", "pct.", "38,5 pct.")]
    [InlineData(null, "pct.", "ikke oplyst")]
    public void A_measured_number_has_its_unit_and_a_count_has_none(string? number, string unit, string text) =>
        Danish.Measured(number is null ? null : decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), unit).ShouldBe(text);

    [Fact]
    public void A_list_ends_with_og() => Danish.List(["3", "7", "10"]).ShouldBe("3, 7 og 10");

    [Theory]
    [InlineData("Direktørforum", "Direktørforums")]
    [InlineData("Forum Thisted-Morsø Nords", "Forum Thisted-Morsø Nords'")]
    public void A_name_that_owns_has_an_s_and_one_that_ends_in_one_an_apostrophe(string name, string text) => Danish.Owning(name).ShouldBe(text);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
