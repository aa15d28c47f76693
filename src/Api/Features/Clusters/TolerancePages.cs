using System.Globalization;
using Initiatives.Api.Features.Secretariat;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.Reporting;

namespace Initiatives.Api.Features.Clusters;

/// <summary>/sekretariat/tolerancer: when a light is suggested, from the next status on.</summary>
internal static class TolerancePages
{
    private const string Path = "/sekretariat/tolerancer";

    public static Task<IResult> Show(PageDesk desk, OfficeForms forms) => desk.ShowAsync(
        visit => DrawAsync(desk, forms, visit, FieldsOf(visit.Standing.Cluster.Tolerances), []), fromRecord: false);

    public static Task<IResult> Save(PageDesk desk, OfficeForms forms) => forms.TakeAsync(
        "ToleranceForm",
        (_, fields) =>
        {
            var faults = new List<Refusal>();
            var wanted = new Tolerances(
                fields.Number("costPercent") ?? Missing("costPercent"), fields.Money("costAmount") ?? Missing("costAmount"), Months("monthsToYellow"), Months("monthsToRed"));
            return new Asked([new ClusterWish(new Domain.SetTolerances(wanted))], Path, "TolerancesSaved") { Faults = faults };

            int Months(string field)
            {
                var months = fields.Number(field) ?? Missing(field);
                if (months != decimal.Truncate(months) || Math.Abs(months) > 120) faults.Add(FormFaults.Number(field));
                return (int)Math.Clamp(decimal.Truncate(months), -120, 120);
            }

            int Missing(string field)
            {
                if (fields.Words(field) is null) faults.Add(FormFaults.Number(field));
                return 0;
            }
        },
        (visit, fields, refusals) => DrawAsync(desk, forms, visit, fields, refusals));

    private static async Task<IResult> DrawAsync(PageDesk desk, OfficeForms forms, PageVisit visit, Fields fields, IReadOnlyList<Refusal> refusals)
    {
        var frame = desk.Frame(visit, desk.Texts["Tolerances.Title"], SecretariatPages.Crumb(desk));
        var form = forms.Draw(frame, Path, fields, refusals, await forms.ClusterVersionAsync(visit), field => field == "tolerances" ? "monthsToRed" : field);
        return PageDesk.Set<TolerancesPage>(new TolerancesView(frame, form), OfficeForms.StatusOf(refusals));
    }

    private static Fields FieldsOf(Tolerances t) => Fields.Of(
    [
        new("costPercent", Typed.Written(t.CostPercent)), new("costAmount", Typed.Written(t.CostAmount)),
        new("monthsToYellow", t.MonthsToYellow.ToString(CultureInfo.InvariantCulture)), new("monthsToRed", t.MonthsToRed.ToString(CultureInfo.InvariantCulture)),
    ]);
}

public sealed record TolerancesView(Frame Frame, Form Form);
