using System.ComponentModel;
using System.Diagnostics;
using Initiatives.Api.Mail;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Operations;

/// <summary>POST /mail/{mail}/tries: now, instead of later or not at all. It is tried soon after the answer; GET /mail tells what came of it.</summary>
internal static class RetryMail
{
    private static readonly Refusal MailSent = new("mail-sent",
        "Mailen er sendt og ikke kommet tilbage. Den sendes ikke igen.",
        "The mail was sent and has not come back. It is not sent again.",
        "mail");

    private static readonly Refusal MailGone = new("mail-gone",
        "Mailen kan ikke sendes igen: linket i den er udløbet, eller dens tekst er slettet. Det, der udløste den, må sende en ny.",
        "The mail cannot be sent again: its link has expired, or its text was taken away. What caused it must send another.",
        "mail");

    public sealed record View(long Mail);

    public static async Task<IResult> Handle(
        [Description("Number of the mail, as in the list.")] long mail, MailOverview overview, HttpContext http) =>
        await overview.RetryAsync(mail, http.RequestAborted) switch
        {
            MailRetry.Queued => Results.Ok(new View(mail)),
            MailRetry.Unknown => Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing("mail")),
            MailRetry.Sent => Problems.Result(http, StatusCodes.Status409Conflict, MailSent),
            MailRetry.Gone => Problems.Result(http, StatusCodes.Status409Conflict, MailGone),
            _ => throw new UnreachableException(),
        };
}
