using Initiatives.Domain;

namespace Initiatives.Api.Features.Orders;

/// <summary>GET and POST /indsatser/{number}/start: after the last approval the working group is named, and the work starts.</summary>
internal static class Start
{
    private static readonly InitiativeForm Form = new(
        "Start",
        "start",
        subject => WorkingGroupForm.Of(subject.State),
        (subject, fields) => new StartInitiative(WorkingGroupForm.Read(subject, fields)))
    {
        Place = WorkingGroupForm.Place,
    };

    public static Task<IResult> Show(int number, InitiativeForms forms) => forms.ShowAsync<StartPage>(number, Form);

    public static Task<IResult> Send(int number, InitiativeForms forms) => forms.PostAsync<StartPage>(number, Form);
}
