using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;

namespace Initiatives.Api.Features.People;

/// <summary>The register of people: who stands behind the ids that the facts carry.</summary>
internal static class PeopleRoutes
{
    public static void MapPeople(this IEndpointRouteBuilder cluster)
    {
        cluster.MapGet("/people", ListPeople.Handle).Needs(RightsTable.ReadPeople).Answers<ListPeople.View>("Everyone the cluster knows, by id; the forgotten by nothing else");
        cluster.MapGet("/people/{person}", ReadPerson.Handle).Needs(RightsTable.ReadPeople).Answers<PersonView>("One person");
        cluster.MapPut("/people/{person}", PutPerson.Handle).Needs(RightsTable.KeepPeople).Puts<PersonView>("Add a person, or change the entry");
        cluster.MapDelete("/people/{person}", ForgetPerson.Handle).Needs(RightsTable.KeepPeople).Removes<PersonView>("Forget a person; the history then reads \"tidligere medlem\"");
        cluster.MapDelete("/people/{person}/task-links", RevokeTaskLinks.Handle).Needs(RightsTable.KeepPeople).TakesIn<RevokeTaskLinks.Revoked>("Revoke every link in mails sent to the person");
    }
}
