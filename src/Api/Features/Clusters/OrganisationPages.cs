using Initiatives.Api.Features.Secretariat;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Clusters;

/// <summary>/sekretariat/organisationer: those who take part in the cluster. One that has taken part stays: the history names it.</summary>
internal static class OrganisationPages
{
    /// <summary>Stands in the address where an id would, for one that is not there yet.</summary>
    public const string New = "ny";

    private const string Path = "/sekretariat/organisationer";

    public static Task<IResult> List(PageDesk desk) => desk.ShowAsync(visit =>
        Task.FromResult(PageDesk.Set<OrganisationsPage>(new OrganisationsView(
            desk.Frame(visit, desk.Texts["Organisations.Title"], SecretariatPages.Crumb(desk)), visit.Standing.Cluster.Organisations))));

    public static Task<IResult> Show(string organisation, PageDesk desk, OfficeForms forms) => desk.ShowAsync(
        visit => DrawAsync(desk, forms, visit, organisation, FieldsOf(visit.Standing.Cluster, organisation), []), fromRecord: false);

    public static Task<IResult> Save(string organisation, PageDesk desk, OfficeForms forms) => forms.TakeAsync(
        "OrganisationForm",
        (visit, fields) =>
        {
            var name = fields.Words("name") ?? "";
            var id = organisation == New ? SlugOf.Name(name, visit.Standing.Cluster.Organisations.Select(o => o.Id).Append(New)) : organisation;
            return new Asked([new ClusterWish(new Domain.RecordOrganisation(id, name, fields["kind"]))], Path, "OrganisationSaved")
            {
                Faults = organisation == New || visit.Standing.Cluster.HasOrganisation(organisation) ? [] : [InitiativeRefusals.OrganisationUnknown("name", organisation)],
            };
        },
        (visit, fields, refusals) => DrawAsync(desk, forms, visit, organisation, fields, refusals));

    private static async Task<IResult> DrawAsync(PageDesk desk, OfficeForms forms, PageVisit visit, string organisation, Fields fields, IReadOnlyList<Refusal> refusals)
    {
        var known = visit.Standing.Cluster.Organisations.FirstOrDefault(o => o.Id == organisation);
        if (known is null && organisation != New) return desk.NotFound();
        var frame = desk.Frame(visit, known?.Name ?? desk.Texts["Organisations.Add"], SecretariatPages.Crumb(desk), new Crumb(desk.Texts["Organisations.Title"], Path));
        var form = forms.Draw(frame, $"{Path}/{organisation}", fields, refusals, await forms.ClusterVersionAsync(visit));
        return PageDesk.Set<OrganisationPage>(new OrganisationView(frame, form, Kinds(desk.Texts, visit.Standing.Cluster, fields["kind"])), OfficeForms.StatusOf(refusals));
    }

    private static Fields FieldsOf(Cluster cluster, string organisation) =>
        cluster.Organisations.FirstOrDefault(o => o.Id == organisation) is { } known
            ? Fields.Of([new("name", known.Name), new("kind", known.Kind)])
            : new Fields();

    /// <summary>Those that clusters usually have, and any other that this one uses.</summary>
    private static IReadOnlyList<Option> Kinds(Texts texts, Cluster cluster, string chosen) =>
    [
        .. new[] { "region", "hospital", "municipality", "general-practice", "patients", "other" }
            .Union(cluster.Organisations.Select(o => o.Kind))
            .Union(chosen.Length > 0 ? [chosen] : [])
            .Select(kind => new Option(kind, KindName(texts, kind))),
    ];

    /// <summary>The kind in words; the id itself where a cluster has one of its own.</summary>
    public static string KindName(Texts texts, string kind) => texts.Find($"OrganisationKind.{kind}") ?? kind;
}

public sealed record OrganisationsView(Frame Frame, IReadOnlyList<Organisation> Organisations);

public sealed record OrganisationView(Frame Frame, Form Form, IReadOnlyList<Option> Kinds);
