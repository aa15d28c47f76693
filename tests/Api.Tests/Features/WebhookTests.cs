using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Initiatives.Api.Features.Webhooks;
using Initiatives.Support;

namespace Initiatives.Api.Tests.Features;

/// <summary>What another system is told: signed, in the order of the log, again when it did not answer, and never lost.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private const string Path = "/api/v1/clusters/nordjylland-midt/webhooks";

    private readonly Receiver _receiver = new();
    private ApiHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await Midt.StartAsync("--Webhooks:Send=true", "--Webhooks:Inside=true", "--Webhooks:Look=00:00:00.1");

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _receiver.Dispose();
    }

    [Fact]
    public async Task A_fact_is_told_once_signed_with_the_secret_that_was_shown_once()
    {
        var (id, secret) = await MakeAsync();
        await HappenAsync("Ny titel");

        await Eventually.HoldsAsync(() => Task.FromResult(_receiver.Taken.Count == 1));
        var told = _receiver.Taken.Single();
        var fact = JsonDocument.Parse(told.Body).RootElement;
        fact.GetProperty("type").GetString().ShouldBe("cluster_renamed");
        fact.GetProperty("cluster").GetString().ShouldBe("nordjylland-midt");
        told.Signature.ShouldBe("v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{told.Id}.{told.Timestamp}.{told.Body}"))));
        ((string)(await _host.ScalarAsync("SELECT string_agg(w::text, ' ') FROM webhooks w"))!).ShouldNotContain(secret);
        (await _host.SendAsync("GET", Path)).Text.ShouldNotContain(secret);
        await Eventually.HoldsAsync(async () => (await DeliveriesAsync(id)).Length == 1);
        (await DeliveriesAsync(id))[0].GetProperty("status").GetInt32().ShouldBe(204);
    }

    [Fact]
    public async Task What_is_not_answered_is_told_again_under_the_same_id_before_anything_newer_and_nothing_is_lost()
    {
        var (id, _) = await MakeAsync();
        _receiver.Answer = HttpStatusCode.ServiceUnavailable;
        await HappenAsync("Et");
        await Eventually.HoldsAsync(() => Task.FromResult(_receiver.Refused.Count == 1));
        await HappenAsync("To");
        _receiver.Answer = HttpStatusCode.NoContent;
        _host.Clock.Now += TimeSpan.FromMinutes(2);

        await Eventually.HoldsAsync(() => Task.FromResult(_receiver.Taken.Count == 2));
        _receiver.Taken.First().Id.ShouldBe(_receiver.Refused.Single().Id);
        _receiver.Taken.Select(t => JsonDocument.Parse(t.Body).RootElement.GetProperty("data").GetProperty("position").GetInt64()).ShouldBeInOrder();
        await Eventually.HoldsAsync(async () => (await DeliveriesAsync(id)).Length == 3);
    }

    [Fact]
    public async Task Three_days_in_vain_stop_it_and_resumed_it_goes_on_where_it_was()
    {
        var (id, _) = await MakeAsync();
        _receiver.Answer = HttpStatusCode.InternalServerError;
        await HappenAsync("Et");
        await Eventually.HoldsAsync(() => Task.FromResult(_receiver.Refused.Count == 1));
        _host.Clock.Now += TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1);
        await Eventually.HoldsAsync(async () => (await OneAsync(id)).TryGetProperty("stopped", out var stopped) && stopped.ValueKind == JsonValueKind.String);

        _receiver.Answer = HttpStatusCode.NoContent;
        (await _host.SendAsync("POST", $"{Path}/{id}/resumptions")).Status.ShouldBe(200);
        await Eventually.HoldsAsync(() => Task.FromResult(_receiver.Taken.Count == 1));
    }

    [Fact]
    public async Task Only_the_kinds_that_were_asked_for_are_told_and_a_trial_tells_of_nothing()
    {
        var (id, _) = await MakeAsync("Meeting");
        await HappenAsync("Ny titel");
        var trial = await _host.SendAsync("POST", $"{Path}/{id}/trials");
        trial.Json.GetProperty("status").GetInt32().ShouldBe(204);
        await Eventually.HoldsAsync(async () => (await OneAsync(id)).GetProperty("position").GetInt64() > 0 && (await DeliveriesAsync(id)).Length == 1);

        JsonDocument.Parse(_receiver.Taken.Single().Body).RootElement.GetProperty("type").GetString().ShouldBe(Delivery.Trial);
    }

    [Fact]
    public async Task A_secret_that_can_no_longer_be_opened_holds_up_its_own_webhook_and_no_other()
    {
        var (lost, _) = await MakeAsync();
        await _host.ScalarAsync("UPDATE webhooks SET secret = 'AAAA'");
        var (kept, _) = await MakeAsync();
        await HappenAsync("Ny titel");

        await Eventually.HoldsAsync(async () => (await DeliveriesAsync(kept)).Length == 1 && (await DeliveriesAsync(lost)).Length == 1);
        _receiver.Taken.Count.ShouldBe(1);
        (await DeliveriesAsync(lost))[0].GetProperty("error").GetString()!.ShouldContain("secret");
    }

    [Theory]
    [InlineData("http://example.org/x", false)]
    [InlineData("https://127.0.0.1/x", false)]
    [InlineData("https://[::1]/x", false)]
    [InlineData("https://169.254.169.254/latest", false)]
    [InlineData("https://10.1.2.3/x", false)]
    [InlineData("https://[::ffff:192.168.1.1]/x", false)]
    [InlineData("https://user:secret@example.org/x", false)]
    [InlineData("ftp://example.org/x", false)]
    [InlineData("noget", false)]
    [InlineData("https://example.org/x", true)]
    public void Nobody_can_ask_the_machines_neighbours_through_a_webhook(string address, bool allowed) => WebhookAddress.IsAllowed(address, inside: false).ShouldBe(allowed);

    [Fact]
    public async Task A_name_that_leads_home_is_not_followed_either()
    {
        using var client = WebhookAddress.Client(new());
        var refused = await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(_receiver.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), TestContext.Current.CancellationToken));
        refused.Message.ShouldContain("localhost");
        _receiver.Taken.ShouldBeEmpty();
    }

    private async Task<(Guid Id, string Secret)> MakeAsync(params string[] kinds)
    {
        var made = await _host.SendAsync("POST", Path, new { name = "Ledelsesinformation", address = _receiver.Address, kinds });
        made.Status.ShouldBe(201, made.Text);
        return (made.Json.GetProperty("webhook").GetProperty("id").GetGuid(), made.Json.GetProperty("secret").GetString()!);
    }

    private async Task HappenAsync(string name)
    {
        const string cluster = "/api/v1/clusters/nordjylland-midt";
        var tag = (await _host.SendAsync("GET", cluster)).ETag;
        var renamed = await _host.SendAsync("PUT", $"{cluster}/name", new { name }, tag);
        renamed.Status.ShouldBe(200, renamed.Text);
    }

    private async Task<JsonElement[]> DeliveriesAsync(Guid id) => [.. (await _host.SendAsync("GET", $"{Path}/{id}/deliveries")).Json.GetProperty("deliveries").EnumerateArray()];

    private async Task<JsonElement> OneAsync(Guid id) => (await _host.SendAsync("GET", Path)).Json.GetProperty("webhooks").EnumerateArray().Single(w => w.GetProperty("id").GetGuid() == id);

    private sealed record Taken(string Id, string Timestamp, string Signature, string Body);

    /// <summary>Another system, on this machine.</summary>
    private sealed class Receiver : IDisposable
    {
        private readonly HttpListener _listener = new();

        public Receiver()
        {
            // A port that was free a moment ago: the listener cannot choose one.
            using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
            {
                probe.Start();
                Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/hook/";
            }
            _listener.Prefixes.Add(Address);
            _listener.Start();
            _ = ListenAsync();
        }

        public string Address { get; }

        public HttpStatusCode Answer { get; set; } = HttpStatusCode.NoContent;

        public ConcurrentQueue<Taken> Taken { get; } = [];

        public ConcurrentQueue<Taken> Refused { get; } = [];

        public void Dispose() => _listener.Close();

        private async Task ListenAsync()
        {
            while (_listener.IsListening)
            {
                HttpListenerContext asked;
                try
                {
                    asked = await _listener.GetContextAsync();
                }
                catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
                using var reader = new StreamReader(asked.Request.InputStream, Encoding.UTF8);
                var taken = new Taken(asked.Request.Headers["webhook-id"]!, asked.Request.Headers["webhook-timestamp"]!, asked.Request.Headers["webhook-signature"]!, await reader.ReadToEndAsync());
                asked.Response.StatusCode = (int)Answer;
                (Answer == HttpStatusCode.NoContent ? Taken : Refused).Enqueue(taken);
                asked.Response.Close();
            }
        }
    }
}
