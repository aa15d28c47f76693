using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

/// <summary>What can be wrong with what a document says, when its form is right.</summary>
internal static class ContentErrors
{
    public static Refusal Twice(string id) => new(
        "double-id",
        $"\"{id}\" står to gange. Giv den ene et andet id, eller slet den.",
        $"\"{id}\" stands twice. Give one of them another id, or delete it.");

    public static Refusal NumberTwice(int number) => new(
        "double-number",
        $"Nummer {number} er brugt to gange. Giv den ene et andet nummer, eller slet den.",
        $"Number {number} is used twice. Give one of them another number, or delete it.");

    public static Refusal Unknown(RefKind kind, string id) => kind switch
    {
        RefKind.Organisation => new("unknown-organisation", $"Ingen organisation har id \"{id}\". Tilføj den under organisations, eller ret id'et.", $"No organisation has the id \"{id}\". Add it under organisations, or correct the id."),
        RefKind.Forum => new("unknown-forum", $"Intet forum har id \"{id}\". Tilføj det under forums, eller ret id'et.", $"No forum has the id \"{id}\". Add it under forums, or correct the id."),
        RefKind.FocusArea => new("unknown-focus-area", $"Intet indsatsområde har id \"{id}\". Tilføj det under plan.focusAreas, eller ret id'et.", $"No focus area has the id \"{id}\". Add it under plan.focusAreas, or correct the id."),
        RefKind.Meeting => new("unknown-meeting", $"Intet møde har id \"{id}\" (forum og dato). Tilføj det under meetings, eller ret id'et.", $"No meeting has the id \"{id}\" (forum and date). Add it under meetings, or correct the id."),
        _ => new("unknown-party", $"Ingen organisation, intet forum og ingen person har id \"{id}\". Tilføj den under organisations eller people, eller ret id'et.", $"No organisation, forum or person has the id \"{id}\". Add it under organisations or people, or correct the id."),
    };

    public static Refusal UnknownInitiative(int number) => new(
        "unknown-initiative",
        $"Handleplanen har ingen indsats {number}. Tilføj den under initiatives, eller ret nummeret.",
        $"The plan has no initiative {number}. Add it under initiatives, or correct the number.");

    public static Refusal UnknownIndicator(string id) => new(
        "unknown-indicator",
        $"Indsatsens ordrebekræftelser nævner ingen indikator \"{id}\". Tilføj den dér, eller ret id'et.",
        $"The initiative's confirmations name no indicator \"{id}\". Add it there, or correct the id.");

    public static Refusal PlanMissing() => new(
        "missing-field",
        "Feltet \"plan\" mangler: indsatser og historik hører til en handleplan. Tilføj det.",
        "The field \"plan\" is missing: initiatives and history belong to a plan. Add it.");

    public static Refusal CountsFromOne() => new("counts-from-one", "Nummeret skal være 1 eller højere.", "The number must be 1 or higher.");

    public static Refusal InTheFuture() => new(
        "date-in-the-future",
        "Datoen ligger i fremtiden, og historik kan ikke være sket endnu. Ret datoen.",
        "The date lies in the future, and history cannot have happened yet. Correct the date.");

    public static Refusal Before(DateOnly earlier) => new(
        "date-before-start",
        $"Datoen ligger før {earlier:yyyy-MM-dd}, som den skal følge efter. Ret den ene af dem.",
        $"The date lies before {earlier:yyyy-MM-dd}, which it must follow. Correct one of them.");

    public static Refusal EndsBeforeStart() => new("ends-before-start", "Mødet slutter, før det begynder. Ret klokkeslættet.", "The meeting ends before it starts. Correct the time.");

    public static Refusal NotCancelled() => new(
        "not-cancelled",
        "En skriftlig status i stedet for mødet kræver, at mødet er aflyst. Angiv grunden i feltet cancelled.",
        "A written status instead of the meeting requires that it was cancelled. Give the reason in the field cancelled.");

    public static Refusal EscalatesInACircle() => new(
        "escalates-in-a-circle",
        "Eskaleringskæden ender hos forummet selv. Ret escalatesTo, så den ender opad.",
        "The chain of escalation comes back to the forum itself. Correct escalatesTo so that it ends upwards.");

    public static Refusal RoundClosesBeforeItOpens() => new(
        "round-closes-before-it-opens",
        "Runden skal åbne flere dage før mødet end fristen ligger. Ret et af tallene.",
        "The round must open more days before the meeting than its deadline. Correct one of the numbers.");

    public static Refusal OutcomeWithoutReservations() => new(
        "outcome-without-reservations",
        "Der er forbehold, men udfaldet er ikke approved-with-reservations. Ret udfaldet, eller gør forbeholdene til bemærkninger.",
        "There are reservations, but the outcome is not approved-with-reservations. Correct the outcome, or make them remarks.");

    public static Refusal OnlyKroner() => new("only-dkk", "Kun beløb i DKK kan opgøres. Regn beløbet om.", "Only amounts in DKK can be added up. Convert the amount.");

    public static Refusal SharesDoNotAddUp() => new(
        "shares-do-not-add-up",
        "Fordelingen på år og betalere giver ikke rammens beløb. Ret et af beløbene.",
        "The shares by year and payer do not add up to the frame. Correct one of the amounts.");

    public static Refusal NoSuchTimeZone() => new("unknown-time-zone", "Tidszonen kendes ikke. Skriv f.eks. Europe/Copenhagen.", "The time zone is not known. Write for instance Europe/Copenhagen.");

    public static Refusal NoSuchLanguage() => new("unknown-language", "Sproget skal være da eller en.", "The language must be da or en.");

    public static Refusal RewritesHistory(string what) => new(
        "rewrites-history",
        $"Klyngen har allerede registreret noget andet her ({what}), og det registrerede kan ikke skrives om. Ret dokumentet, så det passer, eller registrér ændringen i systemet.",
        $"The cluster has already recorded something else here ({what}), and what is recorded cannot be rewritten. Make the document agree, or record the change in the system.");

    public static Refusal BeforeWhatIsRecorded(DateOnly last) => new(
        "before-recorded-history",
        $"Der er allerede registreret noget på indsatsen {last:yyyy-MM-dd}; noget ældre kan ikke skydes ind før det. Slet posten fra dokumentet, eller registrér den i systemet.",
        $"The initiative already has a record of {last:yyyy-MM-dd}; nothing older can be put in before it. Delete the entry from the document, or record it in the system.");

    public static Refusal ExampleDataMixed() => new(
        "example-and-real-data",
        "Klyngen er registreret med eksempeldata (eller uden), og dokumentet siger det modsatte. Eksempeldata og rigtige data må ikke blandes: brug en anden klynge.",
        "The cluster is registered as example data (or not), and the document says the opposite. Example data and real data must not be mixed: use another cluster.");

    public static Refusal ChangedMeanwhile() => new(
        "changed-meanwhile",
        "Klyngen blev ændret af en anden, mens importen var i gang. Intet er importeret; prøv igen.",
        "The cluster was changed by somebody else during the import. Nothing was imported; try again.");
}
