using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Orders;

/// <summary>GET and POST /indsatser/{number}/forbehold/{reservation}: a condition on the order or on an approval has been met.</summary>
internal static class Fulfil
{
    public const string Note = "note";

    // The number stands in the address alone, as every id does.
    private static InitiativeForm Form(int reservation) => new(
        "Fulfil",
        FormattableString.Invariant($"forbehold/{reservation}"),
        _ => new Fields(),
        (_, fields) => new FulfilReservation(reservation, fields.Words(Note)))
    {
        Item = reservation,
        IsThere = subject => reservation >= 1 && reservation <= subject.State.Reservations,
    };

    public static Task<IResult> Show(int number, int reservation, InitiativeForms forms) => forms.ShowAsync<FulfilPage>(number, Form(reservation));

    public static Task<IResult> Send(int number, int reservation, InitiativeForms forms) => forms.PostAsync<FulfilPage>(number, Form(reservation));
}
