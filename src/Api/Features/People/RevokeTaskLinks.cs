using System.ComponentModel;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;
using Initiatives.Api.SignIn;
using Initiatives.Domain;

namespace Initiatives.Api.Features.People;

/// <summary>
/// DELETE .../people/{person}/task-links, and the button on the person's page: no link in a mail that was sent to them opens
/// anything any more, nor does a session that came of one. Other ways in stay; the next round's mail carries a new link.
/// </summary>
internal static class RevokeTaskLinks
{
    /// <param name="Links">False: none holds any more, whether or not any did.</param>
    public sealed record Revoked(bool Links = false);

    public static async Task<IResult> Handle(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster,
        [Description("The id that facts carry.")] string person,
        PeopleRegister people,
        TaskLinks links,
        SecurityLog log,
        HttpContext http)
    {
        if (await people.FindAsync(cluster, person, http.RequestAborted) is null) return Problems.Result(http, StatusCodes.Status404NotFound, PersonRefusals.Unknown());
        await links.RevokeAsync(cluster, person, http.RequestAborted);
        log.LinksRevoked(person, cluster, http.Member().Id);
        return Results.Ok(new Revoked());
    }

    public static Task<IResult> Press(string person, PageDesk desk, PeopleRegister people, TaskLinks links, SecurityLog log) => desk.PostAsync(async (visit, _) =>
    {
        if (await people.FindAsync(visit.Me.Cluster, person, desk.Cancellation) is not { Person.IsForgotten: false }) return desk.NotFound();
        await links.RevokeAsync(visit.Me.Cluster, person, desk.Cancellation);
        log.LinksRevoked(person, visit.Me.Cluster, visit.Me.Id);
        return desk.Done(visit, $"/sekretariat/personer/{person}", "TaskLinksRevoked");
    });
}
