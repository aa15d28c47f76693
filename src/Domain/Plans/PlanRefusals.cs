namespace Initiatives.Domain;

/// <summary>What an action plan refuses, and what to do instead. The codes are a contract with programs.</summary>
public static class PlanRefusals
{
    public static Refusal NotDrawnUp() => new(
        "plan-not-drawn-up", "Handleplanen findes ikke. Opret den først.", "There is no such plan. Draw it up first.");

    public static Refusal AlreadyDrawnUp(string id) => new(
        "plan-already-drawn-up",
        $"Der findes allerede en anden handleplan med id \"{id}\". Vælg et andet id, eller revidér planen.",
        $"There is another plan \"{id}\" already. Choose another id, or revise the plan.",
        "id");

    public static Refusal IsClosed() => new(
        "plan-closed",
        "Handleplanen er afsluttet. Det nye hører til i efterfølgeren.",
        "The plan is closed. What is new belongs in its successor.");

    public static Refusal EndsBeforeStart() => new(
        "plan-ends-before-start", "Handleplanen slutter, før den begynder. Ret perioden.", "The plan ends before it starts. Mend the period.", "to");

    public static Refusal AlreadyApproved(Forum forum, DateOnly on) => new(
        "plan-already-approved",
        $"{forum.Name} har allerede godkendt handleplanen {on.InDanish()} med andre forbehold eller bemærkninger.",
        $"{forum.Name} approved the plan on {on:yyyy-MM-dd} already, with other reservations or remarks.");

    public static Refusal ReservationUnknown(int reservation, int count) => new(
        "plan-reservation-unknown",
        $"Handleplanen har intet forbehold {reservation}. Der er {count}.",
        $"The plan has no reservation {reservation}. There are {count}.",
        "reservation");

    public static Refusal AlreadyDropped(string title) => new(
        "initiative-already-not-carried",
        $"\"{title}\" er allerede ført som ikke medtaget, med en anden begrundelse.",
        $"\"{title}\" is on record as not carried already, for another reason.",
        "title");

    public static Refusal NothingChosen(int number) => new(
        "initiative-left-behind",
        $"Vælg, hvad der skal ske med indsats {number}: føres videre, afsluttes eller udgår.",
        $"Choose what becomes of initiative {number}: carried over, closed or withdrawn.",
        FormattableString.Invariant($"initiatives.{number}.choice"));

    public static Refusal SucceedsItself() => new(
        "plan-succeeds-itself", "En handleplan kan ikke afløse sig selv.", "A plan cannot succeed itself.", "successorPlan");
}
