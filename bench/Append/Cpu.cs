using System.Globalization;

namespace Initiatives.Bench.Append;

/// <summary>
/// Processor time as Linux counts it. Says what a status costs also while other programs take turns with ours, when
/// throughput says little.
/// </summary>
internal static class Cpu
{
    // The kernel tells programs of hundredths of a second, whatever its own clock.
    private const double MicrosecondsPerTick = 10_000;

    /// <summary>Microseconds of this process's own threads.</summary>
    public static double Own => Environment.CpuUsage.TotalTime.TotalMicroseconds;

    /// <summary>Microseconds of a process's children that have ended: of this one pgbench, of PostgreSQL's first process its backends.</summary>
    public static double OfEndedChildren(int process)
    {
        var fields = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"))
            // Behind the name, which may hold blanks.
            .Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return MicrosecondsPerTick * (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture));
    }
}
