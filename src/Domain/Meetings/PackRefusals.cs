namespace Initiatives.Domain;

/// <summary>What a pack refuses, and what to do instead. The codes are a contract with programs.</summary>
public static class PackRefusals
{
    public static Refusal ClusterUnknown() => new(
        "cluster-unknown",
        "Der er ingen klynge med det id.",
        "There is no cluster with that id.",
        "cluster");

    public static Refusal MeetingHasNoPack(string kind) => new(
        "pack-not-for-forum",
        $"Mødets forum får ikke {kind}. Vælg et møde i et forum, der gør.",
        $"The meeting's forum does not get {kind}. Choose a meeting of one that does.",
        "kind");

    public static Refusal NoMeetingAhead(string kind) => new(
        "pack-no-meeting-ahead",
        $"Der er intet møde forude i et forum, der får {kind}. Indkald mødet, eller angiv en dato.",
        $"There is no meeting ahead of a forum that gets {kind}. Schedule it, or give a date.",
        "meeting");

    public static Refusal KindUnknown(IEnumerable<string> kinds) => new(
        "pack-kind-unknown",
        $"Den rapport findes ikke. Vælg en af disse: {string.Join(", ", kinds)}.",
        $"There is no such pack. Choose one of: {string.Join(", ", kinds)}.",
        "kind");

    public static Refusal MeetingNotReplaced() => new(
        "pack-meeting-not-replaced",
        "En skriftlig status sendes i stedet for et møde, der er aflyst med det valg. Vælg sådan et møde.",
        "A written status is sent instead of a meeting that was cancelled with that choice. Choose such a meeting.",
        "meeting");

    public static Refusal MinutesNotApproved() => new(
        "pack-minutes-not-approved",
        "Beslutningsreferatet udsendes, når mødets referat er godkendt.",
        "The decisions are issued once the meeting's minutes are approved.",
        "meeting");

    public static Refusal EditionUnknown() => new(
        "edition-unknown",
        "Der er ingen udgave med det id.",
        "There is no edition with that id.",
        "id");

    public static Refusal NoFigures(string kind) => new(
        "edition-without-figures",
        $"Der er ingen tal bag en udgave af {kind}. Hent den som PDF eller Word.",
        $"There are no figures behind an edition of {kind}. Read it as PDF or Word.",
        "id");

    public static Refusal EditionNeedsReason() => new(
        "edition-needs-reason",
        "Rapporten er allerede udsendt. Skriv, hvorfor der skal laves en ny udgave.",
        "The pack has been issued already. Write why there is to be another edition.",
        "why");

    public static Refusal CutOffBeforeLast() => new(
        "edition-older-than-last",
        "En ny udgave kan ikke bygge på færre oplysninger end den forrige. Dan rapporten igen.",
        "A new edition cannot rest on less than the last one. Compile the pack again.");
}
