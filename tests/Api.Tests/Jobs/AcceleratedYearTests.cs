using Initiatives.Year;
using Initiatives.Year.Cast;

namespace Initiatives.Api.Tests.Jobs;

/// <summary>
/// A stretch of the year that <c>bench/run year</c> runs whole: two clusters on one installation, each with a governance chain of its own,
/// the real scheduler on a clock that is set, and a real mail server.
/// </summary>
public sealed class AcceleratedYearTests
{
    [Fact]
    public async Task Every_round_reminder_pack_and_minutes_comes_at_its_hour_once_over_both_changes_of_the_clocks()
    {
        // A meeting on the Monday week after each change, whose round lies over it; and one called, one cancelled, within minutes.
        var year = YearOptions.All with { Towns = [Towns.Midt, Towns.Midtklyngen], Print = false, Until = new(2022, 12, 1) };

        var comparison = (await YearCommand.RunAsync(year, static _ => { })).Comparison;

        comparison.IsWhole.ShouldBeTrue(comparison.ToString());
        comparison.Expected.ShouldBeGreaterThan(100);
    }
}
