namespace Initiatives.Domain;

// Every rule of an initiative, in the order of its life. The codes are a contract with programs: they outlive any change
// of wording. Long because it is the noun's one list of rules.

/// <summary>What an initiative refuses, and what to do instead.</summary>
public static class InitiativeRefusals
{
    // ---- Where it is in its life ----

    public static Refusal NotOrdered() => new(
        "initiative-not-ordered",
        "Indsatsen er ikke bestilt. Opret bestillingen først.",
        "The initiative has not been ordered. Record the order first.");

    public static Refusal NumberTaken(int number) => new(
        "initiative-number-taken",
        $"Der findes allerede en anden indsats {number} i handleplanen. Vælg et andet nummer.",
        $"The plan already has another initiative {number}. Choose another number.",
        "number");

    public static Refusal NumberMalformed() => new(
        "initiative-number-malformed",
        "Indsatsens nummer skal være 1 eller højere.",
        "The initiative's number must be 1 or higher.",
        "number");

    public static Refusal NotAnchored() => new(
        "initiative-not-anchored",
        "Indsatsen har ingen projektejer. Fordel ejerskabet først.",
        "The initiative has no owner. Assign ownership first.");

    public static Refusal NotApproved() => new(
        "initiative-not-approved",
        "Ordrebekræftelsen er ikke godkendt af alle fora i kæden. Indsatsen kan starte efter den sidste godkendelse.",
        "The order confirmation has not been approved by every forum of the chain. The initiative can start after the last approval.");

    public static Refusal OwnerNotNamed() => new(
        "owner-not-named",
        "Projektejeren er kun en organisation. Sæt navn på ejeren, før indsatsen starter.",
        "The owner is only an organisation. Name the owner before the initiative starts.");

    public static Refusal NotStarted() => new(
        "initiative-not-started",
        "Indsatsen er ikke startet. Start den med en navngiven projektgruppe først.",
        "The initiative has not started. Start it with a named working group first.");

    public static Refusal AlreadyStarted() => new(
        "initiative-already-started",
        "Indsatsen er allerede startet. Ret projektgruppen i stedet.",
        "The initiative has already started. Change its working group instead.");

    public static Refusal IsPaused() => new(
        "initiative-paused",
        "Indsatsen er sat på pause. Genoptag den først.",
        "The initiative is paused. Resume it first.");

    public static Refusal IsDelivered() => new(
        "initiative-delivered",
        "Indsatsen er meldt leveret og afventer lukning. Afvis leveringen først, hvis arbejdet skal fortsætte.",
        "The initiative is claimed as delivered and awaits closing. Reject the delivery first if the work is to go on.");

    public static Refusal NotDelivered() => new(
        "initiative-not-delivered",
        "Indsatsen er ikke meldt leveret. Projektejeren skal først melde levering.",
        "The initiative has not been claimed as delivered. The owner must claim delivery first.");

    public static Refusal HasEnded(EndingKind? how) => new(
        "initiative-ended",
        $"Indsatsen er {Danish(how)} og kan ikke ændres. Bestil en ny indsats, hvis arbejdet skal fortsætte.",
        $"The initiative has been {English(how)} and cannot be changed. Order a new initiative if the work is to go on.");

    // ---- Texts, ids, dates and money ----

    public static Refusal TextMissing(string field, string danish, string english) => new(
        "text-missing", $"Skriv {danish}.", $"Write {english}.", field);

    public static Refusal TextTooLong(string field, int longest) => new(
        "text-too-long",
        $"Teksten er for lang. Forkort den til højst {longest} tegn, og læg resten i et bilag.",
        $"The text is too long. Shorten it to at most {longest} characters and put the rest in an annex.",
        field);

    public static Refusal CprInText(string field) => new(
        "cpr-in-text",
        "Teksten indeholder noget, der ligner et CPR-nummer. Patienter må ikke kunne genkendes: fjern nummeret.",
        "The text holds what looks like a Danish personal number. Patients must not be named: remove the number.",
        field);

    public static Refusal ListTooLong(string field, int longest) => new(
        "list-too-long", $"Listen er for lang. Højst {longest} linjer.", $"The list is too long. At most {longest} entries.", field);

    public static Refusal ListedTwice(string field) => new(
        "listed-twice", "Det samme står to gange. Fjern den ene linje.", "The same is listed twice. Remove one of the entries.", field);

    public static Refusal IdMalformed(string field) => new(
        "id-malformed",
        "Vælg en person eller organisation fra registret.",
        "Choose a person or an organisation from the register.",
        field);

    public static Refusal ValueUnknown(string field) => new(
        "value-unknown", "Værdien findes ikke. Vælg en af de mulige.", "There is no such value. Choose one of those offered.", field);

    public static Refusal OrganisationUnknown(string field, string? id) => new(
        "organisation-unknown",
        $"Organisationen \"{id}\" findes ikke i klyngen. Vælg en af klyngens organisationer.",
        $"The cluster has no organisation \"{id}\". Choose one of the cluster's organisations.",
        field);

    public static Refusal DateImplausible(string field) => new(
        "date-implausible", "Datoen skal ligge mellem år 2000 og 2099. Ret årstallet.", "The date must fall between 2000 and 2099. Mend the year.", field);

    public static Refusal DatePast(string field) => new(
        "date-past", "Datoen er passeret. Vælg i dag eller en senere dag.", "The date has passed. Choose today or a later day.", field);

    public static Refusal DateInFuture(string field) => new(
        "date-in-future", "Datoen ligger i fremtiden. Vælg i dag eller en tidligere dag.", "The date lies in the future. Choose today or an earlier day.", field);

    public static Refusal MoneyNegative(string field) => new(
        "money-negative", "Beløbet må ikke være negativt.", "The amount must not be negative.", field);

    public static Refusal MoneyImplausible(string field) => new(
        "money-implausible", "Beløbet er usandsynlig stort. Skriv det i hele kroner.", "The amount is implausibly large. Write it in kroner.", field);

    // ---- Forums and meetings ----

    public static Refusal ForumUnknown(string field, string? id) => new(
        "forum-unknown",
        $"Forummet \"{id}\" findes ikke i klyngen. Vælg et af klyngens fora.",
        $"The cluster has no forum \"{id}\". Choose one of the cluster's forums.",
        field);

    public static Refusal ForumLacksDuty(Forum forum, string field, IEnumerable<ForumDuty> duties) => new(
        "forum-lacks-duty",
        $"{forum.Name} har ikke den opgave ({string.Join(" / ", duties.Select(Danish))}). Vælg et forum, der har den, eller ret klyngens opsætning.",
        $"{forum.Name} does not hold that duty ({string.Join(" / ", duties.Select(English))}). Choose a forum that does, or change the cluster's configuration.",
        field);

    public static Refusal MeetingMissing() => new(
        "meeting-missing",
        "Angiv det møde, beslutningen blev truffet på, eller vælg skriftlig godkendelse.",
        "Name the meeting at which it was decided, or choose written procedure.",
        "meeting");

    public static Refusal WrittenProcedureHasNoMeeting() => new(
        "written-procedure-has-no-meeting",
        "En skriftlig godkendelse hører ikke til et møde. Fjern mødet, eller vælg møde.",
        "A written procedure belongs to no meeting. Remove the meeting, or choose meeting.",
        "meeting");

    public static Refusal MeetingUnknown(string field) => new(
        "meeting-unknown", "Mødet findes ikke i kalenderen. Vælg et møde fra kalenderen.", "There is no such meeting. Choose one from the calendar.", field);

    public static Refusal MeetingOfAnotherForum(string field) => new(
        "meeting-of-another-forum", "Mødet hører til et andet forum. Vælg et af forummets egne møder.", "The meeting is another forum's. Choose one of the forum's own.", field);

    public static Refusal MeetingAhead(DateOnly on) => new(
        "meeting-not-held-yet",
        $"Mødet holdes {on.InDanish()}, så intet er besluttet på det endnu. Vælg et møde, der er holdt, eller vent til mødedagen.",
        $"The meeting is on {on:yyyy-MM-dd}, so nothing has been decided at it yet. Choose one that was held, or wait for its day.",
        "meeting");

    public static Refusal MeetingIsCancelled(string field) => new(
        "meeting-cancelled", "Mødet er aflyst. Vælg et andet møde, eller skriftlig godkendelse.", "The meeting was cancelled. Choose another, or written procedure.", field);

    // ---- Order and ownership ----

    public static Refusal ReservationUnknown(int reservation) => new(
        "reservation-unknown", $"Der er intet forbehold {reservation} på indsatsen.", $"The initiative has no reservation {reservation}. Check its number.", "reservation");

    // ---- Order confirmation ----

    public static Refusal RevisionOutOfOrder(int next) => new(
        "revision-out-of-order",
        $"Den næste ordrebekræftelse er revision {next}. Hent siden igen, og indsend som revision {next}.",
        $"The next order confirmation is revision {next}. Load the page again and submit as revision {next}.",
        "revision");

    public static Refusal RevisionNotPending(int revision, int? pending) => new(
        "revision-not-pending",
        $"Revision {revision} afventer ikke godkendelse. " + (pending is { } p ? $"Tag stilling til revision {p}." : "Afvent, at projektejeren indsender en ny revision."),
        $"Revision {revision} does not await approval. " + (pending is { } q ? $"Decide on revision {q}." : "Wait until the owner submits a new revision."),
        "revision");

    public static Refusal ApprovalOutOfOrder(Forum next) => new(
        "approval-out-of-order",
        $"{next.Name} skal tage stilling først. Godkendelserne følger kædens rækkefølge.",
        $"{next.Name} must decide first. Approvals follow the order of the chain.",
        "forum");

    public static Refusal AlreadyApproved(Forum? forum, string id) => new(
        "already-approved",
        $"{forum?.Name ?? id} har allerede taget stilling, med andre forbehold eller bemærkninger. Tilføj nye som forbehold eller bemærkning på bestillingen.",
        $"{forum?.Name ?? id} has already decided, with other reservations or remarks. Add new ones to the order.",
        "forum");

    public static Refusal EndBeforeStart(string field) => new(
        "end-before-start", "Slutdatoen ligger før startdatoen. Ret en af dem.", "The end lies before the start. Mend one of them.", field);

    public static Refusal DateMissing(string field) => new(
        "date-missing", "Angiv en dato.", "Give a date.", field);

    public static Refusal FrameMissing() => new(
        "frame-missing",
        "Angiv den økonomiske ramme. Skriv 0, hvis indsatsen holdes inden for eksisterende budgetter.",
        "Give the economic frame. Write 0 when the initiative stays within existing budgets.",
        "frame");

    public static Refusal CurrencyUnknown() => new(
        "currency-unknown", "Rammen skal være i danske kroner (DKK).", "The frame must be in Danish kroner (DKK).", "frame.currency");

    public static Refusal SharesDoNotAddUp() => new(
        "shares-do-not-add-up",
        "Fordelingen på år og betalere giver ikke rammens beløb. Ret fordelingen eller rammen.",
        "The shares by year and payer do not add up to the frame. Mend the shares or the frame.",
        "frame.shares");

    public static Refusal MilestoneOutsidePeriod(string field) => new(
        "milestone-outside-period", "Milepælen ligger uden for indsatsens periode. Ret datoen.", "The milestone lies outside the initiative's period. Mend its date.", field);

    public static Refusal ResourcesMissing() => new(
        "resources-missing",
        "Angiv mindst én organisations ressourcer, fx \"0,5 årsværk\".",
        "Give the resources of at least one organisation, e.g. \"0.5 full-time\".",
        "resources");

    public static Refusal IndicatorsMissing() => new(
        "indicators-missing",
        "Angiv mindst én indikator, som viser, om indsatsen når i mål.",
        "Give at least one indicator that shows whether the initiative reaches its goal.",
        "indicators");

    public static Refusal TargetMissing(string field) => new(
        "target-missing", "Angiv indikatorens mål.", "Give the indicator's target.", field);

    public static Refusal TargetAgainstDirection(string field) => new(
        "target-against-direction",
        "Målet ligger på den forkerte side af udgangspunktet. Ret målet eller retningen.",
        "The target lies on the wrong side of the baseline. Mend the target or the direction.",
        field);

    public static Refusal ToleranceNegative(string field) => new(
        "tolerance-negative", "Tolerancen må ikke være negativ.", "The tolerance must not be negative.", field);

    public static Refusal MembersMissing() => new(
        "working-group-empty", "Angiv mindst ét navngivet medlem af projektgruppen.", "Name at least one member of the working group.", "workingGroup");

    // ---- Status ----

    public static Refusal PatientInvolvementMissing(string field) => new(
        "patient-involvement-missing",
        "Tag stilling til patientinddragelse: er det relevant, og hvordan eller hvorfor ikke?",
        "Take a stance on patient involvement: is it relevant, and how or why not?",
        field);

    public static Refusal StatusNeedsDimensions() => new(
        "status-needs-dimensions", "Giv tid, økonomi, ressourcer og leverance hver sit lys.", "Give time, economy, resources and deliverable a light each.", "dimensions");

    public static Refusal OverrideNeedsReason(TrafficLight suggested, Suggestion because) => new(
        "override-needs-reason",
        $"Systemet foreslår {Danish(suggested)}: {because.In("da")} Skriv, hvorfor du vælger en anden farve.",
        $"The system suggests {English(suggested)}: {because.In("en")} Write why you choose another light.",
        "overrideReason");

    public static Refusal NeedsCause() => new(
        "deviation-needs-cause", "Skriv årsagen til afvigelsen.", "Write the cause of the deviation.", "deviation.cause");

    public static Refusal NeedsConsequence() => new(
        "deviation-needs-consequence", "Skriv konsekvensen af afvigelsen.", "Write the consequence of the deviation.", "deviation.consequence");

    public static Refusal NeedsOptions() => new(
        "deviation-needs-options", "Skriv, hvilke muligheder der er.", "Write which options there are.", "deviation.options");

    public static Refusal NeedsRemedy() => new(
        "deviation-needs-remedy", "Skriv, hvilken afhjælpning du anbefaler.", "Write which remedy you recommend.", "deviation.remedy");

    public static Refusal RedNeedsDecision() => new(
        "red-needs-decision", "Rød kræver en beslutning: skriv, hvilken.", "Red needs a decision: write which.", "deviation.decisionWanted");

    public static Refusal RedNeedsForum() => new(
        "red-needs-forum", "Rød kræver en beslutning: vælg, hvilket forum der skal træffe den.", "Red needs a decision: choose the forum that must make it.", "deviation.decisionFrom");

    public static Refusal RedNeedsDate() => new(
        "red-needs-date", "Rød kræver en beslutning: angiv, hvornår den senest skal træffes.", "Red needs a decision: give the day by which it must be made.", "deviation.decisionBy");

    public static Refusal ForecastBeforeStart() => new(
        "forecast-before-start", "Den forventede slutdato ligger før indsatsens start. Ret datoen.", "The forecast end lies before the initiative's start. Mend the date.", "forecast.end");

    public static Refusal IndicatorUnknown(string field) => new(
        "indicator-unknown",
        "Indikatoren findes ikke i de gældende leveringsbetingelser. Vælg en af dem, der er aftalt.",
        "The terms in force have no such indicator. Choose one of those agreed.",
        field);

    public static Refusal CorrectedUnknown() => new(
        "corrected-status-unknown", "Den status, der skal rettes, findes ikke. Kontrollér nummeret.", "The status to correct does not exist. Check its number.", "corrects");

    public static Refusal CorrectedSuperseded() => new(
        "corrected-status-superseded",
        "Kun den seneste status kan rettes: der er givet status siden. Skriv en ny status.",
        "Only the latest status can be corrected: there is a newer one. Write a new status.",
        "corrects");

    public static Refusal NothingToReconfirm() => new(
        "reconfirm-needs-status", "Der er ingen status at bekræfte. Skriv den første status.", "There is no status to re-confirm. Write the first one.");

    public static Refusal ReconfirmNotGreen() => new(
        "reconfirm-needs-green",
        "Kun en grøn status kan meldes uændret. Skriv en ny status, også når der ikke er sket noget.",
        "Only a green status can be re-confirmed. Write a new status, also when nothing has happened.");

    public static Refusal ReconfirmOutsideTolerance(Suggestion because) => new(
        "reconfirm-outside-tolerance",
        $"Den seneste status holder sig ikke længere inden for tolerancerne: {because.In("da")} Skriv en ny status.",
        $"The last status is no longer within the tolerances: {because.In("en")} Write a new status.");

    public static Refusal ReconfirmIncomplete() => new(
        "reconfirm-incomplete",
        "Den seneste status mangler fremdrift, næste skridt eller patientinddragelse. Skriv en ny status.",
        "The last status lacks progress, next step or patient involvement. Write a new status.");

    public static Refusal StatusUnknown() => new(
        "status-unknown", "Den status findes ikke. Kontrollér nummeret.", "There is no such status. Check its number.", "status");

    // ---- Deviation management ----

    public static Refusal DeviationUnknown(int deviation) => new(
        "deviation-unknown", $"Indsatsen har ingen afvigelse {deviation}. Kontrollér nummeret.", $"The initiative has no deviation {deviation}. Check its number.", "deviation");

    public static Refusal DeviationIsClosed(int deviation) => new(
        "deviation-closed",
        $"Afvigelse {deviation} er lukket. Den næste gule eller røde status åbner en ny.",
        $"Deviation {deviation} is closed. The next yellow or red status opens a new one.",
        "deviation");

    public static Refusal DeviationNotGreen() => new(
        "deviation-not-green",
        "Afvigelsen kan først lukkes, når den seneste status er grøn. Afvent en grøn status, eller vælg omplanlægning.",
        "The deviation can be closed once the latest status is green. Wait for a green status, or choose to re-plan.");

    public static Refusal RemediesOpen() => new(
        "remedies-open", "Der er åbne afhjælpninger. Meld dem udført, eller frafald dem, før afvigelsen lukkes.", "There are open remedies. Mark them done or drop them before closing the deviation.");

    public static Refusal EscalationOpen() => new(
        "escalation-open",
        "Der er en eskalering uden svar eller med et svar, der ikke er taget til efterretning. Afslut den, før afvigelsen lukkes.",
        "There is an escalation without an answer, or with one not yet noted. Finish it before closing the deviation.");

    public static Refusal RemedyUnknown(int remedy) => new(
        "remedy-unknown", $"Indsatsen har ingen afhjælpning {remedy}. Kontrollér nummeret.", $"The initiative has no remedy {remedy}. Check its number.", "remedy");

    public static Refusal RemedyOfClosedDeviation(int remedy) => new(
        "remedy-of-closed-deviation",
        $"Afhjælpning {remedy} hører til en lukket afvigelse og kan ikke ændres.",
        $"Remedy {remedy} belongs to a closed deviation and cannot be changed.",
        "remedy");

    public static Refusal RemedyAlreadyDone(int remedy) => new(
        "remedy-already-done", $"Afhjælpning {remedy} er meldt udført. Aftal en ny, hvis der skal mere til.", $"Remedy {remedy} is done. Agree on a new one if more is needed.", "remedy");

    public static Refusal RemedyAlreadyDropped(int remedy) => new(
        "remedy-already-dropped", $"Afhjælpning {remedy} er frafaldet. Aftal en ny, hvis den alligevel skal udføres.", $"Remedy {remedy} was dropped. Agree on a new one if it is to be done after all.", "remedy");

    public static Refusal EscalationUnknown(int escalation) => new(
        "escalation-unknown", $"Indsatsen har ingen eskalering {escalation}. Kontrollér nummeret.", $"The initiative has no escalation {escalation}. Check its number.", "escalation");

    public static Refusal EscalationAlreadyDecided(int escalation) => new(
        "escalation-already-decided",
        $"Eskalering {escalation} er besluttet. Rejs en ny, hvis sagen skal op igen.",
        $"Escalation {escalation} has been decided. Raise a new one if the matter must go up again.",
        "escalation");

    public static Refusal EscalationUndecided(int escalation) => new(
        "escalation-undecided", $"Eskalering {escalation} har intet svar endnu. Afvent beslutningen.", $"Escalation {escalation} has no answer yet. Wait for the decision.", "escalation");

    public static Refusal EscalationWithAnotherForum(string with) => new(
        "escalation-with-another-forum", $"Eskaleringen ligger hos {with}, som skal tage stilling.", $"The escalation is with {with}, who must decide.", "forum");

    public static Refusal EscalatesElsewhere(Forum from, Forum? up) => new(
        "escalates-elsewhere",
        up is null ? $"{from.Name} har intet forum over sig. Træf beslutningen her." : $"{from.Name} eskalerer til {up.Name}. Send eskaleringen dertil.",
        up is null ? $"{from.Name} has no forum above it. Decide here." : $"{from.Name} escalates to {up.Name}. Send the escalation there.",
        "to");

    public static Refusal MoneyNeedsAmount() => new(
        "money-needs-amount", "Svaret er penge: angiv beløbet i kroner.", "The answer is money: give the amount in kroner.", "amount");

    public static Refusal AmountWithoutMoney() => new(
        "amount-without-money", "Et beløb hører kun til svaret \"penge\". Fjern beløbet, eller vælg penge.", "An amount belongs to the answer \"money\" alone. Remove it, or choose money.", "amount");

    // ---- The rest of its life ----

    public static Refusal LessonsMissing() => new(
        "lessons-missing", "Det sidste forum lukker indsatsen: skriv, hvad der er lært.", "The last forum closes the initiative: write the lessons learned.", "lessonsLearned");

    public static Refusal IntoItself(string field) => new(
        "into-itself", "Indsatsen kan ikke videreføres i sig selv. Vælg en anden indsats.", "The initiative cannot live on in itself. Choose another.", field);

    public static Refusal SplitNeedsTwo() => new(
        "split-needs-two", "En opdeling kræver mindst to indsatser at dele i. Brug sammenlægning, hvis der kun er én.", "A split needs at least two initiatives to split into. Use merge if there is only one.", "into");

    public static Refusal ChangedMeanwhile(int number) => new(
        "initiative-changed-meanwhile",
        $"Indsats {number} har fået en ny status imens. Se planen igennem igen, før den føres videre.",
        $"Initiative {number} has a new status meanwhile. Look the plan through again before it is carried over.");

    public static Refusal NothingToCarryOn() => new(
        "nothing-to-carry-on",
        "Kun en indsats, der føres videre fra en tidligere handleplan, kan beholde sine leveringsbetingelser uden ny godkendelse.",
        "Only an initiative that is carried over from an earlier plan can keep its delivery terms without being approved anew.");

    // ---- Words inside the sentences above ----

    internal static string Danish(TrafficLight light) => light switch { TrafficLight.Green => "grøn", TrafficLight.Yellow => "gul", _ => "rød" };

    internal static string English(TrafficLight light) => light switch { TrafficLight.Green => "green", TrafficLight.Yellow => "yellow", _ => "red" };

    private static string Danish(EndingKind? how) => how switch
    {
        EndingKind.Merged => "lagt sammen med en anden",
        EndingKind.Split => "delt i flere",
        EndingKind.CarriedOver => "ført videre i den næste handleplan",
        EndingKind.Withdrawn => "udgået",
        _ => "afsluttet",
    };

    private static string English(EndingKind? how) => how switch
    {
        EndingKind.Merged => "merged into another",
        EndingKind.Split => "split into several",
        EndingKind.CarriedOver => "carried over into the next action plan",
        EndingKind.Withdrawn => "withdrawn",
        _ => "closed",
    };

    private static string Danish(ForumDuty duty) => duty switch
    {
        ForumDuty.PlaceOrders => "bestille indsatser",
        ForumDuty.ApproveConfirmation => "godkende ordrebekræftelser",
        ForumDuty.ManageDeviations => "styre afvigelser",
        _ => "beslutte eskaleringer",
    };

    private static string English(ForumDuty duty) => duty switch
    {
        ForumDuty.PlaceOrders => "placing orders",
        ForumDuty.ApproveConfirmation => "approving confirmations",
        ForumDuty.ManageDeviations => "managing deviations",
        _ => "deciding escalations",
    };
}
