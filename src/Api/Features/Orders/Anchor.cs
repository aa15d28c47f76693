using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Orders;

/// <summary>GET and POST /indsatser/{number}/ejerskab: the ownership round ends, or ownership changes hands.</summary>
internal static class Anchor
{
    public const string Organisation = "organisation";
    public const string Owner = "owner";
    public const string ProjectLead = "projectLead";

    private static readonly InitiativeForm Form = new(
        "Anchor",
        "ejerskab",
        subject => new Fields
        {
            // Nobody owns it yet: whom the order itself names, or the only one who asked.
            [Organisation] = subject.State.Ownership?.Organisation ?? subject.State.Order?.Responsible ?? OnlyOneWhoAsked(subject.State) ?? "",
            [Owner] = subject.State.Ownership?.Owner ?? "",
            [ProjectLead] = subject.State.Ownership?.ProjectLead ?? "",
        },
        (_, fields) => new AssignOwnership(fields[Organisation], fields.Words(Owner), fields.Words(ProjectLead)));

    public static Task<IResult> Show(int number, InitiativeForms forms) => forms.ShowAsync<AnchorPage>(number, Form);

    public static Task<IResult> Send(int number, InitiativeForms forms) => forms.PostAsync<AnchorPage>(number, Form);

    private static string? OnlyOneWhoAsked(Initiative initiative) =>
        initiative.Interests.Where(i => i.Interest is Interest.Ownership).ToList() is [var only] ? only.Organisation : null;
}
