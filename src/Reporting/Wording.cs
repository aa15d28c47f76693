namespace Initiatives.Reporting;

/// <summary>
/// Days, hours, amounts and numbers in the reader's language: the one place where it is chosen between <see cref="Danish"/>
/// and <see cref="English"/>. Packs are Danish and write with that; a page, a mail or a chart says whose words it speaks.
/// </summary>
public sealed class Wording
{
    private readonly bool _english;

    private Wording(bool english) => _english = english;

    public static Wording InDanish { get; } = new(english: false);

    public static Wording InEnglish { get; } = new(english: true);

    /// <summary>What stands where an imported history does not say.</summary>
    public string NotStated => _english ? English.NotStated : Danish.NotStated;

    /// <param name="language"><c>en</c>, otherwise Danish.</param>
    public static Wording In(string language) => language == "en" ? InEnglish : InDanish;

    /// <summary>"man. 30. okt. 2023", "Mon 30 Oct 2023".</summary>
    public string LongDate(DateOnly day) => _english ? English.LongDate(day) : Danish.LongDate(day);

    /// <summary>"man. 30. okt. 2023 kl. 15.00", "Mon 30 Oct 2023, 15:00"; without the hour while it is not known.</summary>
    public string LongDate(DateOnly day, TimeOnly? time) => _english ? English.LongDate(day, time) : Danish.LongDate(day, time);

    /// <summary>"30. okt. 2023", "30 Oct 2023".</summary>
    public string Date(DateOnly day) => _english ? English.Date(day) : Danish.Date(day);

    /// <summary>The day, or that it is not stated.</summary>
    public string Date(DateOnly? day) => day is { } known ? Date(known) : NotStated;

    /// <summary>"30. okt.", "30 Oct": where the year stands beside it.</summary>
    public string DayAndMonth(DateOnly day) => _english ? English.DayAndMonth(day) : Danish.DayAndMonth(day);

    /// <summary>"fre. 20. okt.", "Fri 20 Oct": a day so near that the year is in no doubt.</summary>
    public string Weekday(DateOnly day) => _english ? English.Weekday(day) : Danish.Weekday(day);

    /// <summary>"30. okt. 23", "30 Oct 23": the head of a narrow column.</summary>
    public string ShortDate(DateOnly day) => _english ? English.ShortDate(day) : Danish.ShortDate(day);

    /// <summary>"okt. 23", "Oct 23": the ticks of a time axis.</summary>
    public string MonthTick(DateOnly day) => _english ? English.MonthTick(day) : Danish.MonthTick(day);

    /// <summary>"oktober 2023", "October 2023".</summary>
    public string Month(DateOnly day) => _english ? English.Month(day) : Danish.Month(day);

    /// <summary>"15.00", "15:00".</summary>
    public string Clock(TimeOnly time) => _english ? English.Clock(time) : Danish.Clock(time);

    /// <summary>"man. 30. okt. 2023 kl. 15.00", "Mon 30 Oct 2023, 15:00", in the given time zone.</summary>
    public string Moment(DateTimeOffset at, TimeZoneInfo zone) => _english ? English.Moment(at, zone) : Danish.Moment(at, zone);

    /// <summary>"1.250.000 kr.", "DKK 1,250,000"; øre only when there are any.</summary>
    public string Money(decimal kroner) => _english ? English.Money(kroner) : Danish.Money(kroner);

    /// <summary>The amount, or that it is not stated.</summary>
    public string Money(decimal? kroner) => kroner is { } known ? Money(known) : NotStated;

    /// <summary>"+150.000 kr.", "+DKK 150,000"; "uændret", "unchanged" for nothing.</summary>
    public string MoneyChange(decimal kroner) => _english ? English.MoneyChange(kroner) : Danish.MoneyChange(kroner);

    /// <summary>"3,8", "3.8": as many decimals as the number has, four at most.</summary>
    public string Number(decimal number) => _english ? English.Number(number) : Danish.Number(number);

    /// <summary>The number, or that it is not stated.</summary>
    public string Number(decimal? number) => number is { } known ? Number(known) : NotStated;

    /// <summary>"38 pct.", "12 dage"; a count is the number alone.</summary>
    /// <param name="unit">As the cluster wrote it, in its own language.</param>
    public string Measured(decimal? number, string unit) => Danish.Measured(Number(number), number, unit);

    /// <summary>"+4 mdr.", "+4 months"; under a month in days.</summary>
    public string TimeChange(DateOnly from, DateOnly to) => _english ? English.TimeChange(from, to) : Danish.TimeChange(from, to);

    /// <summary>"3, 7 og 10", "3, 7 and 10".</summary>
    public string List(IReadOnlyList<string> words) => _english ? English.List(words) : Danish.List(words);
}
