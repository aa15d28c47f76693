using System.ComponentModel;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.People;

/// <summary>GET .../people/{person}.</summary>
internal static class ReadPerson
{
    public static async Task<IResult> Handle(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster,
        [Description("The id that facts carry.")] string person,
        PeopleRegister people,
        HttpContext http)
    {
        if (await people.FindAsync(cluster, person, http.RequestAborted) is not { } known) return Problems.Result(http, StatusCodes.Status404NotFound, PersonRefusals.Unknown());
        return ETags.IsKnown(http, ETags.Of(known.Version)) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Ok(PersonView.Of(known.Person));
    }
}
