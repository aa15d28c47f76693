using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Plans;

/// <summary>PUT .../plans/{plan}/closing: a forum ends it and says what was learned; its initiatives end each on their own.</summary>
internal static class ClosePlan
{
    /// <param name="LessonsLearned">Demanded.</param>
    public sealed record Body(DateOnly On, string Forum, string Decision, string? LessonsLearned = null, string? SuccessorPlan = null);

    public static readonly Body Example = new(new(2023, 12, 31), "politisk-niveau", "Handleplanen afløses", "Begynd med de fælles data", "handleplan-2024");

    public static Task<IResult> Handle(string plan, Body body, Desk desk) =>
        desk.ChangeAsync(new PlanWish(plan, new Domain.ClosePlan(body.On, body.Forum, body.Decision, body.LessonsLearned, body.SuccessorPlan)));
}
