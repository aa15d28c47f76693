using Initiatives.Api.Features.Shell;
using Microsoft.Extensions.Options;

namespace Initiatives.Api.Features.Webhooks;

/// <summary>What the forms of /sekretariat/webhooks do. The page that answers the making of one is the only one that shows its secret.</summary>
internal static class KeepWebhooks
{
    public static Task<IResult> Make(PageDesk desk, WebhookRegister webhooks, IOptions<WebhookOptions> options) => desk.PostAsync(async (visit, form) =>
    {
        var draft = WebhookDraft.Read(form["name"].ToString(), form["address"].ToString(), form["kinds"], options.Value.Inside);
        if (draft.Errors.Count > 0) return await ShowWebhooks.AnswerAsync(desk, visit, webhooks, draft, null, StatusCodes.Status400BadRequest);
        return await webhooks.MakeAsync(visit.Me.Cluster, draft.Name, draft.Address, draft.Kinds, visit.Me.Id, desk.Cancellation) is (_, var secret)
            ? await ShowWebhooks.AnswerAsync(desk, visit, webhooks, WebhookDraft.Empty, secret, StatusCodes.Status200OK)
            : await ShowWebhooks.AnswerAsync(
                desk, visit, webhooks, draft with { Errors = new Dictionary<string, string> { ["name"] = "Webhook.TooMany" } }, null, StatusCodes.Status409Conflict);
    });

    public static Task<IResult> Try(Guid webhook, PageDesk desk, WebhookRegister webhooks, WebhookSender sender) => desk.PostAsync(async (visit, form) =>
    {
        if (await webhooks.FindAsync(visit.Me.Cluster, webhook, desk.Cancellation) is not { } found) return desk.NotFound();
        var delivery = await sender.TryAsync(found, desk.Cancellation);
        return desk.Done(visit, $"{ShowWebhooks.Path}/{webhook}", delivery.Error is null ? "WebhookAnswered" : "WebhookSilent");
    });

    public static Task<IResult> Resume(Guid webhook, PageDesk desk, WebhookRegister webhooks) => desk.PostAsync(async (visit, form) =>
        await webhooks.ResumeAsync(visit.Me.Cluster, webhook, desk.Cancellation) ? desk.Done(visit, $"{ShowWebhooks.Path}/{webhook}", "WebhookResumed") : desk.NotFound());

    public static Task<IResult> Remove(Guid webhook, PageDesk desk, WebhookRegister webhooks) => desk.PostAsync(async (visit, form) =>
        await webhooks.RemoveAsync(visit.Me.Cluster, webhook, desk.Cancellation) ? desk.Done(visit, ShowWebhooks.Path, "WebhookRemoved") : desk.NotFound());
}
