namespace Initiatives.Reporting.Packs;

/// <summary>What stands at the head, foot and last page of every pack.</summary>
/// <param name="Kind">"Afvigelsesrapport".</param>
/// <param name="Cluster">"Sundhedsklynge Midt".</param>
/// <param name="Forum">"Chefforum"; null for what is made for whoever asks.</param>
/// <param name="Occasion">"Møde man. 30. okt. 2023 kl. 15.00", or "Månedsoverblik november 2023".</param>
/// <param name="Edition">1 and up; null for what is no edition.</param>
/// <param name="Why">Why there is another edition; null for the first.</param>
/// <param name="AsOf">The time up to which facts count: "fre. 20. okt. 2023 kl. 06.00".</param>
/// <param name="ExampleData">The statuses are made up, and every page must say so.</param>
/// <param name="CutOff">Position in the log up to which facts count.</param>
/// <param name="Fingerprint">Of the cluster's record at the cut-off.</param>
public sealed record PackHead(
    string Kind,
    string Cluster,
    string? Forum,
    string Occasion,
    int? Edition,
    string? Why,
    string AsOf,
    bool ExampleData,
    long CutOff,
    string Fingerprint)
{
    /// <summary>How the forum stands to it: "til", or "fra" for what is the forum's own.</summary>
    public string Side { get; init; } = "til";

    /// <summary>The document's title: what, for whom, when, which edition.</summary>
    public string Title => FormattableString.Invariant($"{Kind}{Whose}, {Cluster}: {Occasion}, {Which}");

    /// <summary>For whom and on what occasion, as a file's own subject.</summary>
    public string Subject => Forum is null ? Occasion : $"{Forum}, {Occasion}";

    /// <summary>The running foot.</summary>
    public string Footer => FormattableString.Invariant($"{Cluster} · {Kind}{Whose} · {Occasion} · {Which}{(ExampleData ? " · EKSEMPELDATA" : "")}");

    private string Whose => Forum is null ? "" : $" {Side} {Forum}";

    private string Which => Edition is { } number ? FormattableString.Invariant($"{number}. udgave") : $"opgjort pr. {AsOf}";
}
