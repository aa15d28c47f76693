using System.Globalization;

namespace Initiatives.Api.CommandLine;

/// <summary>
/// How far long work has come, on standard error: a bar on a terminal, otherwise a line per tenth, so that a log stays short.
/// Safe to report to from several threads.
/// </summary>
/// <param name="unit">What is counted, in the reader's language: "events", "indsatser".</param>
/// <param name="total">How many there are; 0 when that is not known, then a line or the bar shows the count alone.</param>
internal sealed class Progress(string unit, long total, TextWriter output, bool terminal, TimeProvider time) : IDisposable
{
    private const int Width = 30;
    private const int LineEvery = 10_000;
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly long started = time.GetTimestamp();
    private long done;
    private long drawnAt;
    private long lastStep;

    /// <summary>On the program's own standard error.</summary>
    public static Progress On(string unit, long total) => new(unit, total, Console.Error, !Console.IsErrorRedirected, TimeProvider.System);

    /// <summary>So much is done now, counted from the start.</summary>
    public void Report(long doneNow)
    {
        lock (gate)
        {
            done = doneNow;
            if (terminal)
            {
                DrawBar();
            }
            else
            {
                WriteStep();
            }
        }
    }

    /// <summary>Ends the bar's line.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (terminal && drawnAt != 0)
            {
                drawnAt = 0;
                DrawBar();
                output.WriteLine();
            }
        }
    }

    private void DrawBar()
    {
        var now = time.GetTimestamp();
        if (drawnAt != 0 && time.GetElapsedTime(drawnAt, now) < Redraw && done < total)
        {
            return;
        }
        drawnAt = now;
        var full = total > 0 ? (int)(Width * Math.Min(done, total) / total) : 0;
        var bar = total > 0 ? $"[{new string('#', full)}{new string('.', Width - full)}] " : "";
        // Erase to the end of the line: a shorter text must not leave the end of a longer one.
        output.Write($"\r{bar}{Count()}\u001b[K");
    }

    private void WriteStep()
    {
        var step = total > 0 ? done * 10 / total : done / LineEvery;
        if (step > lastStep)
        {
            lastStep = step;
            output.WriteLine(Count());
        }
    }

    private string Count()
    {
        var passed = time.GetElapsedTime(started);
        return total > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{done * 100 / total} %  {done}/{total} {unit}  {passed.TotalSeconds:0} s")
            : string.Create(CultureInfo.InvariantCulture, $"{done} {unit}  {passed.TotalSeconds:0} s");
    }
}
