using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

/// <summary>What a history can say that cannot have happened, given what it said before.</summary>
internal static class TellingErrors
{
    public static Refusal NotOrdered() => new(
        "history-before-order",
        "Det sker, før indsatsen er bestilt. Ret datoen, eller angiv bestillingsdatoen i feltet ordered.",
        "This happens before the initiative was ordered. Correct the date, or give the day of the order in the field ordered.");

    public static Refusal RevisionOutOfSequence(int expected) => new(
        "revision-out-of-sequence",
        $"Ordrebekræftelser nummereres fortløbende efter dato; her ventes revision {expected}. Ret nummeret eller datoen.",
        $"Confirmations are numbered in the order of their dates; revision {expected} is expected here. Correct the number or the date.");

    public static Refusal NothingAwaits(int revision) => new(
        "nothing-awaits-approval",
        $"Revision {revision} afventer ikke godkendelse på den dato: den er ikke indsendt endnu, er sendt retur eller er trådt i kraft. Ret datoen eller revisionen.",
        $"Revision {revision} does not await approval on that date: it is not submitted yet, was returned or is in force. Correct the date or the revision.");

    public static Refusal ApprovedTwice(string forum) => new(
        "approved-twice",
        $"{forum} har allerede godkendt revisionen. Slet den ene godkendelse.",
        $"{forum} has approved this revision already. Delete one of the two.");

    public static Refusal ApprovalOutOfOrder(string next) => new(
        "approval-out-of-order",
        $"Godkendelsen kommer uden for kædens rækkefølge: {next} skal godkende først. Tilføj den godkendelse, eller ret datoerne.",
        $"The approval is out of the chain's order: {next} approves first. Add that approval, or correct the dates.");

    public static Refusal NotInChain(string forum) => new(
        "forum-approves-nothing",
        $"{forum} godkender ikke ordrebekræftelser. Giv forummet opgaven approve-confirmation, eller ret forummet.",
        $"{forum} does not approve confirmations. Give it the duty approve-confirmation, or correct the forum.");

    public static Refusal HasEnded() => new(
        "initiative-has-ended",
        "Indsatsen var afsluttet eller udgået på den dato. Ret datoen, eller slet posten.",
        "The initiative had ended by that date. Correct the date or delete the entry.");

    public static Refusal NoSuchStatus(int number) => new(
        "no-such-status",
        $"Status {number} findes ikke på den dato, eller er ikke den seneste. Ret nummeret.",
        $"Status {number} does not exist on that date, or is not the latest. Correct the number.");

    public static Refusal NoOpenDeviation() => new(
        "no-open-deviation",
        "Indsatsen har ingen åben afvigelse med det nummer på den dato. Tilføj den gule eller røde status, der åbnede den, eller ret datoen.",
        "The initiative has no open deviation by that number on that date. Add the yellow or red status that opened it, or correct the date.");

    public static Refusal NoOpenRemedy() => new(
        "no-open-remedy",
        "Afhjælpningen findes ikke eller er afsluttet på den dato. Ret nummeret eller datoen.",
        "The remedy does not exist or has ended by that date. Correct the number or the date.");

    public static Refusal NoOpenEscalation() => new(
        "no-open-escalation",
        "Eskaleringen findes ikke eller er besvaret på den dato. Ret nummeret eller datoen.",
        "The escalation does not exist or is answered by that date. Correct the number or the date.");

    public static Refusal ReservationOutOfSequence(int expected) => new(
        "reservation-out-of-sequence",
        $"Forbehold nummereres fortløbende inden for indsatsen; her ventes {expected}. Ret nummeret.",
        $"Reservations are numbered within the initiative; {expected} is expected here. Correct the number.");

    public static Refusal NoOpenReservation(int number) => new(
        "no-open-reservation",
        $"Forbehold {number} findes ikke eller er allerede opfyldt på den dato. Ret nummeret eller datoen.",
        $"Reservation {number} does not exist or is fulfilled by that date. Correct the number or the date.");

    public static Refusal NotPaused() => new(
        "not-paused",
        "Indsatsen er ikke sat på pause på den dato. Tilføj pausen, eller slet genoptagelsen.",
        "The initiative is not paused on that date. Add the pause, or delete the resumption.");
}
