using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

/// <summary>What an import did, or would do. Either it has errors and nothing was written, or all of it holds.</summary>
/// <param name="Errors">In the order they were found, each with its JSON path in <see cref="Refusal.Field"/>.</param>
/// <param name="ErrorCount">How many there are; more than are listed when the document is wrong all over.</param>
/// <param name="Events">Facts that were, or would be, recorded.</param>
internal sealed record ImportReport(
    string? Cluster,
    string? Name,
    bool DryRun,
    IReadOnlyList<ImportCount> Lists,
    int Events,
    IReadOnlyList<Refusal> Errors,
    int ErrorCount)
{
    public bool IsRefused => ErrorCount > 0;

    /// <summary>The cluster holds all of it already.</summary>
    public bool ChangesNothing => !IsRefused && Events == 0 && Lists.All(l => l.New == 0 && l.Changed == 0);
}

/// <param name="List">A list of the document, e.g. <c>statuses</c>.</param>
/// <param name="Changed">Entries that add something to what is known of them, or correct the configuration.</param>
internal sealed record ImportCount(string List, int New, int Changed, int Unchanged);

/// <summary>Counts entries as they are told apart.</summary>
internal sealed class Tally
{
    private readonly int[,] _counts = new int[Enum.GetValues<EntryList>().Length, 3];

    public void New(EntryList list) => _counts[(int)list, 0]++;

    public void Changed(EntryList list) => _counts[(int)list, 1]++;

    public void Unchanged(EntryList list) => _counts[(int)list, 2]++;

    /// <summary>By how many facts of the entry were there before and how many are added.</summary>
    public void Count(EntryList list, int known, int added)
    {
        if (added == 0)
            Unchanged(list);
        else if (known == 0)
            New(list);
        else
            Changed(list);
    }

    public IReadOnlyList<ImportCount> ToList() =>
    [
        .. Enum.GetValues<EntryList>()
            .Select(l => new ImportCount(Scan.NameOf(l), _counts[(int)l, 0], _counts[(int)l, 1], _counts[(int)l, 2]))
            .Where(c => c.New + c.Changed + c.Unchanged > 0),
    ];
}
