using Initiatives.Domain;

namespace Initiatives.Api.Platform.Http;

/// <summary>What can be wrong with a request before any rule of the domain is asked: code, Danish and English, in one place.</summary>
internal static class Faults
{
    public static readonly Refusal TokenMissing = new("token-missing",
        "Kaldet skal have et adgangstoken: Authorization: Bearer TOKEN.",
        "The request needs an access token: Authorization: Bearer TOKEN.");

    public static readonly Refusal TokenWrong = new("token-wrong",
        "Adgangstokenet gælder ikke her.",
        "The access token is not valid here.");

    public static readonly Refusal Forbidden = new("not-allowed",
        "Det har du ikke ret til her. Tabellen over rettigheder viser, hvem der har; bed klyngens sekretariat om en rolle, hvis du skal.",
        "You have no right to do this here. The table of rights says who has; ask the cluster's secretariat for a role if you should.");

    public static readonly Refusal ClusterClosed = new("cluster-closed",
        "Du har ikke adgang til denne klynge, eller den findes ikke.",
        "You have no access to this cluster, or it does not exist.");

    public static readonly Refusal TooManyWebhooks = new("webhooks-too-many",
        "Klyngen har så mange webhooks, som den kan have. Fjern en, der ikke bruges mere.",
        "The cluster has as many webhooks as it may. Remove one that is of no more use.");

    public static readonly Refusal RouteUnknown = new("route-unknown",
        "Adressen findes ikke. Alle adresser står i /openapi/v1.json.",
        "There is nothing at this address. All addresses are listed in /openapi/v1.json.");

    public static readonly Refusal MethodWrong = new("method-wrong",
        "Adressen findes, men ikke med denne metode; se svarets Allow.",
        "The address exists, but not with this method; see Allow in the answer.");

    public static Refusal HostUnknown(string host) => new("host-unknown",
        $"Tjenesten svarer ikke som »{host}«. Brug dens egen adresse; driften føjer flere til med {AllowedHosts.Setting}.",
        $"The service does not answer as \"{host}\". Use its own address; its operator adds others with {AllowedHosts.Setting}.",
        "Host");

    public static readonly Refusal JsonExpected = new("json-expected",
        "Indholdet skal være JSON: Content-Type: application/json.",
        "The body must be JSON: Content-Type: application/json.");

    public static readonly Refusal IfMatchMissing = new("if-match-missing",
        "Ændringer kræver If-Match med den ETag, som ressourcen sidst blev læst med.",
        "A change needs If-Match with the ETag the resource was last read with.");

    public static readonly Refusal IfMatchMalformed = new("if-match-malformed",
        "If-Match skal være én ETag, som den blev givet, fx \"12\".",
        "If-Match must be one ETag as it was given, e.g. \"12\".",
        "If-Match");

    public static readonly Refusal KeyMalformed = new("idempotency-key-malformed",
        "Idempotency-Key skal være 1-200 synlige tegn.",
        "Idempotency-Key must be 1-200 visible characters.",
        "Idempotency-Key");

    public static readonly Refusal KeyReused = new("idempotency-key-reused",
        "Nøglen i Idempotency-Key er brugt til et andet kald inden for det seneste døgn. Brug en ny nøgle.",
        "The Idempotency-Key was used for another request within the last 24 hours. Use a new key.");

    public static readonly Refusal OnBehalfOfMalformed = new("on-behalf-of-malformed",
        "On-Behalf-Of skal være id'et på et forum eller en person: 1-100 små bogstaver, tal og bindestreger.",
        "On-Behalf-Of must be the id of a forum or a person: 1-100 lower-case letters, digits and hyphens.",
        "On-Behalf-Of");

    public static readonly Refusal AsOfMalformed = new("as-of-malformed",
        "asOf skal være en dato (2023-08-30) eller et tidspunkt med tidszone (2023-08-30T12:00:00Z).",
        "asOf must be a date (2023-08-30) or an instant with its offset (2023-08-30T12:00:00Z).",
        "asOf");

    public static readonly Refusal AsOfBeyond = new("as-of-ahead",
        "asOf ligger i fremtiden, og den er der ingen, der kender.",
        "asOf lies in the future, which nobody knows.",
        "asOf");

    public static readonly Refusal CursorMalformed = new("cursor-malformed",
        "cursor skal være den, der stod i next på den forrige side.",
        "cursor must be the one given as next on the page before.",
        "cursor");

    public static readonly Refusal QueryMalformed = new("parameter-malformed",
        "En parameter i adressen er ikke af den rette slags; se /openapi/v1.json.",
        "A parameter in the address is not of the right kind; see /openapi/v1.json.");

    public static readonly Refusal Busy = new("busy",
        "Mange ændrer det samme lige nu. Prøv igen om lidt.",
        "Many are changing the same thing right now. Try again in a moment.");

    public static readonly Refusal DatabaseAway = new("database-away",
        "Databasen svarer ikke lige nu. Kaldet kan sendes igen med samme Idempotency-Key.",
        "The database does not answer right now. The request may be sent again with the same Idempotency-Key.");

    public static readonly Refusal Bug = new("internal-error",
        "Der skete en fejl hos os. Opgiv traceId, når den meldes.",
        "Something failed on our side. Give the traceId when reporting it.");

    public static Refusal BodyTooLarge(long limit) => new("body-too-large",
        $"Indholdet fylder mere end de {limit / 1024} kB, der tages imod her.",
        $"The body is larger than the {limit / 1024} kB accepted here.");

    /// <summary>A zero character, which JSON can carry and no text in the database may hold. Nothing of the request is stored.</summary>
    public static Refusal NoText { get; } = new("text-unreadable",
        "Indholdet har et nultegn (U+0000), som ingen tekst må have. Slet det, og send igen.",
        "The body holds a zero character (U+0000), which no text may hold. Delete it and send again.");

    public static Refusal Stale(long current) => new("stale",
        $"Nogen har ændret det i mellemtiden (nu version {current}). Læs det igen, og prøv på det grundlag.",
        $"Somebody has changed it in the meantime (now version {current}). Read it again and decide on that.");

    public static Refusal Missing(string what) => what switch
    {
        Streams.Cluster => new("cluster-unknown", "Klyngen findes ikke.", "There is no such cluster."),
        _ when what.StartsWith("plan", StringComparison.Ordinal) => new("plan-unknown", "Klyngen har ikke den handleplan.", "The cluster has no such action plan."),
        _ when what.StartsWith("initiative", StringComparison.Ordinal) => new("initiative-unknown", "Klyngen har ikke den indsats i planen.", "The cluster has no such initiative in the plan."),
        _ => new($"{what}-unknown", "Det findes ikke i klyngen.", "There is no such thing in the cluster."),
    };
}
