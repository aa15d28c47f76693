using Initiatives.Domain;

namespace Initiatives.Api.Features.Orders;

/// <summary>GET and POST /indsatser/{number}/projektgruppe: members join or leave; what stands in the form is the whole group from now on.</summary>
internal static class ChangeGroup
{
    private static readonly InitiativeForm Form = new(
        "Group",
        "projektgruppe",
        subject => WorkingGroupForm.Of(subject.State),
        (subject, fields) => new ChangeWorkingGroup(WorkingGroupForm.Read(subject, fields)))
    {
        Place = WorkingGroupForm.Place,
    };

    public static Task<IResult> Show(int number, InitiativeForms forms) => forms.ShowAsync<ChangeGroupPage>(number, Form);

    public static Task<IResult> Send(int number, InitiativeForms forms) => forms.PostAsync<ChangeGroupPage>(number, Form);
}
