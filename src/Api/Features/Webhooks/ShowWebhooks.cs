using Initiatives.Api.Features.Shell;

namespace Initiatives.Api.Features.Webhooks;

/// <summary>GET /sekretariat/webhooks: which other systems are told of what happens here, and the form for another.</summary>
internal static class ShowWebhooks
{
    public const string Path = "/sekretariat/webhooks";

    public static Task<IResult> Handle(PageDesk desk, WebhookRegister webhooks) =>
        desk.ShowAsync(visit => AnswerAsync(desk, visit, webhooks, WebhookDraft.Empty, null, StatusCodes.Status200OK), fromRecord: false);

    public static async Task<IResult> AnswerAsync(PageDesk desk, PageVisit visit, WebhookRegister webhooks, WebhookDraft draft, string? made, int status) =>
        PageDesk.Set<WebhooksPage>(
            new WebhookList(desk.Frame(visit, desk.Texts["Webhooks.Title"], new Crumb(desk.Texts["Integrations.Secretariat"], "/sekretariat")), await webhooks.ListAsync(visit.Me.Cluster, desk.Cancellation), draft, made),
            status);
}
