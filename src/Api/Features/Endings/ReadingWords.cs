using Initiatives.Api.Features.Shell;
using Initiatives.Domain;
using Initiatives.Reporting;

namespace Initiatives.Api.Features.Endings;

/// <summary>What was measured, against what was promised.</summary>
internal static class ReadingWords
{
    /// <summary>"Mål: 70 pct."; from the baseline where there is one.</summary>
    public static string Target(Indicator indicator, Texts texts) =>
        // A unit that is an abbreviation brings the sentence's full stop itself.
        texts["Reading.Target", texts.Say.Measured(indicator.Target, indicator.Unit).TrimEnd('.')]
        + (indicator.Baseline is { } from ? " " + texts["Reading.Baseline", texts.Say.Number(from)] : "");

    /// <summary>A line per reading: "Akutte kontakter: 3,4 (mål 3)".</summary>
    public static string Against(IEnumerable<IndicatorReading> readings, DeliveryTerms terms, Texts texts) =>
        string.Join('\n', readings.Select(r => terms.Indicators.FirstOrDefault(i => i.Id == r.Indicator) is { } indicator
            ? texts["Reading.Against", indicator.Name, texts.Say.Measured(r.Value, indicator.Unit), texts.Say.Number(indicator.Target), texts.Say.Date(r.Measured)]
            : $"{r.Indicator}: {texts.Say.Number(r.Value)}"));
}
