using System.ComponentModel;
using Initiatives.Domain;

namespace Initiatives.Api.Features.People;

/// <summary>DELETE .../people/{person}: all but the id goes. What the person did stays in the log, as done by a former member.</summary>
internal static class ForgetPerson
{
    public static Task<IResult> Handle(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster,
        [Description("The id that facts carry.")] string person,
        ChangePerson change,
        HttpContext http) => change.RunAsync(http, cluster, person, static (known, _) => known switch
    {
        null => PersonRefusals.Unknown(),
        { IsForgotten: true } => Decision<Person>.Nothing,
        _ => known.Forgotten(),
    });
}
