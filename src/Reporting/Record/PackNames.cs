namespace Initiatives.Reporting.Record;

/// <summary>What a kind of report pack is called within a sentence.</summary>
internal static class PackNames
{
    /// <param name="kind">As stored with an edition.</param>
    /// <returns>The kind itself when an edition has one that is no longer made.</returns>
    public static (string Danish, string English) Of(string kind) => kind switch
    {
        "afvigelsesrapport" => ("afvigelsesrapporten", "the deviation report"),
        "direktoeroverblik" => ("direktøroverblikket", "the directors' overview"),
        "politisk-status" => ("den politiske status", "the political status"),
        "skriftlig-status" => ("den skriftlige status", "the written status"),
        "beslutningsreferat" => ("beslutningsreferatet", "the decisions of a meeting"),
        _ => (kind, kind),
    };
}
