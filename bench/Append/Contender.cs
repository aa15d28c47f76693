using System.Globalization;

namespace Initiatives.Bench.Append;

/// <summary>One way of posting statuses, tried against the others on equal copies of one database.</summary>
internal abstract class Contender(string name)
{
    public string Name => name;

    /// <summary>Posts with so many writers, each on its own streams in turn, until the time is up.</summary>
    /// <param name="connectionString">A fresh copy of the seeded database, as its superuser.</param>
    public abstract Task<Posted> RunAsync(string connectionString, int writers, Pace pace);
}

/// <param name="Total">Statuses posted and acknowledged, those of the warm-up too.</param>
/// <param name="PerSecond">After the warm-up.</param>
/// <param name="ClientMicroseconds">Processor time per status, of the program that posts.</param>
internal readonly record struct Posted(long Total, double PerSecond, double ClientMicroseconds);

/// <summary>How long is measured. Rounds are short and interleaved, so that what else the machine does hits all alike.</summary>
/// <param name="Levels">Numbers of writers.</param>
/// <param name="WarmUp">
/// Long enough for 32 new backends to compile append_events and to settle on plans: the service opens its connections as it
/// needs them, and what that costs a new process is no part of posting.
/// </param>
/// <param name="Compiling">How long each in-process contender runs before anything is measured.</param>
internal sealed record Pace(int[] Levels, int Rounds, TimeSpan Compiling, TimeSpan WarmUp, TimeSpan Measured)
{
    public static Pace Full { get; } = new([1, 8, 32], 5, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4));

    /// <summary>To see that it works; its figures say little.</summary>
    public static Pace Quick { get; } = new([8], 1, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

    /// <summary>As the words of the command line say: <c>--quick</c>, and <c>--N</c> for each number of writers when not all are wanted.</summary>
    public static Pace Of(string[] words)
    {
        var pace = words.Contains("--quick") ? Quick : Full;
        int[] levels = [.. Full.Levels.Where(l => words.Contains(string.Create(CultureInfo.InvariantCulture, $"--{l}")))];
        return levels.Length == 0 ? pace : pace with { Levels = levels };
    }
}
