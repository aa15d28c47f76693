using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Initiatives.Support;

/// <summary>
/// Waits for a condition of the outside world that sends no signal: another process, a server coming up. It goes on the moment the
/// condition holds, and fails the test with the condition's own words when it has not within the limit.
/// </summary>
public static class Eventually
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <param name="limit">Long enough for a busy machine; only a failing test waits it out. 30 seconds unless told.</param>
    public static async Task HoldsAsync(
        Func<Task<bool>> condition,
        TimeSpan? limit = null,
        [CallerArgumentExpression(nameof(condition))] string said = "")
    {
        var began = Stopwatch.GetTimestamp();
        using var glance = new PeriodicTimer(Glance);
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(began) > (limit ?? TimeSpan.FromSeconds(30)))
            {
                throw new TimeoutException($"It never came to hold that {said}");
            }
            await glance.WaitForNextTickAsync();
        }
    }
}
