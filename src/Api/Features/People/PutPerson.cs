using System.ComponentModel;
using Initiatives.Domain;

namespace Initiatives.Api.Features.People;

/// <summary>PUT .../people/{person}: somebody the cluster knows, or now knows otherwise. No fact: the log carries the id alone.</summary>
internal static class PutPerson
{
    /// <param name="Mail">Left out, the person gets no mail.</param>
    /// <param name="Title">What the person does, e.g. sundhedschef.</param>
    /// <param name="Organisation">Organisation id.</param>
    /// <param name="Language">da or en.</param>
    /// <param name="Seats">Forums the person sits in: all of them, each time; and so with roles and deputies.</param>
    /// <param name="Roles">reader or secretariat.</param>
    /// <param name="Deputies">Who may act in this person's place, and when.</param>
    public sealed record Body(
        string Name,
        string? Mail = null,
        string? Title = null,
        string? Organisation = null,
        string Language = "da",
        IReadOnlyList<ForumSeat>? Seats = null,
        IReadOnlyList<ClusterRole>? Roles = null,
        IReadOnlyList<Deputy>? Deputies = null);

    public static readonly Body Example = new(
        "Projektejer, indsats 10", "projektejer@example.org", "sundhedschef", "aalborg", "da", [new("chefforum", ForumRole.Member)],
        Deputies: [new("person-4", new(2023, 7, 3), new(2023, 7, 21))]);

    public static Task<IResult> Handle(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster,
        [Description("An id that says nothing of who it is, and is never used again.")] string person,
        Body body,
        ChangePerson change,
        HttpContext http) => change.RunAsync(http, cluster, person, (known, setting) =>
    {
        var wanted = (known ?? new Person(person, cluster, "", null, null, null, "da", [])) with
        {
            Name = body.Name,
            Mail = body.Mail,
            Title = body.Title,
            Organisation = body.Organisation,
            Language = body.Language,
            Seats = body.Seats ?? [],
            Roles = body.Roles ?? [],
            Deputies = body.Deputies ?? [],
        };
        return new RecordPerson(wanted).Decide(known, setting);
    });
}
