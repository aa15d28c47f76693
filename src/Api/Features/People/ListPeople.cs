using System.ComponentModel;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;

namespace Initiatives.Api.Features.People;

/// <summary>GET .../people: everyone the cluster knows. A register is hundreds, not thousands: it is told in one piece.</summary>
internal static class ListPeople
{
    public sealed record View(IReadOnlyList<PersonView> People);

    public static async Task<IResult> Handle(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster, CardReader cards, PeopleRegister people, HttpContext http)
    {
        if (await cards.GlanceAsync(cluster, http.RequestAborted) is null) return Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing(Streams.Cluster));
        // Before the list: what changes in between has another version next time.
        if (ETags.IsKnown(http, ETags.Of(await people.VersionAsync(cluster, http.RequestAborted), "people"))) return Results.StatusCode(StatusCodes.Status304NotModified);
        return Results.Ok(new View([.. (await people.ReadAsync(cluster, http.RequestAborted)).Select(PersonView.Of)]));
    }
}
