using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Orders;

/// <summary>GET and POST /indsatser/{number}/navn: another name; the old one stays in the history.</summary>
internal static class Rename
{
    public const string Title = "title";
    public const string Reason = "reason";

    private static readonly InitiativeForm Form = new(
        "Rename",
        "navn",
        subject => new Fields { [Title] = subject.State.Title },
        (_, fields) => new RenameInitiative(fields.Words(Title) ?? "", fields.Words(Reason) ?? ""));

    public static Task<IResult> Show(int number, InitiativeForms forms) => forms.ShowAsync<RenamePage>(number, Form);

    public static Task<IResult> Send(int number, InitiativeForms forms) => forms.PostAsync<RenamePage>(number, Form);
}
