using System.Diagnostics;
using System.Globalization;
using Initiatives.Year.Cast;
using Initiatives.Year.Conducting;
using Initiatives.Year.Expected;
using Initiatives.Year.Folder;
using Initiatives.Year.Seen;

namespace Initiatives.Year;

/// <summary>Runs the year, holds what came against what had to come, and keeps it.</summary>
internal static class YearCommand
{
    private const int Kills = 20;

    /// <summary>When the mail server is down: over a reminder, or over late statuses and an edition, whichever clusters run.</summary>
    private static readonly (DateTimeOffset From, DateTimeOffset To) Outage = (Almanac.At(new(2023, 10, 16), 12), Almanac.At(new(2023, 10, 18), 12));

    // A node that died is missed after a quarter of a minute, and what it was printing is printed again.
    private static readonly TimeSpan Recovery = TimeSpan.FromMinutes(10);

    public static async Task<int> RunAsync(YearOptions options)
    {
        var began = Stopwatch.GetTimestamp();
        Result result;
        try
        {
            result = await RunAsync(options, Progress);
        }
        catch (Exception broken) when (broken is InvalidOperationException or TimeoutException)
        {
            Console.Error.WriteLine();
            Console.Error.WriteLine(broken.Message);
            return 1;
        }
        Console.Error.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Steps} steps of the clock in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s, {result.Faults.Kills.Count} kills, {result.Faults.CutOff} requests cut off"));
        if (options.Out is { } directory)
            Console.WriteLine($"Kept in {Path.GetFullPath(directory)}; begin at index.html.");
        Console.WriteLine(result.Comparison);
        return result.Comparison.IsWhole ? 0 : 1;
    }

    public static async Task<Result> RunAsync(YearOptions options, Action<DateTimeOffset> told)
    {
        var scripts = options.Towns.Select((t, n) => Playwright.Write(t, options.Seed + n)).ToList();
        var until = Almanac.At(options.Until, 23);
        var expected = Expectation.Of(scripts.Select(Oracle.Of)).Until(until);
        var faults = options.Faults ? Faults.Drawn(options.Seed, Kills, expected.Instants, scripts.SelectMany(s => s.Acts), Outage) : Faults.None;
        var from = Almanac.At(options.Towns.Min(t => t.Opens), 8);
        await using var installation = await Installation.StartAsync(from, options.Print);
        var conductor = new Conductor(installation, scripts, until, faults, told);
        var arrived = await conductor.RunAsync(from);
        var record = await Record.ReadAsync(installation.Watch.Database, arrived);
        var comparison = Comparison.Of(expected, record, at => Latest(at, faults), conductor.Wrong, mayRepeat: options.Faults);
        if (options.Out is { } directory)
            await new YearFolder(directory, installation, scripts).WriteAsync(record, comparison, faults);
        return new(comparison, record, conductor.Steps, faults);
    }

    private static DateTimeOffset Latest(DateTimeOffset at, Faults faults) => faults switch
    {
        _ when faults == Faults.None => at,
        { Outage: { } outage } when outage.From - Recovery <= at && at <= outage.To => outage.To + TimeSpan.FromMinutes(15) + Recovery,
        _ => at + Recovery,
    };

    private static void Progress(DateTimeOffset at) => Console.Error.Write(Almanac.Local(at).ToString("'\r'yyyy-MM-dd HH:mm ", CultureInfo.InvariantCulture));

    public sealed record Result(Comparison Comparison, Record Record, int Steps, Faults Faults);
}
