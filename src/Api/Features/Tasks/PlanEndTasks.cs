using Initiatives.Api.Features.Plans;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Rights;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Tasks;

/// <summary>What a plan that ends asks for: of owners what they have delivered, of the secretariat its closing and its successor. Pure, as <see cref="TaskList"/> is.</summary>
internal static class PlanEndTasks
{
    public static IEnumerable<ToDo> Of(Standing standing, Membership me, DateOnly today)
    {
        if (standing.Plan is not { } plan || !PlanEnd.IsNear(plan, today)) yield break;
        foreach (var card in standing.Cards.Where(c => c.Track.Phases is [.., { Phase: Phase.InDelivery }] && me.Answers(Streams.Initiative(c.Plan, c.Number))))
            yield return new(ToDoKind.ClaimDelivery, card.Number, card.Title, null, plan.To, plan.To < today, FormattableString.Invariant($"/indsatser/{card.Number}/leveret"));
        if (me.Is(Role.Secretariat)) yield return new(ToDoKind.SucceedPlan, null, plan.Title, null, plan.To, plan.To < today, SuccessorPages.Path);
    }
}
