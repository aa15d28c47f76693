using System.Globalization;

namespace Initiatives.Domain;

/// <param name="Because">Reason codes, worst dimension first; empty when everything is within the tolerances.</param>
public sealed record Suggestion(TrafficLight Light, IReadOnlyList<string> Because)
{
    /// <summary>The reasons as sentences in the reader's language: English when asked for, otherwise Danish.</summary>
    public string In(string language) => SuggestedLight.Sentence(Because, language);
}

/// <summary>
/// The light that the tolerances suggest: the worst of the owner's four dimensions, the end date and the cost against the
/// terms in force, and indicators that missed their target once it was due. The owner may choose another and say why.
/// </summary>
public static class SuggestedLight
{
    /// <param name="today">An end date that has passed counts as late up to this day, also when nobody forecast it.</param>
    public static Suggestion For(DeliveryTerms terms, StatusContent content, DateOnly today, Tolerances tolerances)
    {
        // Plain loops: it is asked for every status that is posted, and again by every page and pack that compares.
        var reasons = new List<Reason>(4);
        Dimensions(reasons, content.Dimensions);
        End(reasons, terms, content.Forecast?.End, today, tolerances);
        Cost(reasons, terms.Frame, content.Forecast?.Cost, tolerances);
        Indicators(reasons, terms, content.Indicators ?? [], today);
        return reasons.Count == 0 ? Green : WorstFirst(reasons);
    }

    private static Suggestion WorstFirst(List<Reason> reasons)
    {
        var because = new string[reasons.Count];
        var at = 0;
        foreach (var light in (ReadOnlySpan<TrafficLight>)[TrafficLight.Red, TrafficLight.Yellow])
        {
            foreach (var reason in reasons)
            {
                if (reason.Light == light) because[at++] = reason.Because;
            }
        }
        return new(reasons.Exists(r => r.Light == TrafficLight.Red) ? TrafficLight.Red : TrafficLight.Yellow, because);
    }

    /// <summary>Reason codes, as they are stored with a status, told as sentences.</summary>
    public static string Sentence(IReadOnlyList<string> because, string language) =>
        because.Count == 0
            ? Say(language, "Alt er inden for tolerancerne.", "Everything is within the tolerances.")
            : string.Join(" ", because.Select(code => Sentence(code, language)));

    private static void Dimensions(List<Reason> reasons, Dimensions? d)
    {
        if (d is null)
            return;
        Dimension(d.Time, "time");
        Dimension(d.Economy, "economy");
        Dimension(d.Resources, "resources");
        Dimension(d.Deliverable, "deliverable");

        void Dimension(TrafficLight light, string name)
        {
            if (light != TrafficLight.Green)
                reasons.Add(new(light, $"{name}:{InitiativeRefusals.English(light)}"));
        }
    }

    private static void End(List<Reason> reasons, DeliveryTerms terms, DateOnly? forecast, DateOnly today, Tolerances tolerances)
    {
        if (terms.End is not { } promised)
            return;
        var expected = forecast ?? promised;
        if (expected < today)
            expected = today;
        var light = expected > promised && MonthsAfter(promised, expected) > tolerances.MonthsToRed ? TrafficLight.Red
            : expected > promised && WholeMonthsAfter(promised, expected) >= tolerances.MonthsToYellow ? TrafficLight.Yellow
            : TrafficLight.Green;
        if (light != TrafficLight.Green)
            reasons.Add(new(light, $"end-late:{Lateness(promised, expected)}"));
    }

    private static void Cost(List<Reason> reasons, EconomicFrame? frame, decimal? forecast, Tolerances tolerances)
    {
        if (frame is null || forecast is not { } cost || cost <= frame.Amount)
            return;
        var over = cost - frame.Amount;
        var stillYellow = Math.Min(frame.Amount * tolerances.CostPercent / 100m, tolerances.CostAmount);
        reasons.Add(new(
            over <= stillYellow ? TrafficLight.Yellow : TrafficLight.Red,
            // What rounds to no percent is still money.
            frame.Amount == 0 || Percent(over, frame.Amount) == 0
                ? FormattableString.Invariant($"cost-over:{Math.Ceiling(over)}-dkk")
                : FormattableString.Invariant($"cost-over:{Percent(over, frame.Amount)}-percent")));
    }

    private static void Indicators(List<Reason> reasons, DeliveryTerms terms, IReadOnlyList<IndicatorReading> readings, DateOnly today)
    {
        foreach (var reading in readings)
        {
            foreach (var indicator in terms.Indicators)
            {
                if (indicator.Id != reading.Indicator || today < (indicator.Due ?? terms.End ?? DateOnly.MaxValue))
                    continue;
                var missedBy = indicator.Direction is IndicatorDirection.Up ? indicator.Target - reading.Value : reading.Value - indicator.Target;
                if (missedBy > (indicator.Tolerance ?? 0))
                    reasons.Add(new(TrafficLight.Yellow, $"indicator-missed:{indicator.Id}"));
            }
        }
    }

    private static decimal Percent(decimal over, decimal frame) => Math.Round(over / frame * 100m, MidpointRounding.AwayFromZero);

    // Whole months, or days under one, as a moved date is told everywhere; "over" keeps a day past the tolerance apart from the day itself.
    // Statuses of old hold "5-months", which counted a begun month.
    private static string Lateness(DateOnly promised, DateOnly expected) => WholeMonthsAfter(promised, expected) switch
    {
        0 => FormattableString.Invariant($"{expected.DayNumber - promised.DayNumber}-days"),
        var whole when promised.AddMonths(whole) < expected => FormattableString.Invariant($"over-{whole}-months"),
        var whole => FormattableString.Invariant($"just-{whole}-months"),
    };

    /// <summary>Months from one day to a later, a begun month counted: four weeks late is one month, never none.</summary>
    private static int MonthsAfter(DateOnly from, DateOnly to) =>
        WholeMonthsAfter(from, to) is var whole && from.AddMonths(whole) < to ? whole + 1 : whole;

    private static int WholeMonthsAfter(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return from.AddMonths(months) > to ? months - 1 : months;
    }

    private static string Sentence(string code, string language)
    {
        var (kind, value) = code.Split(':', 2) is [var k, var v] ? (k, v) : (code, "");
        var amount = value.Split('-')[0];
        return kind switch
        {
            "time" => Say(language, $"Tid er {Danish(value)}.", $"Time is {value}."),
            "economy" => Say(language, $"Økonomi er {Danish(value)}.", $"Economy is {value}."),
            "resources" => Say(language, $"Ressourcer er {Danish(value)}.", $"Resources are {value}."),
            "deliverable" => Say(language, $"Leverancen er {Danish(value)}.", $"The deliverable is {value}."),
            "end-late" => Say(language, $"Slutdatoen ligger {HowLate(value, "da")} senere end aftalt.", $"The end date is {HowLate(value, "en")} later than agreed."),
            "cost-over" when value.EndsWith("-dkk", StringComparison.Ordinal) => Say(language, $"Udgiften er {Kroner(amount)} kr. over rammen.", $"The cost is DKK {decimal.Parse(amount, CultureInfo.InvariantCulture).ToString("#,0", CultureInfo.InvariantCulture)} over the frame."),
            "cost-over" => Say(language, $"Udgiften er {amount} % over rammen.", $"The cost is {amount}% over the frame."),
            "indicator-missed" => Say(language, $"Indikatoren \"{value}\" har ikke nået sit mål.", $"The indicator \"{value}\" has not reached its target."),
            _ => code,
        };
    }

    private static string HowLate(string value, string language)
    {
        return value.Split('-') switch
        {
            [var days, "days"] => Count(days, "dag", "dage", "day", "days"),
            ["just", var months, _] => Months(months),
            ["over", var months, _] => Say(language, "mere end ", "more than ") + Months(months),
            [var months, ..] => Say(language, "op til ", "up to ") + Months(months),
            _ => value,
        };

        string Months(string count) => Count(count, "md.", "mdr.", "month", "months");

        string Count(string count, string danish, string danishMany, string english, string englishMany) => $"{count} {(count == "1" ? Say(language, danish, english) : Say(language, danishMany, englishMany))}";
    }

    private static readonly Suggestion Green = new(TrafficLight.Green, []);

    private readonly record struct Reason(TrafficLight Light, string Because);

    private static string Danish(string light) => light == "red" ? "rød" : "gul";

    private static string Kroner(string amount) => decimal.Parse(amount, CultureInfo.InvariantCulture).ToString("#,0", Danes);

    // Named here rather than taken from a culture, which the machine it runs on may lack.
    private static readonly NumberFormatInfo Danes = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    private static string Say(string language, string danish, string english) => language == "en" ? english : danish;
}
