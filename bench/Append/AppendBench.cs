using System.Globalization;
using Initiatives.Support;
using Npgsql;

namespace Initiatives.Bench.Append;

/// <summary>
/// Posting a status in process, at 1, 8 and 32 writers, against pgbench and against a bare program, which write the same rows
/// on the same durable server. Every contender's every round begins on a fresh copy of one seeded database. Ratios are taken
/// within a round and their median is told; the last line is the lowest against pgbench. See README.md for what is compared with what.
/// </summary>
internal static class AppendBench
{
    private static readonly (int Writers, double PgbenchBar)[] Levels = [(1, 0.7), (8, 0.5), (32, 0.5)];

    private const double BareBar = 0.85;

    public static async Task<int> RunAsync(Pace pace, bool cold)
    {
        using var directory = new TemporaryDirectory();
        // The service logs every command to standard error; here as there it costs a write, but nobody wants to read it.
        await using var log = new StreamWriter(Path.Combine(directory.Path, "service.log")) { AutoFlush = true };
        Console.SetError(log);
        await using var server = await PostgresServer.StartAsync(durable: true);
        var databases = new Copies(server.ConnectionString, server.ProcessId!.Value);
        var seeded = await SeededCluster.SeedAsync(await databases.SeedAsync());
        Console.WriteLine(FormattableString.Invariant(
            $"{SeededCluster.Streams} initiatives; event {seeded.Data.Length}, headers {seeded.Headers.Length}, state {seeded.State.Length}, card {seeded.Card.Length} characters; {pace.Rounds} rounds of {pace.Measured.TotalSeconds} s{(cold ? "; every initiative read as if for the first time" : "")}"));

        Contender ours = new Ours(cold), bare = new Bare(seeded, cold);
        Contender[] same = [new Pgbench("pgbench", PgbenchScripts.SameRoundTrips(cold), directory.Path, seeded, cold), new Pgbench("pgbench plain", PgbenchScripts.WithoutFunctions(cold), directory.Path, seeded, cold)];
        Contender apart = new Pgbench("pgbench apart", PgbenchScripts.StatementByStatement(cold), directory.Path, seeded, cold);
        Contender[] all = [ours, .. same, apart, bare];

        // Compiled code is what is measured, not its compilation.
        foreach (var inProcess in (Contender[])[ours, bare]) await databases.RunAsync(inProcess, 8, pace with { Measured = pace.Compiling });

        var lowest = double.MaxValue;
        foreach (var (writers, bar) in Levels.Where(l => pace.Levels.Contains(l.Writers)))
        {
            var rounds = new List<Dictionary<Contender, Cost>>();
            for (var round = 0; round < pace.Rounds; round++)
            {
                var posted = new Dictionary<Contender, Cost>();
                // Each begins in its turn: what a contender leaves in the machine's caches is not always the same one's to find.
                for (var i = 0; i < all.Length; i++)
                {
                    var contender = all[(i + round) % all.Length];
                    posted[contender] = await databases.RunAsync(contender, writers, pace);
                }
                rounds.Add(posted);
            }

            Cost Cost(Contender c) => new(Median(rounds.Select(r => r[c].PerSecond)), Median(rounds.Select(r => r[c].ClientMicroseconds)), Median(rounds.Select(r => r[c].ServerMicroseconds)));
            double Against(params Contender[] others) => Median(rounds.Select(r => r[ours].PerSecond / others.Max(c => r[c].PerSecond)));
            var counted = Against(same);
            lowest = Math.Min(lowest, counted);
            Console.WriteLine($"{writers} writers");
            Say(ours.Name, Cost(ours));
            foreach (var other in all.Skip(1)) Say(other.Name, Cost(other), Against(other));
            Console.WriteLine(FormattableString.Invariant($"  against the faster pgbench of the same round trips {counted:0.00} (bar {bar:0.00}), against bare {Against(bare):0.00} (bar {BareBar:0.00})"));
        }
        Console.WriteLine(FormattableString.Invariant($"ratio: {lowest:0.00}"));
        return 0;
    }

    private static void Say(string name, Cost cost, double? ratio = null) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"  {name,-14} {cost.PerSecond,7:0} tx/s   cpu {cost.ClientMicroseconds,4:0} + {cost.ServerMicroseconds,4:0} µs{(ratio is { } r ? $"   ours / it {r.ToString("0.00", CultureInfo.InvariantCulture)}" : "")}"));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
