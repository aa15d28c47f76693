using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Rights;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Orders;

/// <summary>GET and POST /indsatser/{number}/interesse: an organisation wants to own the initiative or take part in it, or no longer does.</summary>
internal static class StateInterestForm
{
    public const string Organisation = "organisation";
    public const string Wish = "interest";
    public const string Note = "note";

    /// <summary>The third answer: neither owns nor takes part.</summary>
    public const string None = "None";

    private static readonly InitiativeForm Form = new("Interest", "interesse", Prefill, Read);

    public static Task<IResult> Show(int number, InitiativeForms forms) => forms.ShowAsync<InterestPage>(number, Form);

    public static Task<IResult> Send(int number, InitiativeForms forms) => forms.PostAsync<InterestPage>(number, Form);

    /// <summary>The organisations that the reader speaks for: the secretariat for all, others for their own.</summary>
    public static IReadOnlyList<Option> SpokenFor(InitiativeSubject subject) =>
        subject.Visit.Me.Is(Role.Secretariat) ? subject.Organisations : [.. subject.Organisations.Where(o => o.Value == subject.Visit.Me.Organisation)];

    private static Fields Prefill(InitiativeSubject subject)
    {
        if (SpokenFor(subject) is not [var own]) return new Fields();
        var stated = subject.State.Interests.FirstOrDefault(i => i.Organisation == own.Value);
        return new Fields { [Organisation] = own.Value, [Wish] = stated?.Interest.ToString() ?? "", [Note] = stated?.Note ?? "" };
    }

    private static InitiativeCommand Read(InitiativeSubject subject, Fields fields)
    {
        if (fields[Wish] == None) return new WithdrawInterest(fields[Organisation]);
        // An answer that is none is refused at its field, like any value that is not known.
        return new StateInterest(fields[Organisation], fields.Choice<Domain.Interest>(Wish) ?? (Domain.Interest)(-1), fields.Words(Note));
    }
}
