using Initiatives.Api.Features.Secretariat;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Clusters;

/// <summary>PUT /clusters/{cluster}/national-reading, and /sekretariat/national: whether national readers see the cluster beside others.</summary>
internal static class AllowNationalReading
{
    private const string Path = "/sekretariat/national";

    public sealed record Body(bool Allowed);

    public static readonly Body Example = new(Allowed: true);

    public static Task<IResult> Handle(Body body, Desk desk) => desk.ChangeAsync(new ClusterWish(new Domain.AllowNationalReading(body.Allowed)));

    public static Task<IResult> Show(PageDesk desk, OfficeForms forms) => desk.ShowAsync(
        visit => DrawAsync(desk, forms, visit, Fields.Of([new("allowed", visit.Standing.Cluster.NationalReading ? YesNoChoice.Yes : YesNoChoice.No)]), []), fromRecord: false);

    public static Task<IResult> Save(PageDesk desk, OfficeForms forms) => forms.TakeAsync(
        "NationalForm",
        (_, fields) => new Asked([new ClusterWish(new Domain.AllowNationalReading(fields.YesNo("allowed") == true))], Path, fields.YesNo("allowed") == true ? "NationalAllowed" : "NationalEnded")
        {
            Faults = fields.YesNo("allowed") is null ? [FormFaults.ChoiceMissing("allowed")] : [],
        },
        (visit, fields, refusals) => DrawAsync(desk, forms, visit, fields, refusals));

    private static async Task<IResult> DrawAsync(PageDesk desk, OfficeForms forms, PageVisit visit, Fields fields, IReadOnlyList<Refusal> refusals)
    {
        var frame = desk.Frame(visit, desk.Texts["NationalReading.Title"], SecretariatPages.Crumb(desk));
        return PageDesk.Set<NationalReadingPage>(
            new NationalReadingView(frame, forms.Draw(frame, Path, fields, refusals, await forms.ClusterVersionAsync(visit)), visit.Standing.Cluster.NationalReading), OfficeForms.StatusOf(refusals));
    }
}

/// <param name="Allowed">What is said now.</param>
public sealed record NationalReadingView(Frame Frame, Form Form, bool Allowed);
