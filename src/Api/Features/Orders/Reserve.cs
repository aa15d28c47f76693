using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Orders;

/// <summary>GET and POST /indsatser/{number}/forbehold: a forum sets a condition on the order that somebody must fulfil.</summary>
internal static class Reserve
{
    public const string Forum = "forum";
    public const string Text = "text";
    public const string Owner = "owner";
    public const string Due = "due";

    private static readonly InitiativeForm Form = new(
        "Reserve",
        "forbehold",
        _ => new Fields(),
        (_, fields) => new ReserveOrder(fields[Forum], fields.Words(Text) ?? "", fields.Words(Owner), fields.Date(Due)));

    public static Task<IResult> Show(int number, InitiativeForms forms) => forms.ShowAsync<ReservePage>(number, Form);

    public static Task<IResult> Send(int number, InitiativeForms forms) => forms.PostAsync<ReservePage>(number, Form);
}
