using System.Diagnostics;
using System.Globalization;
using System.Text;
using Initiatives.Reporting;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Record;
using Initiatives.Reporting.Tests;

namespace Initiatives.Bench;

/// <summary>
/// How long a pack takes from the cluster's record to finished HTML (model and page, hash included; the PDF is apart):
/// 15 initiatives, those in delivery with 60 statuses each. The bar is 30 ms in the median for the deviation report.
/// </summary>
internal static class PackBench
{
    private const int WarmUps = 40;
    private const int Rounds = 200;
    private const int StatusesEach = 60;

    public static async Task<int> Run()
    {
        var record = new SampleCluster(StatusesEach).Build();
        await using var typesetter = new Typesetter();
        var press = new PackPress(typesetter);
        Console.WriteLine(FormattableString.Invariant($"{record.Initiatives.Count} initiatives, {record.Initiatives.Sum(i => i.Statuses.Count)} statuses, {Rounds} rounds after {WarmUps}"));

        Say(DirectorsOverview.Kind, await Measure(press, DirectorsOverview.Kind, record, SampleCluster.Directors.First));
        var report = await Measure(press, DeviationPack.Kind, record, SampleCluster.Chefforum.First);
        Say(DeviationPack.Kind, report);
        Console.WriteLine(FormattableString.Invariant($"median_ms: {report.Median:0.00}"));
        return 0;
    }

    private static async Task<(double Median, double P95, int Bytes)> Measure(PackPress press, string kind, ClusterRecord record, PackOccasion occasion)
    {
        var bytes = 0;
        var times = new double[Rounds];
        for (var round = -WarmUps; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            var pack = await press.Compile(kind, record, occasion);
            if (round >= 0)
                times[round] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            bytes = Encoding.UTF8.GetByteCount(pack.Html);
        }

        Array.Sort(times);
        return (times[Rounds / 2], times[Rounds * 95 / 100], bytes);
    }

    private static void Say(string kind, (double Median, double P95, int Bytes) m) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: median {m.Median:0.00} ms, p95 {m.P95:0.00} ms, {m.Bytes} bytes of HTML"));
}
