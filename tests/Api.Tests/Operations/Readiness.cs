using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Initiatives.Api.Tests.Operations;

/// <summary>Asks a node for its readiness over and over, as a proxy does, and remembers every answer with its time.</summary>
internal sealed class Readiness : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<(long Asked, long Answered, bool Ready)> _answers = new();
    private readonly Task _asking;

    public Readiness(HttpClient node) => _asking = AskAsync(node);

    public int Asked => _answers.Count;

    public int NotReady => _answers.Count(a => !a.Ready);

    /// <summary>Answers that were asked for and given between two moments, and said ready.</summary>
    public int SaidReadyWithin(long from, long to) => _answers.Count(a => a.Ready && a.Asked >= from && a.Answered <= to);

    public bool SaysReadyAfter(long moment) => _answers.Any(a => a.Ready && a.Asked > moment);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _asking;
        _stop.Dispose();
    }

    private async Task AskAsync(HttpClient node)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(15));
        while (!_stop.IsCancellationRequested)
        {
            var asked = Stopwatch.GetTimestamp();
            using var answer = await node.GetAsync("/health/ready");
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable);
            _answers.Enqueue((asked, Stopwatch.GetTimestamp(), answer.StatusCode == HttpStatusCode.OK));
            await pause.WaitForNextTickAsync();
        }
    }
}
