using Initiatives.Domain;

namespace Initiatives.Api.Workbooks;

/// <summary>What is wrong with a workbook before anything in it is judged. The field is the cell's address.</summary>
internal static class WorkbookFaults
{
    public static Refusal Missing() => new("workbook-missing", "Vælg en Excel-fil (.xlsx).", "Choose an Excel file (.xlsx).", "file");

    public static Refusal Unreadable() => new(
        "workbook-unreadable",
        "Filen kan ikke læses som en Excel-projektmappe (.xlsx). Gem den igen i Excel, uden adgangskode og makroer, og prøv igen.",
        "The file cannot be read as an Excel workbook (.xlsx). Save it again in Excel, without a password or macros, and try again.",
        "file");

    public static Refusal TooLarge() => new(
        "workbook-too-large",
        "Filen fylder for meget, eller pakker ud til for meget. Behold kun arket med de rækker, der skal læses ind.",
        "The file is too large, or unpacks to too much. Keep only the sheet with the rows to be imported.",
        "file");

    public static Refusal TooManyRows() => new(
        "workbook-too-many-rows",
        $"Arket har flere end {WorkbookLimits.Rows} rækker. Del det i flere filer.",
        $"The sheet has more than {WorkbookLimits.Rows} rows. Split it into several files.",
        "file");

    public static Refusal Empty() => new(
        "workbook-empty", "Arket har ingen rækker under overskrifterne.", "The sheet has no rows under its headings.", "file");

    public static Refusal ColumnMissing(Column column) => new(
        "workbook-column-missing",
        $"Kolonnen »{column.Danish}« mangler i første række. Hent skabelonen, og brug dens overskrifter.",
        $"The column “{column.English}” is missing in the first row. Download the template and use its headings.",
        "file");

    public static Refusal ColumnUnknown(string cell, string heading) => new(
        "workbook-column-unknown",
        $"Kolonnen »{heading}« kendes ikke. Slet den, eller brug skabelonens overskrifter.",
        $"There is no column “{heading}”. Delete it, or use the template's headings.",
        cell);

    public static Refusal ColumnTwice(string cell, string heading) => new(
        "workbook-column-twice", $"Kolonnen »{heading}« står der to gange.", $"The column “{heading}” is there twice.", cell);

    public static Refusal Formula(string cell) => new(
        "workbook-formula",
        "Cellen indeholder en formel. Formler regnes ikke ud her: indsæt værdien i stedet (Indsæt speciel, Værdier).",
        "The cell holds a formula. Formulas are not calculated here: paste its value instead (Paste special, Values).",
        cell);

    public static Refusal CellInError(string cell) => new(
        "workbook-cell-in-error", "Cellen viser en fejl fra Excel. Ret den.", "The cell shows an error from Excel. Mend it.", cell);

    public static Refusal NotANumber(string cell) => new("number-malformed", "Skriv et helt tal.", "Write a whole number.", cell);

    public static Refusal NotADate(string cell) => new(
        "date-malformed", "Skriv datoen som dag-måned-år, f.eks. 30-10-2023.", "Write the date as day-month-year, e.g. 30-10-2023.", cell);
}
