using Initiatives.Domain;
using Initiatives.Reporting.Marks;

namespace Initiatives.Reporting.Charts;

/// <summary>
/// What charts and their tables say, in the reader's language, both languages side by side. Packs are Danish; a page says which.
/// </summary>
public sealed class ChartWords
{
    private readonly bool _english;
    private readonly Wording _words;

    private ChartWords(bool english) => (_english, _words) = (english, english ? Wording.InEnglish : Wording.InDanish);

    public static ChartWords InDanish { get; } = new(english: false);

    public static ChartWords InEnglish { get; } = new(english: true);

    /// <param name="language"><c>en</c>, otherwise Danish.</param>
    public static ChartWords In(string language) => language == "en" ? InEnglish : InDanish;

    // ---- Lights ----

    public string LightsByMeeting => Say("Lys pr. møde", "Lights by meeting");

    public string LightsByMeetingCaption => Say("Lys pr. møde: antal indsatser", "Lights by meeting: number of initiatives");

    public string LightsOverTime => Say("Lys over tid", "Lights over time");

    public string Meeting => Say("Møde", "Meeting");

    public string Light => Say("Lys", "Light");

    public string From => Say("Fra", "From");

    public string Red => Say("Rød", "Red");

    public string Yellow => Say("Gul", "Yellow");

    public string Green => Say("Grøn", "Green");

    public string Missing => Say("Mangler status", "Status missing");

    /// <summary>Not started, awaiting approval, paused, closed, withdrawn, carried over.</summary>
    public string NoLight => Say("Uden lys", "No light");

    /// <summary>The word for a state on the board.</summary>
    public string State(BoardState state) => Say(Mark.Of(state).Word, state switch
    {
        BoardState.Green => "Green",
        BoardState.Yellow => "Yellow",
        BoardState.Red => "Red",
        BoardState.Missing => "Status missing",
        BoardState.NotStarted => "Not started",
        BoardState.AwaitingApproval => "Awaiting approval",
        BoardState.Paused => "Paused",
        BoardState.Closed => "Closed",
        BoardState.Withdrawn => "Withdrawn",
        BoardState.CarriedOver => "Carried over",
        _ => throw new InvalidOperationException($"{state} has no word."),
    });

    /// <summary>The text alternative of lights by meeting.</summary>
    public string Tell(IReadOnlyList<LightsAtMeeting> meetings) => meetings.Count == 0
        ? Say($"{LightsByMeeting}: ingen møder endnu.", $"{LightsByMeeting}: no meetings yet.")
        : Say(
            $"{LightsByMeeting}, {Danish.Count(meetings.Count, "søjle", "søjler")}. Først ({meetings[0].Label}): {Tell(meetings[0])}. Sidst ({meetings[^1].Label}): {Tell(meetings[^1])}. Alle tal står i tabellen.",
            $"{LightsByMeeting}, {Danish.Count(meetings.Count, "column", "columns")}. First ({meetings[0].Label}): {Tell(meetings[0])}. Last ({meetings[^1].Label}): {Tell(meetings[^1])}. All numbers are in the table.");

    /// <summary>The text alternative of one initiative's lights.</summary>
    public string Tell(IReadOnlyList<LightOnDay> points, DateOnly from, DateOnly to)
    {
        if (points.Count == 0)
            return Say($"{LightsOverTime}: ingen status endnu.", $"{LightsOverTime}: no status yet.");
        var last = string.Join(", ", points.TakeLast(8).Select(p => $"{State(p.State).ToLowerInvariant()} {Date(p.On)}"));
        return Say($"{LightsOverTime} fra {Date(from)} til {Date(to)}: {last}.", $"{LightsOverTime} from {Date(from)} to {Date(to)}: {last}.");
    }

    // ---- Indicators ----

    public string Reading => Say("Måling", "Reading");

    public string Target => Say("Mål", "Target");

    public string Baseline => Say("Udgangspunkt", "Baseline");

    public string Tolerance => Say("Tolerance", "Tolerance");

    public string Measured => Say("Målt", "Measured");

    public string Value => Say("Værdi", "Value");

    public string TargetReached => Say("Mål nået", "Target reached");

    public string NotMeasured => Say("Ikke målt endnu", "Not measured yet");

    public string Reached(Reach? reach) => reach switch
    {
        Reach.Reached => Say("ja", "yes"),
        Reach.WithinTolerance => WithinTolerance,
        Reach.NotReached => Say("nej", "no"),
        _ => "–",
    };

    /// <summary>"mål nået", "inden for tolerancen", "ikke nået endnu" while there is time, "mål ikke nået" after that, or "ikke målt".</summary>
    public string Verdict(IndicatorSeries series) => series.Latest is not { } latest ? Say("ikke målt", "not measured") : series.Standing switch
    {
        Reach.Reached => Say("mål nået", "target reached"),
        Reach.WithinTolerance => WithinTolerance,
        Reach.NotReached when latest.Measured < series.Due => Say("ikke nået endnu", "not reached yet"),
        Reach.NotReached => Say("mål ikke nået", "target not reached"),
        _ => Say("intet mål oplyst", "no target stated"),
    };

    private string WithinTolerance => Say("inden for tolerancen", "within the tolerance");

    public string Caption(IndicatorSeries series)
    {
        var (name, baseline, target, due) = ($"{series.Indicator.Name} ({series.Indicator.Unit})", Number(series.Indicator.Baseline), Number(series.Indicator.Target), Date(series.Due));
        return Say($"{name}: udgangspunkt {baseline}, mål {target} senest {due}", $"{name}: baseline {baseline}, target {target} by {due}");
    }

    /// <summary>The text alternative of an indicator.</summary>
    public string Tell(IndicatorSeries series)
    {
        var (indicator, due) = (series.Indicator, Date(series.Due));
        var latest = series.Latest is { } read
            ? Say($"senest målt {Number(read.Value)} {Date(read.Measured)}: {Verdict(series)}", $"last measured {Number(read.Value)} {Date(read.Measured)}: {Verdict(series)}")
            : Say("ikke målt endnu", "not measured yet");
        return Say(
            $"{indicator.Name}{(Danish.IsCount(indicator.Unit) ? "" : $" i {indicator.Unit}")}: udgangspunkt {Number(indicator.Baseline)}, mål {Number(indicator.Target)} senest {due}, {latest}. Alle tal står i tabellen.",
            $"{indicator.Name}{(Danish.IsCount(indicator.Unit) ? "" : $" in {indicator.Unit}")}: baseline {Number(indicator.Baseline)}, target {Number(indicator.Target)} by {due}, {latest}. All numbers are in the table.");
    }

    // ---- Terms ----

    public string EndAndEconomy => Say("Slutdato og økonomi", "End date and economy");

    public string End => Say("Slutdato", "End date");

    public string Economy => Say("Økonomi", "Economy");

    public string Terms => Say("Vilkår", "Terms");

    public string AgainstFirst => Say("Mod først godkendt", "Against first approved");

    /// <summary>The three sets of terms, by <see cref="TermsComparison.Rows"/>.</summary>
    public string Name(TermsStage stage) => stage switch
    {
        TermsStage.FirstApproved => Say("Først godkendt", "First approved"),
        TermsStage.InForce => Say("I kraft", "In force"),
        TermsStage.Expected => Say("Forventet nu", "Expected now"),
        TermsStage.Proposed => Say("Foreslået", "Proposed"),
        _ => throw new InvalidOperationException($"{stage} has no name."),
    };

    /// <summary>"rettet 2 gange, +4 mdr."; null when it never was.</summary>
    public string? Replanned(TermsComparison terms) => terms.Revision <= 1 ? null
        : Say($"rettet {Danish.Count(terms.Revision - 1, "gang", "gange")}", $"re-planned {Danish.Count(terms.Revision - 1, "time", "times")}")
            + (terms is { FirstEnd: { } first, InForceEnd: { } now } ? $", {TimeChange(first, now)}" : "");

    /// <summary>The text alternative of the comparison.</summary>
    public string Tell(TermsComparison terms) =>
        $"{terms.Title}. " + string.Join(" ", terms.Rows.Select(r => $"{Name(r.Stage)}: {Say("slut", "ends")} {Date(r.End)}, {Money(r.Cost)}."));

    // ---- Days and amounts ----

    public string NotStated => _words.NotStated;

    public string Date(DateOnly day) => _words.Date(day);

    public string Date(DateOnly? day) => _words.Date(day);

    public string DayAndMonth(DateOnly day) => _words.DayAndMonth(day);

    public string ShortDate(DateOnly day) => _words.ShortDate(day);

    public string MonthTick(DateOnly day) => _words.MonthTick(day);

    public string Number(decimal number) => _words.Number(number);

    public string Number(decimal? number) => _words.Number(number);

    public string Money(decimal kroner) => _words.Money(kroner);

    public string Money(decimal? kroner) => _words.Money(kroner);

    public string MoneyChange(decimal kroner) => _words.MoneyChange(kroner);

    public string TimeChange(DateOnly from, DateOnly to) => _words.TimeChange(from, to);

    private string Tell(LightsAtMeeting m) => Say(
        FormattableString.Invariant($"{m.Red} røde, {m.Yellow} gule, {m.Missing} mangler status, {m.Green} grønne, {m.Other} uden lys"),
        FormattableString.Invariant($"{m.Red} red, {m.Yellow} yellow, {m.Missing} without status, {m.Green} green, {m.Other} with no light"));

    private string Say(string danish, string english) => _english ? english : danish;
}
