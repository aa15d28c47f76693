using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;

namespace Initiatives.Api.Features.Webhooks;

/// <summary>Other systems that are told of what happens in a cluster.</summary>
internal static class WebhookRoutes
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration("Webhooks")
            .Validate(told => told.Patience > TimeSpan.Zero && told.Lease > 2 * told.Patience && told.Look > TimeSpan.Zero, "Webhooks:Lease must be longer than twice Webhooks:Patience, and all of Webhooks:* more than nothing.");
        services.AddSingleton<WebhookRegister>();
        services.AddSingleton<WebhookQueue>();
        services.AddSingleton<WebhookSender>();
        services.AddHostedService(provider => provider.GetRequiredService<WebhookSender>());
    }

    public static void MapWebhookPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(ShowWebhooks.Path, ShowWebhooks.Handle).Needs(RightsTable.KeepIntegrations);
        pages.MapPost(ShowWebhooks.Path, KeepWebhooks.Make).Needs(RightsTable.KeepIntegrations);
        pages.MapGet(ShowWebhooks.Path + "/{webhook:guid}", ShowWebhook.Handle).Needs(RightsTable.KeepIntegrations);
        pages.MapPost(ShowWebhooks.Path + "/{webhook:guid}/proev", KeepWebhooks.Try).Needs(RightsTable.KeepIntegrations);
        pages.MapPost(ShowWebhooks.Path + "/{webhook:guid}/genoptag", KeepWebhooks.Resume).Needs(RightsTable.KeepIntegrations);
        pages.MapPost(ShowWebhooks.Path + "/{webhook:guid}/fjern", KeepWebhooks.Remove).Needs(RightsTable.KeepIntegrations);
    }

    public static void MapWebhooks(this IEndpointRouteBuilder cluster)
    {
        cluster.MapGet("/webhooks", ListWebhooks.Handle).Needs(RightsTable.KeepIntegrations).Answers<ListWebhooks.View>("Other systems that are told of the cluster's facts");
        cluster.MapPost("/webhooks", CreateWebhook.Handle).Needs(RightsTable.KeepIntegrations).Creates<CreateWebhook.View>("Tell another system; the answer alone shows its secret");
        cluster.MapDelete("/webhooks/{webhook:guid}", ListWebhooks.HandleRemoval).Needs(RightsTable.KeepIntegrations).Creates<Webhook>("Tell it no more");
        cluster.MapGet("/webhooks/{webhook:guid}/deliveries", ListWebhooks.HandleDeliveries).Needs(RightsTable.KeepIntegrations).Answers<ListWebhooks.DeliveriesView>("Its last deliveries, newest first");
        cluster.MapPost("/webhooks/{webhook:guid}/trials", ListWebhooks.HandleTrial).Needs(RightsTable.KeepIntegrations).Creates<Delivery>("Send it one delivery that is about nothing");
        cluster.MapPost("/webhooks/{webhook:guid}/resumptions", ListWebhooks.HandleResumption).Needs(RightsTable.KeepIntegrations).Creates<Webhook>("Go on where it stopped");
    }
}
