using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Deviations.Acts;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Features.Shell;
using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Deviations;

/// <summary>GET /eskaleringer/{number}-{escalation}: what a forum is asked, all it needs to answer, and the form to answer in.</summary>
internal static class ShowEscalation
{
    // Holds a form for whoever may decide, which is drawn anew each time.
    public static Task<IResult> Handle(int number, int escalation, PageDesk desk, InitiativesInHand initiatives) => desk.ShowAsync(
        async visit =>
            await initiatives.FindAsync(visit, number, desk.Cancellation) is { } about && EscalationInHand.Of(about, escalation) is { } found
                ? PageDesk.Set<EscalationPage>(EscalationView.Of(
                    desk.Frame(visit, desk.Texts["EscalationPage.Title", about.Number], new Crumb(desk.Texts["Escalations.Title"], "/eskaleringer")), found))
                : desk.NotFound(),
        fromRecord: false);
}

/// <param name="Decide">The form; null for whoever may not decide, and when it is decided.</param>
/// <param name="Forward">Null where there is no forum above, and for whoever may not.</param>
/// <param name="Note">To take note of the answer; null for whoever may not.</param>
public sealed record EscalationView(Frame Frame, EscalationInHand Subject, ActView? Decide, Act? Forward, Act? Note)
{
    internal static EscalationView Of(Frame frame, EscalationInHand subject)
    {
        Act? Offered(Act act) => act.IsOffered ? act : null;
        return new(
            frame,
            subject,
            Offered(new DecideEscalationAct(subject)) is { } decide ? ActView.Of(frame, decide) : null,
            Offered(new ForwardEscalationAct(subject)),
            subject.IsAnswered ? Offered(new NoteAnswerAct(subject.Case, subject.Escalation)) : null);
    }

    /// <summary>Raised, forwarded, decided, noted: each with the days that the forum had it.</summary>
    public IEnumerable<(InitiativeEvent Fact, Stamp Stamp, int Days)> Turns
    {
        get
        {
            var (e, last) = (Subject.Escalation, Subject.Raised);
            (InitiativeEvent Fact, Stamp Stamp)[] all =
            [
                (e.Raised.Fact, e.Raised.Stamp),
                .. e.Forwarded.Select(f => ((InitiativeEvent)f.Fact, f.Stamp)),
                .. e.Decided is { } decided ? [(decided.Fact, decided.Stamp)] : Array.Empty<(InitiativeEvent, Stamp)>(),
                .. e.Noted is { } noted ? [(noted.Fact, noted.Stamp)] : Array.Empty<(InitiativeEvent, Stamp)>(),
            ];
            foreach (var (fact, stamp) in all)
            {
                yield return (fact, stamp, stamp.On.DayNumber - last.DayNumber);
                last = stamp.On;
            }
        }
    }
}
