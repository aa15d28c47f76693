using Initiatives.Api.Features.Shell;
using Initiatives.Domain;
using Initiatives.Reporting;

namespace Initiatives.Api.Features.Confirmations;

/// <summary>One thing that two revisions of the terms say differently.</summary>
/// <param name="What">Key of the text that names it.</param>
/// <param name="Which">Which of several: an indicator, an organisation; null where there is one.</param>
/// <param name="IsText">Shown word by word; numbers and dates are shown before and after.</param>
public sealed record TermChange(string What, string? Which, string? Before, string? After, bool IsText = false)
{
    /// <summary>How far it moved, e.g. "+4 mdr."; null where that means nothing.</summary>
    public string? By { get; init; }
}

/// <summary>What has changed from one revision of the delivery terms to another, in the order of the terms.</summary>
public static class TermChanges
{
    /// <param name="name">Shows an id of an organisation as a name.</param>
    public static IReadOnlyList<TermChange> Between(DeliveryTerms before, DeliveryTerms after, Texts texts, Func<string?, string> name) =>
    [
        .. new[]
        {
            Text("Terms.Deliverable", before.Deliverable, after.Deliverable),
            new TermChange("Terms.Frame", null, Money(before.Frame?.Amount, texts), Money(after.Frame?.Amount, texts))
            {
                By = before.Frame is { } old && after.Frame is { } now ? texts.Say.MoneyChange(now.Amount - old.Amount) : null,
            },
        },
        .. Matched("Terms.Share", before.Frame?.Shares ?? [], after.Frame?.Shares ?? [], s => (s.Year, s.Payer), s => FormattableString.Invariant($"{s.Year}, ") + name(s.Payer), s => texts.Say.Money(s.Amount)),
        Day("Terms.Start", null, before.Start, after.Start, texts),
        Day("Terms.End", null, before.End, after.End, texts),
        .. Matched("Terms.Milestone", before.Milestones, after.Milestones, m => m.Name, m => m.Name, m => texts.Say.Date(m.Due)),
        .. Matched("Terms.Resource", before.Resources, after.Resources, r => r.Organisation, r => name(r.Organisation), r => r.Text, isText: true),
        .. Matched("Terms.Indicator", before.Indicators, after.Indicators, i => i.Id, i => i.Name, i => Aim(i, texts)),
        Text("Terms.Involvement", Stance(before.PatientInvolvement, texts), Stance(after.PatientInvolvement, texts)),
        Text("Terms.Assumptions", Lines(before.Assumptions), Lines(after.Assumptions)),
        Text("Terms.SupplierReservations", Lines(before.SupplierReservations), Lines(after.SupplierReservations)),
    ];

    /// <summary>Only what differs.</summary>
    public static IReadOnlyList<TermChange> Only(IEnumerable<TermChange> all) => [.. all.Where(c => c.Before != c.After)];

    private static TermChange Text(string what, string? before, string? after) => new(what, null, before, after, IsText: true);

    private static TermChange Day(string what, string? which, DateOnly? before, DateOnly? after, Texts texts) =>
        new(what, which, before is { } b ? texts.Say.Date(b) : null, after is { } a ? texts.Say.Date(a) : null)
        {
            By = before is { } from && after is { } to ? texts.Say.TimeChange(from, to) : null,
        };

    /// <summary>Those of both lists that are about the same thing side by side; the rest were taken out or put in.</summary>
    private static IEnumerable<TermChange> Matched<T, TKey>(
        string what, IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, TKey> key, Func<T, string> which, Func<T, string> told, bool isText = false)
        where TKey : notnull =>
        before.Concat(after).GroupBy(key).Select(same =>
        {
            string? Of(IReadOnlyList<T> list) => list.Where(i => key(i).Equals(same.Key)).Select(told).ToList() is { Count: > 0 } found ? string.Join("\n", found) : null;
            return new TermChange(what, which(same.Last()), Of(before), Of(after), isText);
        });

    /// <summary>From where to where, which way is better, how much may be missing, and when.</summary>
    public static string Aim(Indicator i, Texts texts) => texts[
        "Terms.IndicatorTold", texts.Say.Number(i.Baseline), texts.Say.Measured(i.Target, i.Unit), texts[$"Terms.{i.Direction}"],
        i.Tolerance is { } tolerance ? texts.Say.Number(tolerance) : "0", i.Due is { } due ? texts.Say.Date(due) : texts["Terms.AtEnd"]];

    private static string? Stance(PatientInvolvement? stance, Texts texts) =>
        stance is null ? null : $"{texts[stance.Relevant ? "Status.Relevant" : "Status.NotRelevant"]}{(stance.Text is { } how ? $": {how}" : "")}";

    private static string? Money(decimal? amount, Texts texts) => amount is { } kroner ? texts.Say.Money(kroner) : null;

    private static string? Lines(IReadOnlyList<string> texts) => texts.Count == 0 ? null : string.Join("\n", texts);
}
