using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Reading;
using Initiatives.EventStore;

namespace Initiatives.Api.Features.Agendas;

/// <summary>
/// GET /moeder/{meeting}/visning/nyt: says, as server-sent events, that something has changed in the cluster. What it is stands on the
/// page, which is fetched anew: one place draws it, and nothing is told here that the page would not tell this reader.
/// </summary>
internal sealed class FollowScreen(CardReader cards, LogSignal signal, IHostApplicationLifetime service, TimeProvider time)
{
    public const string Changed = "nyt";

    // Proxies take a silent connection for a dead one after half a minute or more.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    // A reader comes back by itself, and is then asked again who it is and whether it may.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static Task<IResult> Handle(string meeting, PageDesk desk, FollowScreen follow, HttpContext http) => desk.ShowAsync(
        visit =>
        {
            if (visit.Standing.Calendar.Find(meeting) is null) return Task.FromResult(desk.NotFound());
            http.Response.Headers["X-Accel-Buffering"] = "no";
            return Task.FromResult<IResult>(TypedResults.ServerSentEvents(follow.NewsAsync(visit.Me.Cluster, http.RequestAborted)));
        },
        fromRecord: false);

    /// <summary>At once what the reader should have seen, then each change, and a beat now and then.</summary>
    public async IAsyncEnumerable<SseItem<string>> NewsAsync(string cluster, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var ends = time.GetUtcNow() + Longest;
        var seen = -1L;
        while (!cancellation.IsCancellationRequested && !service.ApplicationStopping.IsCancellationRequested && time.GetUtcNow() < ends)
        {
            // Taken before looking, so that nothing falls between the look and the wait.
            var next = signal.Next;
            if (await cards.GlanceAsync(cluster, cancellation) is not { } glance) yield break;
            yield return new(FormattableString.Invariant($"{glance.RecordVersion}"), seen < 0 || glance.RecordVersion == seen ? "puls" : Changed);
            seen = glance.RecordVersion;
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation, service.ApplicationStopping);
            await Task.WhenAny(next, Task.Delay(Beat, time, waiting.Token));
            await waiting.CancelAsync();
        }
    }
}
