using Initiatives.Api.Features.Initiatives;
using Initiatives.Domain;
using Record = Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Deviations;

/// <summary>GET .../deviations, and one deviation, remedy or escalation: age, turns, and whose turn it is.</summary>
internal static class ReadDeviations
{
    public sealed record All(IReadOnlyList<View> Deviations);

    /// <param name="AgeDays">Days from the first status that was not green to the day asked about, or to its closing.</param>
    /// <param name="Turns">Opened, worsened and eased, in order.</param>
    /// <param name="WaitsFor">The forum whose turn it is; null when it is closed.</param>
    public sealed record View(
        int Number,
        DateOnly Since,
        int AgeDays,
        TrafficLight Light,
        string? WaitsFor,
        IReadOnlyList<FactView> Turns,
        FactView? Track,
        IReadOnlyList<RemedyView> Remedies,
        IReadOnlyList<EscalationView> Escalations,
        FactView? Closed);

    /// <param name="Due">In force; the agreement keeps the first.</param>
    public sealed record RemedyView(int Number, FactView Agreed, DateOnly Due, bool Overdue, FactView? Done, FactView? Dropped);

    /// <param name="With">The forum that has it, or that decided it.</param>
    public sealed record EscalationView(int Number, FactView Raised, IReadOnlyList<FactView> Forwarded, string With, FactView? Decided, FactView? Noted);

    public static Task<IResult> Handle([AsParameters] InitiativeQuery query) =>
        query.ShowAsync(seen => new All([.. seen.Record.Deviations.Select(d => Show(d, seen))]));

    public static Task<IResult> HandleOne([AsParameters] InitiativeQuery query, int deviation) =>
        query.ShowAsync(seen => seen.Record.Deviations.FirstOrDefault(d => d.Number == deviation) is { } found ? Show(found, seen) : null, "deviation");

    public static Task<IResult> HandleRemedy([AsParameters] InitiativeQuery query, int remedy) =>
        query.ShowAsync(seen => seen.Record.Deviations.SelectMany(d => d.Remedies).FirstOrDefault(r => r.Number == remedy) is { } found ? Show(found, seen.Day) : null, "remedy");

    public static Task<IResult> HandleEscalation([AsParameters] InitiativeQuery query, int escalation) =>
        query.ShowAsync(seen => seen.Record.Deviations.SelectMany(d => d.Escalations).FirstOrDefault(e => e.Number == escalation) is { } found ? Show(found) : null, "escalation");

    private static View Show(Record.Deviation d, InitiativeSeen seen) => new(
        d.Number,
        d.Since,
        (d.Closed?.Stamp.On ?? seen.Day).DayNumber - d.Since.DayNumber,
        d.Light,
        !d.IsOpen ? null : d.OpenEscalation is { Decided: null } up ? up.AtForum : seen.Cluster.ManagingForum?.Id,
        [.. d.Turns.Select(FactView.Of)],
        d.Track is { } track ? FactView.Of(track) : null,
        [.. d.Remedies.Select(r => Show(r, seen.Day))],
        [.. d.Escalations.Select(Show)],
        d.Closed is { } closed ? FactView.Of(closed) : null);

    private static RemedyView Show(Record.Remedy r, DateOnly day) =>
        new(r.Number, FactView.Of(r.Agreed), r.Due, r.IsOverdue(day), r.Done is { } done ? FactView.Of(done) : null, r.Dropped is { } dropped ? FactView.Of(dropped) : null);

    private static EscalationView Show(Record.Escalation e) => new(
        e.Number, FactView.Of(e.Raised), [.. e.Forwarded.Select(FactView.Of)], e.AtForum,
        e.Decided is { } decided ? FactView.Of(decided) : null, e.Noted is { } noted ? FactView.Of(noted) : null);
}
