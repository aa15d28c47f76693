namespace Initiatives.Api.CommandLine;

/// <summary>A sentence of the command line in both languages.</summary>
internal sealed record Text(string Danish, string English)
{
    public string In(string language) => language == "en" ? English : Danish;
}

/// <summary>Everything the command line says.</summary>
internal static class Texts
{
    public static readonly Text Program = new(
        "Følger en sundhedsklynges handleplan: bestilling, ordrebekræftelse, status, afvigelser og beslutninger.",
        "Follows a health cluster's action plan: orders, confirmations, statuses, deviations and decisions.");

    public static readonly Text LanguageOption = new("Svar på dansk (da) eller engelsk (en).", "Answer in Danish (da) or English (en).");

    public static readonly Text Serve = new(
        "Start tjenesten (det, der sker uden verbum). Indstillinger kan gives som --NAVN=værdi.",
        "Run the service (what happens without a verb). Settings may be given as --NAME=value.");

    public static readonly Text Urls = new("Adresserne, den svarer på; adskilt af semikolon.", "The addresses it answers on, separated by semicolons.");

    public static readonly Text Serving = new("Tjenesten svarer på ", "The service answers on ");

    public static readonly Text Migrate = new(
        "Bring databasens skema op til denne udgave. Kan gentages.",
        "Bring the database's schema up to this version. May be repeated.");

    public static readonly Text Migrated = new("Skemaet er på plads.", "The schema is in place.");

    public static readonly Text SchemaRefused = new("Databasens skema kan ikke bringes på plads: ", "The database's schema cannot be put in place: ");

    public static readonly Text NotUnderstood = new("Forstod ikke: ", "Not understood: ");

    public static readonly Text SeeHelp = new("Se »initiatives --help«.", "See \"initiatives --help\".");

    public static readonly Text Interrupted = new("Afbrudt.", "Interrupted.");
}
