using Initiatives.Api.Features.Initiatives;
using Initiatives.Domain;
using Escalation = Initiatives.Reporting.Record.Escalation;

namespace Initiatives.Api.Features.Deviations;

/// <summary>One escalation, with the case it comes from.</summary>
public sealed record EscalationInHand(CaseInHand Case, Escalation Escalation)
{
    /// <returns>Null when the initiative never had an escalation of that number.</returns>
    public static EscalationInHand? Of(InitiativeInHand about, int escalation) =>
        about.Record.Deviations.SelectMany(d => d.Escalations.Select(e => (Deviation: d, Escalation: e))).FirstOrDefault(x => x.Escalation.Number == escalation) is
            { Escalation: not null } found
            ? new(new(about, found.Deviation), found.Escalation)
            : null;

    public InitiativeInHand About => Case.About;

    public string Path => Case.PathOf(Escalation);

    /// <summary>The forum that has it, or that decided it.</summary>
    public Forum? With => About.Cluster.Forum(Escalation.AtForum);

    public DateOnly Raised => Escalation.Raised.Stamp.On;

    public DateOnly? DecisionBy => Escalation.Raised.Fact.DecisionBy;

    /// <summary>From the day after it should have been decided.</summary>
    public bool IsOverdue => Escalation.Decided is null && Case.IsOpen && DecisionBy < About.Visit.Day;

    /// <summary>Waits for a decision: one whose case has ended waits for nothing.</summary>
    public bool IsOpen => Escalation.Decided is null && Case.IsOpen;

    /// <summary>Answered, and the managing forum has not taken note of it.</summary>
    public bool IsAnswered => Escalation is { Decided: not null, Noted: null } && Case.IsOpen;

    /// <summary>Days since it was raised, or that it took to be answered.</summary>
    public int AgeDays => (Escalation.Decided?.Stamp.On ?? Case.Until).DayNumber - Raised.DayNumber;

    /// <summary>Days that the forum that has it now has had it.</summary>
    public int DaysWith => (Escalation.Decided?.Stamp.On ?? Case.Until).DayNumber - (Escalation.Forwarded.Count > 0 ? Escalation.Forwarded[^1].Stamp.On : Raised).DayNumber;
}
