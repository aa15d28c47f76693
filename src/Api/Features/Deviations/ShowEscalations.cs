using Initiatives.Api.Features.Shell;

namespace Initiatives.Api.Features.Deviations;

/// <summary>GET /eskaleringer: what waits for a decision, what was answered, and what is over.</summary>
internal static class ShowEscalations
{
    public static Task<IResult> Handle(PageDesk desk, OpenCases cases) => desk.ShowAsync(async visit =>
    {
        if (await cases.ReadAsync(visit, desk.Cancellation) is not { } read) return desk.NotFound();
        var all = from about in read.Initiatives
                  from deviation in about.Record.Deviations
                  from escalation in deviation.Escalations
                  select new EscalationInHand(new(about, deviation), escalation);
        return PageDesk.Set<EscalationsPage>(new EscalationsView(
            desk.Frame(visit, desk.Texts["Escalations.Title"], new Crumb(desk.Texts["Cases.Title"], "/afvigelser")), visit, [.. all]));
    });
}

public sealed record EscalationsView(Frame Frame, PageVisit Visit, IReadOnlyList<EscalationInHand> All)
{
    /// <summary>Those that should have been decided first, then the oldest.</summary>
    public IReadOnlyList<EscalationInHand> Waiting => [.. All.Where(e => e.IsOpen).OrderBy(e => e.DecisionBy ?? DateOnly.MaxValue).ThenBy(e => e.Raised)];

    public IReadOnlyList<EscalationInHand> Answered => [.. All.Where(e => e.IsAnswered).OrderBy(e => e.Raised)];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<EscalationInHand> Over => [.. All.Where(e => !e.IsOpen && !e.IsAnswered).OrderByDescending(e => e.Raised)];
}
