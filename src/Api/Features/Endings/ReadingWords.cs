using Initiatives.Api.Features.Shell;
using Initiatives.Domain;
using Initiatives.Reporting;

namespace Initiatives.Api.Features.Endings;

/// <summary>What was measured, against what was promised.</summary>
internal static class ReadingWords
{
    /// <summary>"Mål: 3 antal, senest 31. dec. 2023"; from the baseline where there is one.</summary>
    public static string Target(Indicator indicator, Texts texts) =>
        texts["Reading.Target", texts.Say.Number(indicator.Target), indicator.Unit]
        + (indicator.Baseline is { } from ? " " + texts["Reading.Baseline", texts.Say.Number(from)] : "");

    /// <summary>A line per reading: "Akutte kontakter: 3,4 antal (mål 3)".</summary>
    public static string Against(IEnumerable<IndicatorReading> readings, DeliveryTerms terms, Texts texts) =>
        string.Join('\n', readings.Select(r => terms.Indicators.FirstOrDefault(i => i.Id == r.Indicator) is { } indicator
            ? texts["Reading.Against", indicator.Name, texts.Say.Number(r.Value), indicator.Unit, texts.Say.Number(indicator.Target), texts.Say.Date(r.Measured)]
            : $"{r.Indicator}: {texts.Say.Number(r.Value)}"));
}
