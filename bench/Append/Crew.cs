using System.Diagnostics;

namespace Initiatives.Bench.Append;

/// <summary>Writers within this process: each goes round its own share of the streams until the time is up.</summary>
internal static class Crew
{
    /// <param name="hire">Makes a writer ready; what it returns posts once: to which stream (0 for the first), for which time round.</param>
    public static async Task<Posted> RunAsync(int writers, Pace pace, Func<int, Task<Func<int, int, Task>>> hire)
    {
        var ready = await Task.WhenAll(Enumerable.Range(0, writers).Select(hire));
        var posted = new long[writers];
        var stopped = false;
        var share = SeededCluster.Streams / writers;
        var crew = ready.Select((post, writer) => Task.Run(async () =>
        {
            for (var n = 0; !Volatile.Read(ref stopped); n++)
            {
                await post((n % share * writers) + writer, n / share);
                Volatile.Write(ref posted[writer], n + 1);
            }
        })).ToArray();
        var all = Task.WhenAll(crew);

        await Task.WhenAny(all, Task.Delay(pace.WarmUp));
        var (before, began, cpu) = (Sum(posted), Stopwatch.GetTimestamp(), Cpu.Own);
        await Task.WhenAny(all, Task.Delay(pace.Measured));
        var (more, seconds, used) = (Sum(posted) - before, Stopwatch.GetElapsedTime(began).TotalSeconds, Cpu.Own - cpu);
        Volatile.Write(ref stopped, true);
        await all;
        return new(Sum(posted), more / seconds, used / more);
    }

    private static long Sum(long[] posted) => posted.Sum(static n => n);
}
