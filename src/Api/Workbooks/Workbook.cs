using System.Globalization;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;

namespace Initiatives.Api.Workbooks;

/// <summary>The first sheet of a workbook, as text.</summary>
/// <param name="Faults">What is wrong with it; then there may be no rows.</param>
internal sealed record Workbook(IReadOnlyList<WorkbookRow> Rows, IReadOnlyList<Refusal> Faults)
{
    public static Workbook Refused(Refusal fault) => new([], [fault]);
}

/// <summary>A row in which something is written.</summary>
/// <param name="Number">As Excel shows it: the headings are row 1.</param>
/// <param name="Letters">The letters of the columns there are, by key.</param>
internal sealed record WorkbookRow(int Number, IReadOnlyDictionary<string, string> Cells, IReadOnlyDictionary<string, string> Letters)
{
    // What Excel counts days from; it believes that 1900 was a leap year, which no date here is early enough to notice.
    private static readonly DateOnly FirstDay = new(1899, 12, 30);

    /// <summary>The text, trimmed; empty where nothing is written.</summary>
    public string this[string key] => Cells.GetValueOrDefault(key, "");

    public string? Words(string key) => this[key] is { Length: > 0 } text ? text : null;

    /// <summary>"B7"; the row alone where the sheet has no such column.</summary>
    public string Address(string key) => Letters.TryGetValue(key, out var letters) ? string.Create(CultureInfo.InvariantCulture, $"{letters}{Number}") : string.Create(CultureInfo.InvariantCulture, $"{Number}");

    /// <summary>A whole number; null with a fault when it is none.</summary>
    public int? WholeNumber(string key, ICollection<Refusal> faults)
    {
        if (decimal.TryParse(this[key], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number == decimal.Truncate(number) && Math.Abs(number) <= int.MaxValue)
            return (int)number;
        faults.Add(WorkbookFaults.NotANumber(Address(key)));
        return null;
    }

    /// <summary>A day, as Excel keeps days or as people type them; null where nothing is written, and with a fault where it is no day.</summary>
    public DateOnly? Day(string key, ICollection<Refusal> faults)
    {
        if (Words(key) is not { } text) return null;
        // Between 1954 and 2173: a cell with a bare year in it is no day.
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 20_000 and < 100_000) return FirstDay.AddDays(days);
        if (Typed.Date(text) is { } day) return day;
        faults.Add(WorkbookFaults.NotADate(Address(key)));
        return null;
    }
}
