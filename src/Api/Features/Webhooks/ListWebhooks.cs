using System.ComponentModel;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Webhooks;

/// <summary>GET .../webhooks and .../webhooks/{webhook}/deliveries, POST .../trials and .../resumptions, DELETE: what the secretariat's page does, for programs.</summary>
internal static class ListWebhooks
{
    public sealed record View(IReadOnlyList<Webhook> Webhooks);

    public sealed record DeliveriesView(IReadOnlyList<Delivery> Deliveries);

    public static async Task<View> Handle([Description("Cluster id, e.g. nordjylland-midt.")] string cluster, WebhookRegister webhooks, CancellationToken cancellation) =>
        new(await webhooks.ListAsync(cluster, cancellation));

    public static async Task<IResult> HandleDeliveries(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster, [Description("Its id, as in the list.")] Guid webhook, WebhookRegister webhooks, HttpContext http) =>
        await webhooks.FindAsync(cluster, webhook, http.RequestAborted) is null ? Missing(http) : Results.Ok(new DeliveriesView(await webhooks.DeliveriesAsync(cluster, webhook, http.RequestAborted)));

    public static async Task<IResult> HandleTrial(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster, [Description("Its id, as in the list.")] Guid webhook, WebhookRegister webhooks, WebhookSender sender, HttpContext http) =>
        await webhooks.FindAsync(cluster, webhook, http.RequestAborted) is { } found ? Results.Ok(await sender.TryAsync(found, http.RequestAborted)) : Missing(http);

    public static async Task<IResult> HandleResumption(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster, [Description("Its id, as in the list.")] Guid webhook, WebhookRegister webhooks, HttpContext http) =>
        await webhooks.ResumeAsync(cluster, webhook, http.RequestAborted) && await webhooks.FindAsync(cluster, webhook, http.RequestAborted) is { } found ? Results.Ok(found) : Missing(http);

    public static async Task<IResult> HandleRemoval(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster, [Description("Its id, as in the list.")] Guid webhook, WebhookRegister webhooks, HttpContext http) =>
        await webhooks.FindAsync(cluster, webhook, http.RequestAborted) is { } found && await webhooks.RemoveAsync(cluster, webhook, http.RequestAborted) ? Results.Ok(found) : Missing(http);

    private static IResult Missing(HttpContext http) => Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing("webhook"));
}
