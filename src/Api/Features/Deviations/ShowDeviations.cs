using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Features.Shell;
using Initiatives.Domain;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Record;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Api.Features.Deviations;

/// <summary>GET /afvigelser: all that steers, worst first; <c>?lys=</c> and <c>?tur=</c> choose among them, <c>?pr=</c> replays any day.</summary>
internal static class ShowDeviations
{
    /// <summary>Query name: whose turn it is, a forum's id or <see cref="Owners"/>.</summary>
    public const string Turn = "tur";

    public const string Owners = "ejer";

    public static Task<IResult> Handle(
        [FromQuery(Name = QueryNames.Light)] string? light, [FromQuery(Name = Turn)] string? turn, PageDesk desk, OpenCases cases) => desk.ShowAsync(async visit =>
    {
        if (await cases.ReadAsync(visit, desk.Cancellation) is not { } read) return desk.NotFound();
        TrafficLight? wanted = Enum.TryParse<TrafficLight>(light, out var named) && Enum.IsDefined(named) ? named : null;
        return PageDesk.Set<DeviationsPage>(new DeviationsView(
            desk.Frame(visit, desk.Texts["Cases.Title"]),
            visit,
            OpenCases.Of(read.Initiatives),
            [.. read.Initiatives.Where(i => i.Now.State == BoardState.Missing)],
            Suspect.All(read.Record, visit.Day),
            wanted,
            turn is { Length: > 0 } ? turn : null));
    });
}

/// <param name="All">Every open deviation, worst first.</param>
/// <param name="Missing">Initiatives without a status that counts.</param>
/// <param name="Light">Only those with this light; null for all.</param>
/// <param name="Turn">Only those that wait for this forum, or for their owners; null for all.</param>
public sealed record DeviationsView(
    Frame Frame, PageVisit Visit, IReadOnlyList<CaseInHand> All, IReadOnlyList<InitiativeInHand> Missing, IReadOnlyList<Suspect> Suspects, TrafficLight? Light, string? Turn)
{
    public IReadOnlyList<CaseInHand> Shown => [.. All.Where(c => (Light is null || c.Deviation.Light == Light) && (Turn is null || Waits(c) == Turn))];

    public bool IsFiltered => Light is not null || Turn is not null;

    /// <summary>Remedies past their due day.</summary>
    public int Overdue => All.Sum(c => c.Deviation.Remedies.Count(r => r.IsOverdue(Visit.Day)));

    /// <summary>Cases the system proposes to escalate.</summary>
    public int Proposed => All.Count(c => c.Proposals.Count > 0);

    /// <summary>Whom any of them waits for.</summary>
    public IEnumerable<string> Turns => All.Select(Waits).OfType<string>().Distinct();

    private static string? Waits(CaseInHand c) => c.About.Turn switch { { Waiting: Waiting.Owner } => ShowDeviations.Owners, { Forum: var forum } => forum };
}
