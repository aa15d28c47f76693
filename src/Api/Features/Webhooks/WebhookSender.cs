using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Initiatives.Api.Features.Log;
using Initiatives.Api.Mail;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;
using Initiatives.EventStore;
using Initiatives.Reporting.Record;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Initiatives.Api.Features.Webhooks;

/// <summary>
/// Tells webhooks of facts, in the order of the log, on every node at once: each webhook is told by one of them at a time. A node that dies between
/// the answer and noting it down leaves a fact that is told again under the same <c>webhook-id</c>.
/// </summary>
internal sealed partial class WebhookSender(
    WebhookQueue queue, WebhookRegister register, EventLog log, CardReader cards, IOptions<WebhookOptions> options, TimeProvider clock, ILogger<WebhookSender> logger) : BackgroundService
{
    // Then the next webhook has its turn.
    private const int InOneGo = 50;

    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);

    private readonly HttpClient _http = WebhookAddress.Client(options.Value);

    /// <param name="Type">The fact's stored name.</param>
    /// <param name="Timestamp">When it happened.</param>
    /// <param name="Data">As GET .../events tells it; null for a trial.</param>
    public sealed record Told(string Type, DateTimeOffset Timestamp, string Cluster, ListFacts.Item? Data);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Send) return;
        var swept = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            // Taken before looking: what is written meanwhile is not missed.
            var news = log.Signal.Next;
            try
            {
                if (clock.GetUtcNow() - swept > SweepEvery)
                {
                    swept = clock.GetUtcNow();
                    await queue.SweepAsync(swept, stoppingToken);
                }
                while (await TellOneAsync(stoppingToken)) { }
            }
            catch (NpgsqlException e)
            {
                LogDatabase(e.Message);
            }
            await Task.WhenAny(news, Task.Delay(options.Value.Look, clock, stoppingToken));
        }
    }

    /// <summary>Sends one delivery that is about nothing, and writes down how it went.</summary>
    public async Task<Delivery> TryAsync(Webhook webhook, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var delivery = await PostAsync(webhook.Address, await register.SealedSecretAsync(webhook, cancellation), Guid.NewGuid(), new(Delivery.Trial, now, webhook.Cluster, null), cancellation);
        await queue.KeepAsync(webhook.Cluster, webhook.Id, delivery, cancellation);
        return delivery;
    }

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }

    /// <returns>False when there is nobody to tell anything just now.</returns>
    private async Task<bool> TellOneAsync(CancellationToken stopping)
    {
        var safe = await log.SafePositionAsync(stopping);
        if (await queue.ClaimAsync(clock.GetUtcNow(), safe, options.Value.Lease, stopping) is not { } webhook) return false;
        try
        {
            await TellAsync(webhook, safe, stopping);
        }
        finally
        {
            await queue.ReleaseAsync(webhook, clock.GetUtcNow());
        }
        return true;
    }

    private async Task TellAsync(WebhookInHand webhook, long safe, CancellationToken stopping)
    {
        var zone = (await cards.GlanceAsync(webhook.Tenant, stopping))?.TimeZone ?? Domain.Cluster.None.TimeZone;
        var types = webhook.Kinds.SelectMany(LogKinds.TypesOf).ToHashSet(StringComparer.Ordinal);
        var until = clock.GetUtcNow() + (options.Value.Lease / 2);
        var told = 0;
        await foreach (var page in log.ReadPagesAsync(webhook.Position, safe, webhook.Tenant, InOneGo, stopping))
        {
            foreach (var fact in page)
            {
                if (types.Count > 0 && !types.Contains(fact.Type)) continue;
                if (told++ == InOneGo || clock.GetUtcNow() > until || stopping.IsCancellationRequested) return;
                var stamp = ClusterReader.StampOf(fact, zone);
                var delivery = await PostAsync(
                    webhook.Address, webhook.SealedSecret, fact.Id,
                    new(fact.Type, fact.Timestamp, webhook.Tenant, new(fact.Position, fact.Stream, Initiatives.FactView.Of(new Told<object>(fact.Data, stamp)))), CancellationToken.None);
                if (delivery.Error is not null)
                {
                    await FailedAsync(webhook, delivery);
                    return;
                }
                if (!await queue.ReachedAsync(webhook, fact.Position, delivery)) return;
                webhook = webhook with { Tries = 0, Since = null };
            }
        }
        await queue.ReachedAsync(webhook, safe, null);
    }

    private async Task FailedAsync(WebhookInHand webhook, Delivery delivery)
    {
        var since = webhook.Since ?? delivery.At;
        var next = Pauses.Next(webhook.Tries + 1, since, delivery.At);
        if (next is null) LogStopped(webhook.Id, webhook.Tenant, delivery.Error ?? "");
        else LogPutOff(webhook.Id, webhook.Tenant, next.Value, delivery.Error ?? "");
        await queue.FailedAsync(webhook, delivery, since, next);
    }

    private async Task<Delivery> PostAsync(string address, string sealedSecret, Guid id, Told told, CancellationToken cancellation)
    {
        var (began, now) = (clock.GetTimestamp(), clock.GetUtcNow());
        var body = JsonSerializer.SerializeToUtf8Bytes(told, ApiJson.Options);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } } };
        int? status = null;
        string? error;
        try
        {
            WebhookSignature.Sign(request, id, now, body, register.Open(sealedSecret));
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            status = (int)answer.StatusCode;
            error = answer.IsSuccessStatusCode ? null : $"HTTP {status}";
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            error = e is HttpRequestException ? e.Message : $"No answer within {options.Value.Patience.TotalSeconds:0} s.";
        }
        catch (CryptographicException)
        {
            // A key ring that was lost: this webhook waits for another secret, and the others and the service go on.
            error = "Its secret can no longer be opened. Make it anew.";
        }
        return new(0, id, told.Type, now, (int)clock.GetElapsedTime(began).TotalMilliseconds, status, error);
    }

    [LoggerMessage(LogLevel.Warning, "Webhook {Id} of {Tenant} could not be told and is tried again at {Next}: {Why}")]
    private partial void LogPutOff(Guid id, string tenant, DateTimeOffset next, string why);

    [LoggerMessage(LogLevel.Error, "Webhook {Id} of {Tenant} is stopped after three days of trying: {Why}")]
    private partial void LogStopped(Guid id, string tenant, string why);

    [LoggerMessage(LogLevel.Warning, "Webhooks are told a little later: {Reason}")]
    private partial void LogDatabase(string reason);
}
