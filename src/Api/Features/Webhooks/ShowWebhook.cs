using Initiatives.Api.Features.Shell;

namespace Initiatives.Api.Features.Webhooks;

/// <summary>GET /sekretariat/webhooks/{webhook}: where it stands, and what became of its last deliveries.</summary>
internal static class ShowWebhook
{
    public static Task<IResult> Handle(Guid webhook, PageDesk desk, WebhookRegister webhooks) => desk.ShowAsync(async visit =>
        await webhooks.FindAsync(visit.Me.Cluster, webhook, desk.Cancellation) is { } found
            ? PageDesk.Set<WebhookPage>(new WebhookView(
                desk.Frame(visit, found.Name, new Crumb(desk.Texts["Integrations.Secretariat"], "/sekretariat"), new Crumb(desk.Texts["Webhooks.Title"], ShowWebhooks.Path)),
                found, await webhooks.DeliveriesAsync(visit.Me.Cluster, webhook, desk.Cancellation)))
            : desk.NotFound(), fromRecord: false);
}
