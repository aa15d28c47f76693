using Initiatives.Domain;

namespace Initiatives.Domain.Tests.Meetings;

public sealed class DanishHolidaysTests
{
    [Theory]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2011-04-24")]
    [InlineData("2019-04-21")]
    [InlineData("2022-04-17")]
    [InlineData("2023-04-09")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2038-04-25")]
    public void Easter_Sunday_falls_as_the_almanac_says(string easter) =>
        DanishHolidays.EasterSunday(Day(easter).Year).ShouldBe(Day(easter));

    [Theory]
    [InlineData("2023-04-06", "skærtorsdag")]
    [InlineData("2023-04-07", "langfredag")]
    [InlineData("2023-04-10", "2. påskedag")]
    [InlineData("2023-05-18", "Kristi himmelfartsdag")]
    [InlineData("2023-05-29", "2. pinsedag")]
    [InlineData("2024-03-28", "skærtorsdag")]
    [InlineData("2024-05-09", "Kristi himmelfartsdag")]
    [InlineData("2024-05-20", "2. pinsedag")]
    [InlineData("2026-05-14", "Kristi himmelfartsdag")]
    [InlineData("2026-05-25", "2. pinsedag")]
    [InlineData("2024-01-01", "nytårsdag")]
    [InlineData("2024-12-25", "juledag")]
    [InlineData("2024-12-26", "2. juledag")]
    public void A_holiday_is_no_working_day(string day, string name) =>
        WorkingDays.Is(Day(day)).ShouldBeFalse(name);

    [Theory]
    [InlineData("2024-06-05")]
    [InlineData("2024-12-24")]
    [InlineData("2024-12-31")]
    public void Grundlovsdag_and_the_eves_of_Christmas_and_New_Year_are_no_working_days(string day) =>
        WorkingDays.Is(Day(day)).ShouldBeFalse();

    [Fact]
    public void Store_bededag_was_a_holiday_for_the_last_time_in_2023()
    {
        WorkingDays.Is(new DateOnly(2022, 5, 13)).ShouldBeFalse();
        WorkingDays.Is(new DateOnly(2023, 5, 5)).ShouldBeFalse();
        WorkingDays.Is(new DateOnly(2024, 4, 26)).ShouldBeTrue();
    }

    [Fact]
    public void An_ordinary_year_of_the_church_has_ten_holidays_and_three_closed_days_after_2023()
    {
        var days = Enumerable.Range(0, 365).Select(n => new DateOnly(2026, 1, 1).AddDays(n)).Where(DanishHolidays.Is);

        days.Count().ShouldBe(13);
    }

    [Fact]
    public void Working_days_are_counted_over_Easter()
    {
        WorkingDays.Next(new DateOnly(2023, 4, 5)).ShouldBe(new DateOnly(2023, 4, 11));
        WorkingDays.Previous(new DateOnly(2023, 4, 11)).ShouldBe(new DateOnly(2023, 4, 5));
        WorkingDays.Add(new DateOnly(2023, 4, 11), -3).ShouldBe(new DateOnly(2023, 4, 3));
        WorkingDays.Add(new DateOnly(2023, 4, 5), 2).ShouldBe(new DateOnly(2023, 4, 12));
    }

    [Theory]
    [InlineData(2024, 1, "2024-01-02")]
    [InlineData(2023, 10, "2023-10-02")]
    [InlineData(2023, 11, "2023-11-01")]
    public void The_monthly_dashboard_comes_on_the_first_working_day(int year, int month, string day) =>
        WorkingDays.FirstOfMonth(year, month).ShouldBe(Day(day));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
