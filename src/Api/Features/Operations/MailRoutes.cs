using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;

namespace Initiatives.Api.Features.Operations;

/// <summary>Outgoing mail of the whole installation: what waits, what failed, another try. Never what a mail says.</summary>
internal static class MailRoutes
{
    public static void MapMail(this IEndpointRouteBuilder api)
    {
        api.MapGet("/mail", ListMail.Handle).Needs(RightsTable.ReadOperations).Answers<ListMail.View>("Outgoing mail, newest first, with counts");
        api.MapPost("/mail/{mail:long}/tries", RetryMail.Handle).Needs(RightsTable.Operate).TakesIn<RetryMail.View>("Tries a mail again now: one that failed, came back, or waits");
        api.MapPost("/mail/bounces", RecordBounce.Handle).Needs(RightsTable.Operate).TakesIn<RecordBounce.View>("A mail came back: told by whoever reads the sender's mailbox");
    }
}
