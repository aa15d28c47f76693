using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Initiatives.Api.Tests.Features;

namespace Initiatives.Api.Tests.Operations;

/// <summary>
/// People who post statuses and do not give up: each sends a status under an Idempotency-Key, and sends the same again, to whichever node
/// is there, until it is acknowledged. They stop between two posts, so that in the end everything sent was acknowledged.
/// </summary>
internal sealed class Writers : IAsyncDisposable
{
    private const string Cluster = "nordjylland-midt";

    /// <summary>Initiatives that a status may be posted on; two or three of 32 writers meet on each.</summary>
    private const int Initiatives = 12;

    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, (int Initiative, string Location)> _acknowledged = new();
    private readonly Task _work;
    private volatile HttpClient _node;
    private int _sentAgain;

    /// <param name="node">Signed in with the operator's token.</param>
    /// <param name="from">The first one's number, when there are others.</param>
    public Writers(HttpClient node, int count, int from = 0)
    {
        _node = node;
        _work = Task.WhenAll(Enumerable.Range(from, count).Select(WriteAsync));
    }

    public int Count => _acknowledged.Count;

    /// <summary>Requests that had to be sent once more, because nobody answered or the answer was "not now".</summary>
    public int SentAgain => _sentAgain;

    public ICollection<string> Acknowledged => _acknowledged.Keys;

    /// <summary>The real plan, with twelve initiatives in delivery whose terms run for long enough to be within the tolerances.</summary>
    public static async Task PrepareAsync(HttpClient node)
    {
        var document = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "samples", "sundhedsklynge-midt.json")))!.AsObject();
        document["confirmations"] = new JsonArray([.. Enumerable.Range(1, Initiatives).Select(number => JsonSerializer.SerializeToNode(new
        {
            initiative = number,
            revision = 1,
            submitted = "2023-03-20",
            deliverable = "Et fælles forløb",
            frame = new { amount = 450000 },
            start = "2023-05-01",
            end = "2099-12-31",
            approvals = new[] { new { forum = "chefforum", date = "2023-03-31", outcome = "approved" }, new { forum = "direktoerforum", date = "2023-04-17", outcome = "approved" } },
        }))]);
        document["statuses"] = new JsonArray([.. Enumerable.Range(1, Initiatives).Select(number => JsonSerializer.SerializeToNode(new
        {
            initiative = number,
            date = "2023-08-18",
            light = "green",
            progress = "Første møde er holdt",
            dimensions = new { time = "green", economy = "green", resources = "green", deliverable = "green" },
        }))]);
        using var answer = await node.PostAsync("/api/v1/clusters/import", new StringContent(document.ToJsonString(), Encoding.UTF8, "application/json"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    public static void SignIn(HttpClient node) => node.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ApiHost.Token);

    /// <summary>From here on the writers turn to another node.</summary>
    public void TurnTo(HttpClient node) => _node = node;

    /// <summary>Lets everybody finish the post in hand.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _work;
    }

    /// <summary>Sends posts that were acknowledged once more under their keys: each must get the answer it had.</summary>
    public async Task RepeatAsync(int howMany)
    {
        foreach (var (key, first) in _acknowledged.Take(howMany))
        {
            using var answer = await _node.SendAsync(Request(first.Initiative, key, "\"0\""));
            answer.StatusCode.ShouldBe(HttpStatusCode.Created);
            answer.Headers.Location?.OriginalString.ShouldBe(first.Location);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        // A test that failed has its own reason to tell; what the writers met then is not it.
        await _work.ContinueWith(static _ => { }, TaskScheduler.Default);
        _stop.Dispose();
    }

    private async Task WriteAsync(int writer)
    {
        var initiative = writer % Initiatives + 1;
        var version = "\"0\"";
        for (var n = 0; !_stop.IsCancellationRequested; n++)
            version = await PostAsync(initiative, string.Create(CultureInfo.InvariantCulture, $"writer-{writer:00}-{n:00000}"), version);
    }

    /// <returns>The initiative's version after the post.</returns>
    private async Task<string> PostAsync(int initiative, string key, string version)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            try
            {
                using var answer = await _node.SendAsync(Request(initiative, key, version));
                switch (answer.StatusCode)
                {
                    case HttpStatusCode.Created:
                        _acknowledged.TryAdd(key, (initiative, answer.Headers.Location!.OriginalString)).ShouldBeTrue();
                        return answer.Headers.ETag!.Tag;
                    case HttpStatusCode.PreconditionFailed:
                        version = answer.Headers.ETag!.Tag;
                        continue;
                    case HttpStatusCode.ServiceUnavailable:
                        break;
                    default:
                        throw new InvalidOperationException($"A post was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
                }
            }
            catch (Exception away) when (away is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The node was killed while it had the request: whether it was done is what the key is there to find out.
            }
            Interlocked.Increment(ref _sentAgain);
            await pause.WaitForNextTickAsync();
        }
    }

    private static HttpRequestMessage Request(int initiative, string key, string version)
    {
        var status = Midt.Status();
        status["progress"] = key;
        return ApiHost.Request("POST", $"/api/v1/clusters/{Cluster}/initiatives/{initiative}/statuses", JsonSerializer.SerializeToUtf8Bytes(status, JsonSerializerOptions.Web), version, key);
    }
}
