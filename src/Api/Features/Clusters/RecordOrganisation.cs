using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Clusters;

/// <summary>PUT /clusters/{cluster}/organisations/{organisation}: it takes part, or has another name or kind.</summary>
internal static class RecordOrganisation
{
    /// <param name="Kind">e.g. region, municipality, hospital, general-practice, patients.</param>
    public sealed record Body(string Name, string Kind);

    public static readonly Body Example = new("Aalborg Kommune", "municipality");

    public static Task<IResult> Handle(string organisation, Body body, Desk desk) =>
        desk.ChangeAsync(new ClusterWish(new Domain.RecordOrganisation(organisation, body.Name, body.Kind)));
}
