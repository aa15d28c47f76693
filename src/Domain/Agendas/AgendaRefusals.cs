namespace Initiatives.Domain;

/// <summary>What an agenda refuses, and what to do instead. The codes are a contract with programs.</summary>
public static class AgendaRefusals
{
    public static Refusal MinutesApproved() => new(
        "minutes-approved",
        "Referatet er godkendt, og dagsordenen kan ikke ændres mere. Tag sagen op på næste møde.",
        "The minutes are approved, and the agenda cannot be changed any more. Take the matter up at the next meeting.");

    public static Refusal ItemUnknown() => new(
        "item-unknown", "Punktet står ikke på dagsordenen. Vælg et punkt fra dagsordenen.", "There is no such item on the agenda. Choose one that is.", "item");

    public static Refusal NotLater() => new(
        "meeting-not-later", "Vælg et af forummets senere møder.", "Choose a later meeting of the forum.", "toMeeting");

    public static Refusal NotHeldYet(DateOnly on) => new(
        "meeting-not-held-yet",
        $"Mødet holdes {on.InDanish()}. Udfald skrives ind ved mødet eller bagefter.",
        $"The meeting is on {on:yyyy-MM-dd}. Outcomes are recorded at the meeting or afterwards.");

    public static Refusal OutcomeNotForItem() => new(
        "outcome-not-for-item", "Det udfald kan punktet ikke få. Vælg et andet.", "The item cannot have that outcome. Choose another.", "outcome");

    public static Refusal OrderNamesTwice() => new(
        "order-names-twice", "Hvert punkt kan kun stå ét sted på dagsordenen.", "Each item stands in one place of the agenda only.", "items");

    public static Refusal AttendanceNamesTwice() => new(
        "attendance-names-twice", "Hver person står ét sted: til stede eller afbud.", "Each person stands in one place: present or regrets.", "present");

    public static Refusal MinutesNotApproved() => new(
        "minutes-not-approved", "Referatet kan sendes ud, når det er godkendt.", "The minutes can be sent once they are approved.");

    public static Refusal MinutesNotSent() => new(
        "minutes-not-sent", "Referatet er ikke sendt ud endnu. Send det ud til alle først.", "The minutes have not been sent out yet. Send them to everybody first.");

    public static Refusal MinutesReachNobody() => new(
        "minutes-reach-nobody",
        "Ingen af dem, der mangler referatet, har en mailadresse. Skriv adressen i personregistret, og send igen.",
        "None of those who miss the minutes has a mail address. Write the address in the register of people, and send again.");

    public static Refusal MinutesEmpty() => new(
        "minutes-empty", "Referatet er tomt. Skriv, hvad mødet besluttede.", "The minutes are empty. Write what the meeting decided.", "points");

    public static Refusal MinutesApprovedOtherwise() => new(
        "minutes-approved-otherwise",
        "Referatet er allerede godkendt med en anden ordlyd, og den ligger fast.",
        "The minutes are approved already, in other words, and those stand.");
}
