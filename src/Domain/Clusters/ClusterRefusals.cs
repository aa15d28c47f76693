namespace Initiatives.Domain;

/// <summary>What a cluster's configuration refuses, and what to do instead. The codes are a contract with programs.</summary>
public static class ClusterRefusals
{
    public static Refusal NotRegistered() => new(
        "cluster-not-registered",
        "Klyngen er ikke oprettet. Opret den først.",
        "The cluster is not registered. Register it first.");

    public static Refusal AlreadyRegistered(string id) => new(
        "cluster-already-registered",
        $"Klyngen {id} er allerede oprettet med andre oplysninger. Omdøb den i stedet.",
        $"The cluster {id} is registered already, with other particulars. Rename it instead.",
        "id");

    public static Refusal SlugMalformed(string field) => new(
        "slug-malformed",
        "Et id skrives med små bogstaver a-z, tal og enkelte bindestreger, fx \"handleplan-2023\".",
        "An id is written in lower-case letters a-z, digits and single hyphens, e.g. \"handleplan-2023\".",
        field);

    public static Refusal TimeZoneUnknown(string timeZone) => new(
        "time-zone-unknown",
        $"Tidszonen \"{timeZone}\" kendes ikke. Brug et navn som \"Europe/Copenhagen\".",
        $"There is no time zone \"{timeZone}\". Use a name like \"Europe/Copenhagen\".",
        "timeZone");

    public static Refusal LanguageUnknown() => new(
        "language-unknown", "Sproget skal være \"da\" eller \"en\".", "The language must be \"da\" or \"en\".", "language");

    public static Refusal EscalatesToUnknown(string field, string forum) => new(
        "forum-escalates-to-unknown",
        $"Der eskaleres til \"{forum}\", som ikke findes. Opret forummet, eller ret henvisningen.",
        $"It escalates to \"{forum}\", which does not exist. Configure that forum, or mend the reference.",
        field);

    public static Refusal EscalatesInCircle(string field, string forum) => new(
        "forum-escalates-in-circle",
        $"Eskaleringer fra \"{forum}\" ville vende tilbage til forummet selv. Lad kæden ende øverst.",
        $"Escalations from \"{forum}\" would come back to it. Let the chain end at the top.",
        field);

    public static Refusal ForumLeftOut() => new(
        "forum-left-out",
        "Rækkefølgen skal nævne alle klyngens fora.",
        "The order must name every forum of the cluster.",
        "forums");

    public static Refusal ChainInUse(IReadOnlyList<int> initiatives) => new(
        "chain-in-use",
        $"Rækkefølgen af de fora, der godkender, kan ikke ændres, mens indsats {string.Join(", ", initiatives)} er på vej gennem dem. Vent, til de er afgjort.",
        $"The order of the forums that approve cannot change while initiative {string.Join(", ", initiatives)} is on its way through them. Wait until it is decided.",
        "forums");

    public static Refusal SecondManagingForum(string field, string first) => new(
        "second-managing-forum",
        $"Afvigelser håndteres allerede af \"{first}\". Kun ét forum kan have den opgave.",
        $"Deviations are managed by \"{first}\" already. Only one forum can have that duty.",
        field);

    public static Refusal RhythmOutOfOrder() => new(
        "rhythm-out-of-order",
        "Runden skal åbne før fristen, og fristen skal ligge før rapporten udsendes (fx 21, 10 og 7 dage før mødet).",
        "The round must open before the deadline, and the deadline fall before the pack is sent (e.g. 21, 10 and 7 days before the meeting).",
        "rhythm");

    public static Refusal RhythmOutOfRange() => new(
        "rhythm-out-of-range",
        "Dage skal være mellem 0 og 120, påmindelsen højst 20 arbejdsdage før fristen, og timen mellem 0 og 23.",
        "Days must be between 0 and 120, the reminder at most 20 working days before the deadline, and the hour between 0 and 23.",
        "rhythm");

    public static Refusal WheelTimeUnclear() => new(
        "wheel-time-unclear",
        "Vælg enten en eller flere af årets måneder (1-12), årets første møde eller årets sidste møde.",
        "Choose one or more months of the year (1-12), or the first meeting of the year, or the last.",
        "months");

    public static Refusal SentToItself() => new(
        "minutes-sent-to-themselves",
        "Et forums referat sendes ikke til forummet selv. Det har det allerede.",
        "A forum's minutes are not sent to itself. It has them already.",
        "sentTo");

    public static Refusal TolerancesOutOfOrder() => new(
        "tolerances-out-of-order",
        "Grænserne må ikke være negative, og rød skal begynde efter gul.",
        "Tolerances must not be negative, and red must begin after yellow.",
        "tolerances");
}
