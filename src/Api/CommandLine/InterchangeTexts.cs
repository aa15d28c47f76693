using Initiatives.Api.Features.Interchange;

namespace Initiatives.Api.CommandLine;

/// <summary>What import, export and demo say.</summary>
internal static class InterchangeTexts
{
    public static readonly Text Import = new(
        "Indlæs et dokument i formatet initiatives/plan@1: klynge, forummer, kalender, handleplan og historik. Alt eller intet; det samme to gange ændrer intet.",
        "Import a document of the format initiatives/plan@1: cluster, forums, calendar, plan and history. All or nothing; the same twice changes nothing.");

    public static readonly Text File = new("Dokumentet (.json, UTF-8), eller et Excel-ark med bestillinger til den nyeste handleplan (.xlsx).", "The document (.json, UTF-8), or an Excel sheet of orders for the newest plan (.xlsx).");

    public static readonly Text DryRun = new("Sig, hvad der ville ske, og gør intet.", "Say what would happen, and do nothing.");

    public static readonly Text Export = new(
        "Skriv alt, hvad en klynge ejer, som et dokument, der kan indlæses igen.",
        "Write everything a cluster owns as a document that imports again.");

    public static readonly Text Cluster = new("Klyngens id; kan udelades, når der kun er én.", "The cluster's id; may be left out when there is only one.");

    public static readonly Text Plan = new("Handleplanens id; ellers den nyeste.", "The plan's id; otherwise the newest.");

    public static readonly Text Out = new("Filen, der skrives; ellers standard output.", "The file to write; otherwise standard output.");

    public static readonly Text Demo = new(
        "Læg tre eksempelklynger ind med eksempelhistorik, flyttet så næste møde ligger forude. Kan gentages.",
        "Put three sample clusters in place with an example history, moved so that the next meeting lies ahead. May be repeated.");

    public static readonly Text List = new("liste", "list");

    public static readonly Text New = new("nye", "new");

    public static readonly Text Changed = new("ændrede", "changed");

    public static readonly Text Unchanged = new("uændrede", "unchanged");

    public static readonly Text Exists = new("findes allerede og er ikke rørt.", "is there already and was left alone.");

    public static Text Outcome(ImportReport report) => report switch
    {
        { ChangesNothing: true } => new("Alt findes allerede. Intet er ændret.", "All of it is there already. Nothing was changed."),
        { DryRun: true } => new($"Ville registrere {report.Events} fakta. Intet er skrevet.", $"Would record {report.Events} facts. Nothing was written."),
        _ => new($"{report.Events} fakta er registreret.", $"{report.Events} facts were recorded."),
    };

    public static Text Refused(int count) => new(
        $"Intet er indlæst: dokumentet har {count} fejl.",
        $"Nothing was imported: the document has {count} {(count == 1 ? "error" : "errors")}.");

    public static Text NotListed(int count) => new($"... og {count} fejl til.", $"... and {count} more.");

    public static Text Phase(ImportPhase phase) => phase switch
    {
        ImportPhase.Read => new("byte læst", "bytes read"),
        ImportPhase.Compare => new("indsatser sammenlignet", "initiatives compared"),
        _ => new("hændelser registreret", "events recorded"),
    };
}
