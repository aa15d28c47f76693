namespace Initiatives.Domain;

/// <summary>What a calendar refuses, and what to do instead. The codes are a contract with programs.</summary>
public static class CalendarRefusals
{
    public static Refusal DayTaken(Meeting meeting) => new(
        "meeting-day-taken",
        $"Forummet har allerede et møde {meeting.On.InDanish()}. Ret det møde, eller vælg en anden dag.",
        $"The forum already meets on {meeting.On:yyyy-MM-dd}. Change that meeting, or choose another day.",
        "on");

    public static Refusal EndsBeforeStart() => new(
        "meeting-ends-before-start",
        "Mødet slutter, før det begynder. Ret tidspunkterne.",
        "The meeting ends before it starts. Mend the hours.",
        "end");

    public static Refusal MoveIntoPast() => new(
        "meeting-moved-into-past",
        "Mødet kan ikke flyttes til en dag, der er gået. Vælg i dag eller en senere dag.",
        "The meeting cannot be moved to a day that has passed. Choose today or a later day.",
        "to");

    public static Refusal AlreadyHeld(Meeting meeting) => new(
        "meeting-already-held",
        $"Mødet blev holdt {meeting.On.InDanish()}. Det kan ikke flyttes, og dets runde er slut.",
        $"The meeting was held on {meeting.On:yyyy-MM-dd}. It cannot be moved, and its round is over.");

    public static Refusal AlreadyCancelled() => new(
        "meeting-already-cancelled",
        "Mødet er aflyst. Indkald et nyt møde i stedet.",
        "The meeting is cancelled. Schedule a new one instead.");

    public static Refusal HasNoRound() => new(
        "round-not-for-forum",
        "Kun møder i det forum, der håndterer afvigelser, har en statusrunde.",
        "Only the forum that manages deviations has reporting rounds before its meetings.");

    public static Refusal RoundTooEarly(DateOnly opens) => new(
        "round-too-early",
        $"Runden åbner først {opens.InDanish()}.",
        $"The round does not open before {opens:yyyy-MM-dd}.");

    public static Refusal ShortNotice() => new(
        "round-at-short-notice",
        "Mødet er indkaldt med så kort varsel, at fristen for status er passeret. Rapporten laves af det, man ved.",
        "The meeting was called so late that its deadline for statuses had passed. The pack is made from what is known.");

    public static Refusal RoundNotOpened() => new(
        "round-not-opened",
        "Runden har ikke været åben. Åbn den først.",
        "The round has not been open. Open it first.");

    public static Refusal RoundStillOpen(DateOnly due) => new(
        "round-still-open",
        $"Fristen er {due.InDanish()}, og selve dagen er ikke for sent. Runden lukkes dagen efter.",
        $"Statuses are due on {due:yyyy-MM-dd}, and the day itself is not late. The round closes the day after.");
}
