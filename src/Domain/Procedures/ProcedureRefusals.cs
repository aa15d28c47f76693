namespace Initiatives.Domain;

/// <summary>What a written procedure refuses, and what to do instead. The codes are a contract with programs.</summary>
public static class ProcedureRefusals
{
    public static Refusal NotStarted() => new(
        "procedure-not-started", "Den skriftlige godkendelse er ikke startet.", "The written procedure is not started.");

    public static Refusal StartedOtherwise() => new(
        "procedure-started-otherwise",
        "Der er allerede startet en skriftlig godkendelse med det id og et andet spørgsmål. Start en ny.",
        "A written procedure with that id and another question is under way already. Start a new one.");

    public static Refusal OfAnotherForum() => new(
        "procedure-of-another-forum", "Den skriftlige godkendelse hører til et andet forum.", "The written procedure is another forum's.", "forum");

    public static Refusal NotAskable() => new(
        "procedure-not-askable", "Det kan kun besluttes på et møde. Vælg en anden sag.", "That is decided at meetings alone. Choose another case.", "subject");

    public static Refusal NobodyToAsk() => new(
        "procedure-without-members",
        "Forummet har ingen medlemmer at spørge. Skriv dem ind i personregistret først.",
        "The forum has no members to ask. Enter them in the register of people first.",
        "forum");

    public static Refusal LinkMalformed(string field) => new(
        "link-malformed", "Skriv en hel adresse, der begynder med https://.", "Write a whole address that begins with https://.", field);

    public static Refusal DeadlineTooSoon() => new(
        "deadline-too-soon", "Fristen kan tidligst være i morgen. Vælg en senere dag.", "The deadline is tomorrow at the earliest. Choose a later day.", "deadline");

    public static Refusal DeadlineOffDay() => new(
        "deadline-not-working-day",
        "Fristen skal være en arbejdsdag: ingen kan ventes at svare i en weekend eller på en helligdag. Vælg en anden dag.",
        "The deadline must be a working day: nobody can be expected to answer on a weekend or a public holiday. Choose another day.",
        "deadline");

    public static Refusal DeadlineTooFar(DateOnly last) => new(
        "deadline-too-far",
        $"Fristen kan senest være {last.InDanish()}, {ProcedureCommand.LongestDays} dage fra i dag. Vælg en tidligere dag, eller tag sagen op på et møde.",
        $"The deadline is {last:yyyy-MM-dd} at the latest, {ProcedureCommand.LongestDays} days from today. Choose an earlier day, or take the matter up at a meeting.",
        "deadline");

    public static Refusal DeadlineEarlier(DateOnly deadline) => new(
        "deadline-earlier",
        $"Fristen er {deadline.InDanish()} og kan kun flyttes til en senere dag.",
        $"The deadline is {deadline:yyyy-MM-dd}, and can be moved to a later day only.",
        "deadline");

    public static Refusal IsWithdrawn() => new(
        "procedure-withdrawn",
        "Den skriftlige godkendelse er trukket tilbage. Spørg sekretariatet, hvordan sagen tages op.",
        "The written procedure is withdrawn. Ask the secretariat how the matter is taken up.");

    public static Refusal IsConcluded() => new(
        "procedure-concluded",
        "Den skriftlige godkendelse er afsluttet. Tag sagen op på næste møde, eller skriv til sekretariatet.",
        "The written procedure is concluded. Take the matter up at the next meeting, or write to the secretariat.");

    public static Refusal ConcludedOtherwise() => new(
        "procedure-concluded-otherwise",
        "Den skriftlige godkendelse er allerede afsluttet med et andet udfald, og det ligger fast. Tag sagen op på næste møde.",
        "The written procedure is concluded already, with another outcome, and that stands. Take the matter up at the next meeting.");

    public static Refusal NotAsked() => new(
        "procedure-not-asked",
        "Kun de medlemmer, som forummet havde, da den skriftlige godkendelse begyndte, kan svare. Skriv til sekretariatet.",
        "Only those who were members of the forum when the written procedure began can answer. Write to the secretariat.",
        "person");

    public static Refusal TooLate(DateOnly deadline) => new(
        "answer-too-late",
        $"Fristen var {deadline.InDanish()}, og svaret kan ikke modtages her. Skriv til sekretariatet, som kan forlænge fristen.",
        $"The deadline was {deadline:yyyy-MM-dd}, and the answer cannot be taken here. Write to the secretariat, who can extend it.");

    public static Refusal EarlyNeedsReason() => new(
        "early-conclusion-needs-reason",
        "Fristen er ikke udløbet, og ikke alle har svaret. Skriv, hvorfor det ikke kan vente.",
        "The deadline is not over, and not all have answered. Write why it cannot wait.",
        "earlyBecause");
}
