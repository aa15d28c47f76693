namespace Initiatives.Reporting.Tests;

public sealed class English_texts
{
    private static readonly TimeZoneInfo Copenhagen = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

    [Fact]
    public void A_meeting_is_named_by_weekday_date_and_hour() =>
        English.LongDate(new(2023, 10, 30), new(15, 0)).ShouldBe("Mon 30 Oct 2023, 15:00");

    [Fact]
    public void A_moment_is_told_in_the_clusters_time_zone_on_both_sides_of_the_change_to_winter_time()
    {
        English.Moment(new(2023, 10, 28, 4, 0, 0, TimeSpan.Zero), Copenhagen).ShouldBe("Sat 28 Oct 2023, 06:00");
        English.Moment(new(2023, 10, 30, 5, 0, 0, TimeSpan.Zero), Copenhagen).ShouldBe("Mon 30 Oct 2023, 06:00");
    }

    [Fact]
    public void Names_in_a_row_end_with_and()
    {
        English.List([]).ShouldBe("");
        English.List(["3"]).ShouldBe("3");
        English.List(["3", "7"]).ShouldBe("3 and 7");
        English.List(["3", "7", "10"]).ShouldBe("3, 7 and 10");
    }

    [Fact]
    public void The_reader_chooses_the_language_and_nothing_else()
    {
        var day = new DateOnly(2023, 10, 20);
        Wording.In("en").Weekday(day).ShouldBe("Fri 20 Oct");
        Wording.In("da").Weekday(day).ShouldBe("fre. 20. okt.");
        Wording.In("en").Month(day).ShouldBe("October 2023");
        Wording.In("da").Month(day).ShouldBe("oktober 2023");
        Wording.In("en").Money(1_250_000m).ShouldBe("DKK 1,250,000");
        Wording.In("da").Money(1_250_000m).ShouldBe("1.250.000 kr.");
        Wording.In("en").Date(null).ShouldBe("not stated");
        Wording.In("da").Date(null).ShouldBe("ikke oplyst");
    }
}
