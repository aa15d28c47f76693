using System.ComponentModel;
using Initiatives.Api.Mail;
using Initiatives.Api.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Api.Features.Operations;

/// <summary>GET /mail: counts, and the newest.</summary>
internal static class ListMail
{
    private const int Newest = 100;

    public sealed record View(MailCounts Counts, IReadOnlyList<MailSeen> Mail);

    public static async Task<IResult> Handle(
        [FromQuery, Description("Only this cluster's; - for mail that belongs to none.")] string? cluster,
        [FromQuery, Description("Only these: queued, sent, failed or bounced.")] string? state,
        MailOverview mail,
        HttpContext http)
    {
        // As the answer writes it; an enum would have to be written as in the program.
        MailState? only = null;
        if (state is not null)
        {
            if (!Enum.GetNames<MailState>().Contains(state, StringComparer.OrdinalIgnoreCase))
                return Problems.Result(http, StatusCodes.Status400BadRequest, Faults.QueryMalformed with { Field = nameof(state) });
            only = Enum.Parse<MailState>(state, ignoreCase: true);
        }
        return Results.Ok(new View(await mail.CountAsync(cluster, http.RequestAborted), await mail.ListAsync(cluster, only, Newest, http.RequestAborted)));
    }
}
