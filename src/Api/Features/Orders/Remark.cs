using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Orders;

/// <summary>GET and POST /indsatser/{number}/bemaerkning: a forum notes something on the order that binds nobody.</summary>
internal static class Remark
{
    public const string Forum = "forum";
    public const string Text = "text";

    private static readonly InitiativeForm Form = new("Remark", "bemaerkning", _ => new Fields(), (_, fields) => new RemarkOnOrder(fields[Forum], fields.Words(Text) ?? ""));

    public static Task<IResult> Show(int number, InitiativeForms forms) => forms.ShowAsync<RemarkPage>(number, Form);

    public static Task<IResult> Send(int number, InitiativeForms forms) => forms.PostAsync<RemarkPage>(number, Form);
}
