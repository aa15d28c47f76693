using System.Globalization;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Plans;

/// <summary>What becomes of an initiative that has not ended when its plan does.</summary>
public enum Succeeding
{
    CarryOver,

    /// <summary>Only for what its owner has claimed to be delivered, when the forum is the last of the chain to agree.</summary>
    Close,
    Withdraw,
}

/// <param name="Reason">Why; for a closing, what was learned.</param>
public sealed record SucceedingChoice(int Number, Succeeding Choice, string Reason);

/// <summary>A plan ends and another takes over: the old one's closing, the new one's frame, and a choice for everything that has not ended.</summary>
/// <param name="On">The day it was decided.</param>
internal sealed record Succession(
    Plan Old, string Id, string Title, DateOnly From, DateOnly To, DateOnly On, string Forum, string Decision, string? Lessons, IReadOnlyList<SucceedingChoice> Choices)
{
    /// <summary>
    /// All of it as one change, decided and written together. What goes on keeps its number, the order's own words, its owner, the terms in
    /// force and the conditions that are not met; what stood open is told in a remark, since no status of the new plan says it yet.
    /// </summary>
    /// <param name="open">What has not ended, as it was read.</param>
    public IReadOnlyList<SuccessionWish> Wishes(IReadOnlyList<Initiative> open) =>
    [
        new(null, new PlanWish(Old.Id, new Domain.ClosePlan(On, Forum, Decision, Lessons, Id))),
        new(null, new PlanWish(Id, new Domain.DrawUpPlan(Id, Title, From, To, Old.FocusAreas), Creates: true)),
        .. from initiative in open
           let choice = Choices.FirstOrDefault(c => c.Number == initiative.Number)
           where choice is not null
           from wish in Of(initiative, choice)
           select new SuccessionWish(initiative.Number, wish),
    ];

    private IEnumerable<Wish> Of(Initiative initiative, SucceedingChoice choice) => choice.Choice switch
    {
        Succeeding.Close => [Ending(initiative, new ApproveClosing(Forum, Decision, DecidedHow.WrittenProcedure, null, choice.Reason))],
        Succeeding.Withdraw => [Ending(initiative, new WithdrawInitiative(Forum, choice.Reason))],
        _ => [Ending(initiative, new CarryOver(Forum, Id, initiative.Number, choice.Reason, initiative.Statuses)), .. Beginning(initiative)],
    };

    private IEnumerable<Wish> Beginning(Initiative old)
    {
        var order = old.Order!;
        yield return New(old, new OrderInitiative(
            Ordering, Id, old.Number, old.Title, old.FocusArea, order.Order, old.Partners, order.FirstStep, order.Responsible, order.Involve,
            new Origin(Origin.EarlierPlan, Old.Id, [old.Number])));
        yield return new PlanWish(Id, new ListInitiative(old.Number), Creates: true);
        yield return New(old, new RemarkOnOrder(Forum, CarriedOver.Tell(old, Old.Title)));
        foreach (var reservation in old.OpenReservations) yield return New(old, new ReserveOrder(reservation.Forum, reservation.Text, reservation.Owner, reservation.Due));
        if (old.SpecialAttention) yield return New(old, new AskSpecialAttention(null, $"Under særlig bevågenhed i {Old.Title}."));
        if (old.Ownership is { } owned) yield return New(old, new AssignOwnership(owned.Organisation, owned.Owner, owned.ProjectLead));
        if (old.InForce is { } inForce) yield return New(old, new CarryTermsOn(inForce.Terms, HasStarted(old) ? old.WorkingGroup : null));
        if (old.Pause is { } pause) yield return New(old, new PauseInitiative(pause.Reason, pause.Until < On ? null : pause.Until));
    }

    /// <summary>Orders are placed by the forum that has that duty, also when another decides that the plan ends.</summary>
    public string Ordering { get; init; } = Forum;

    private static bool HasStarted(Initiative i) => i.Phase is Phase.InDelivery or Phase.Paused or Phase.Delivered;

    private InitiativeWish Ending(Initiative initiative, InitiativeCommand command) => new(Old.Id, initiative.Number, command);

    private InitiativeWish New(Initiative initiative, InitiativeCommand command) => new(Id, initiative.Number, command, Creates: true);
}

/// <param name="Number">The initiative it is about; null for the plans themselves.</param>
internal sealed record SuccessionWish(int? Number, Wish Wish)
{
    /// <summary>Where a refusal of it belongs among the choices.</summary>
    public Refusal Place(Refusal refusal) => Number is { } number
        ? refusal with { Field = $"initiatives.{number.ToString(CultureInfo.InvariantCulture)}.reason" }
        : refusal;
}

/// <summary>Reads what has not ended in a plan.</summary>
internal sealed class SuccessionReader(Platform.Reading.CardReader cards, Loading loading)
{
    /// <returns>Null when there is no such plan.</returns>
    public async Task<(Cluster Cluster, Plan Plan, long Version, IReadOnlyList<Initiative> Open)?> ReadAsync(string cluster, string plan, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await cards.ReadAsync(cluster, plan, cancellation) is not { } overview) return null;
        // The states by the way that a decision reads them; what the wishes ask for is never decided.
        Wish[] read = [.. overview.Rows.Select(r => new InitiativeWish(plan, r.Card.Number, new ResumeInitiative()))];
        var loaded = await loading.LoadAsync(new(cluster, "", now), read, cancellation);
        return (overview.Cluster, overview.Plan, overview.PlanVersion, [.. loaded.Streams.Select(s => s.State(Noun.Initiative)).Where(i => i is { Exists: true, HasEnded: false }).OrderBy(i => i.Number)]);
    }
}
