using System.ComponentModel;
using FluentValidation;
using Initiatives.Api.Features.Log;
using Initiatives.Api.Platform.Http;
using Microsoft.Extensions.Options;

namespace Initiatives.Api.Features.Webhooks;

/// <summary>POST .../webhooks: another system, told of every fact from the next on.</summary>
internal static class CreateWebhook
{
    /// <param name="Name">Which system.</param>
    /// <param name="Address">An https address on the open internet, unless the installation says otherwise.</param>
    /// <param name="Kinds">Which facts; none: all.</param>
    public sealed record Body(string Name, string Address, IReadOnlyList<LogKind>? Kinds = null);

    public static readonly Body Example = new("Ledelsesinformation", "https://example.org/initiatives", [LogKind.Status, LogKind.Deviation]);

    internal sealed class Validator : AbstractValidator<Body>
    {
        public Validator(IOptions<WebhookOptions> options)
        {
            RuleFor(b => b.Name).Must(WebhookDraft.IsName);
            RuleFor(b => b.Address).Must(a => WebhookAddress.IsAllowed(a, options.Value.Inside));
        }
    }

    /// <param name="Secret">What deliveries are signed with. It is shown here and nowhere again.</param>
    public sealed record View(Webhook Webhook, string Secret);

    public static async Task<IResult> Handle([Description("Cluster id, e.g. nordjylland-midt.")] string cluster, Body body, WebhookRegister webhooks, HttpContext http) =>
        await webhooks.MakeAsync(cluster, body.Name, body.Address, body.Kinds ?? [], http.Member().Id, http.RequestAborted) is (var webhook, var secret)
            ? Results.Json(new View(webhook, secret), statusCode: StatusCodes.Status201Created)
            : Problems.Result(http, StatusCodes.Status409Conflict, Faults.TooManyWebhooks);
}
