namespace Initiatives.Domain;

/// <summary>What the register of people refuses, and what to do instead. The codes are a contract with programs.</summary>
public static class PersonRefusals
{
    public static Refusal Unknown() => new(
        "person-unknown",
        "Klyngen kender ingen person med det id.",
        "The cluster knows no person with that id.",
        "person");

    public static Refusal IsForgotten() => new(
        "person-forgotten",
        "Personen er glemt, og id'et bruges ikke igen. Opret personen med et nyt id.",
        "The person was forgotten, and the id is not used again. Record the person under a new one.",
        "person");

    public static Refusal NameBroken() => new(
        "name-malformed",
        "Et navn står på én linje.",
        "A name stands on one line.",
        "name");

    public static Refusal MailMalformed() => new(
        "mail-malformed",
        "Mailadressen kan ikke bruges. Skriv den som navn@eksempel.dk.",
        "The mail address cannot be used. Write it like name@example.org.",
        "mail");

    /// <summary>Who signs in by an address is one person in a cluster.</summary>
    public static Refusal MailTaken() => new(
        "mail-taken",
        "En anden i klyngen har den mailadresse. Ret den persons pladser og roller i stedet.",
        "Somebody else in the cluster has that mail address. Change that person's seats and roles instead.",
        "mail");

    public static Refusal EndsBeforeItBegins(string field) => new(
        "period-reversed",
        "Perioden slutter, før den begynder. Ret datoerne.",
        "The period ends before it begins. Mend the dates.",
        field);

    public static Refusal RoleNotTheClusters(string field) => new(
        "role-not-the-clusters",
        "Den rolle gives for hele installationen, ikke i en klynge. Vælg reader eller secretariat.",
        "That role is given for the whole installation, not in a cluster. Choose reader or secretariat.",
        field);

    public static Refusal OwnDeputy(string field) => new(
        "own-deputy",
        "Ingen er stedfortræder for sig selv. Vælg en anden.",
        "Nobody is their own deputy. Choose somebody else.",
        field);

    public static Refusal SeatTwice(string field, string forum) => new(
        "seat-repeated",
        $"Personen har allerede den rolle i \"{forum}\".",
        $"The person has that role in \"{forum}\" already.",
        field);
}
