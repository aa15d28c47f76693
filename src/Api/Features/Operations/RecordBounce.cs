using FluentValidation;
using Initiatives.Api.Mail;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Operations;

/// <summary>
/// POST /mail/bounces: a mail that the mail server took came back later. The service reads no mailbox; the mail server, or a rule in
/// the sender's mailbox, tells it.
/// </summary>
internal static class RecordBounce
{
    /// <param name="MessageId">As the bounce quotes it, with the angle brackets.</param>
    /// <param name="Error">What the other mail server said.</param>
    public sealed record Body(string MessageId, string Error);

    public static readonly Body Example = new("<2f6c0d5e8b1a4c7d9e0f1a2b3c4d5e6f@example.org>", "550 5.1.1 User unknown");

    internal sealed class Validator : AbstractValidator<Body>
    {
        public Validator()
        {
            RuleFor(b => b.MessageId).NotEmpty().MaximumLength(500);
            RuleFor(b => b.Error).NotEmpty().MaximumLength(2000);
        }
    }

    public sealed record View(string MessageId);

    public static async Task<IResult> Handle(Body body, MailOverview overview, HttpContext http) =>
        await overview.BouncedAsync(body.MessageId, body.Error, http.RequestAborted)
            ? Results.Ok(new View(body.MessageId))
            : Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing("mail") with { Field = "$.messageId" });
}
