using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Orders;

/// <summary>GET and POST /indsatser/{number}/placering: another focus area, or other partners; the order's own words stay.</summary>
internal static class Place
{
    public const string FocusArea = "focusArea";
    private const string Partners = "partners";

    private static readonly InitiativeForm Form = new(
        "Place",
        "placering",
        subject =>
        {
            var fields = new Fields { [FocusArea] = subject.State.FocusArea };
            foreach (var partner in subject.State.Partners) fields[Partner(partner)] = YesNoChoice.Yes;
            return fields;
        },
        (subject, fields) => new PlaceInitiative(
            fields.Words(FocusArea) ?? "",
            // Those that stay keep their order; the rest come behind, as the cluster lists its organisations.
            [.. subject.State.Partners.Concat(subject.Cluster.Organisations.Select(o => o.Id)).Distinct().Where(id => fields.IsTicked(Partner(id)))]));

    /// <summary>The box to tick for an organisation.</summary>
    public static string Partner(string organisation) => $"{Partners}.{organisation}";

    public static Task<IResult> Show(int number, InitiativeForms forms) => forms.ShowAsync<PlacePage>(number, Form);

    public static Task<IResult> Send(int number, InitiativeForms forms) => forms.PostAsync<PlacePage>(number, Form);
}
