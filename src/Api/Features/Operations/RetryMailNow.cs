using Initiatives.Api.Features.Shell;
using Initiatives.Api.Mail;

namespace Initiatives.Api.Features.Operations;

/// <summary>POST /drift/post/{mail}: tries a mail again now.</summary>
internal static class RetryMailNow
{
    public static async Task<IResult> Handle(long mail, PageDesk desk, MailOverview overview) => await overview.RetryAsync(mail, desk.Cancellation) switch
    {
        MailRetry.Queued => PageDesk.SeeOther(desk.Frame("").Link($"{ShowOperations.Path}?{QueryNames.Done}=MailQueued")),
        MailRetry.Unknown => desk.NotFound(),
        MailRetry.Sent => desk.Tell("Ops.MailSent", "Ops.MailSentMeans", StatusCodes.Status409Conflict),
        _ => desk.Tell("Ops.MailGone", "Ops.MailGoneMeans", StatusCodes.Status409Conflict),
    };
}
