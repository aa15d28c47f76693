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
