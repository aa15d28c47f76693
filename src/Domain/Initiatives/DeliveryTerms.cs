namespace Initiatives.Domain;

/// <summary>
/// The supplier's delivery terms: what can be delivered within which economy, time and resources, followed by which
/// indicators (Chefforum 31 March 2023, item 4). Null means "ikke oplyst", which only an imported history may say.
/// </summary>
public sealed record DeliveryTerms(
    string? Deliverable,
    EconomicFrame? Frame,
    DateOnly? Start,
    DateOnly? End,
    IReadOnlyList<Milestone> Milestones,
    IReadOnlyList<ResourcePledge> Resources,
    IReadOnlyList<Indicator> Indicators,
    PatientInvolvement? PatientInvolvement,
    IReadOnlyList<string> Assumptions,
    IReadOnlyList<string> SupplierReservations)
{
    /// <summary>Terms of which nothing is known.</summary>
    public static DeliveryTerms NotStated { get; } = new(null, null, null, null, [], [], [], null, [], []);

    // By what is in the lists, not by which list: the same terms sent again are the same terms.
    public bool Equals(DeliveryTerms? other) =>
        other is not null
        && (Deliverable, Frame, Start, End, PatientInvolvement) == (other.Deliverable, other.Frame, other.Start, other.End, other.PatientInvolvement)
        && Milestones.SequenceEqual(other.Milestones)
        && Resources.SequenceEqual(other.Resources)
        && Indicators.SequenceEqual(other.Indicators)
        && Assumptions.SequenceEqual(other.Assumptions)
        && SupplierReservations.SequenceEqual(other.SupplierReservations);

    public override int GetHashCode() => HashCode.Combine(Deliverable, Frame, Start, End);
}

/// <summary>The approved money. Whole amounts and fractions of Danish kroner.</summary>
/// <param name="Amount">In <paramref name="Currency"/>; never negative; zero means "within existing budgets".</param>
/// <param name="Currency">ISO 4217; DKK.</param>
/// <param name="Shares">By year and payer; empty, or adding up to <paramref name="Amount"/>.</param>
public sealed record EconomicFrame(decimal Amount, string Currency, IReadOnlyList<FrameShare> Shares)
{
    public bool Equals(EconomicFrame? other) =>
        other is not null && Amount == other.Amount && Currency == other.Currency && Shares.SequenceEqual(other.Shares);

    public override int GetHashCode() => HashCode.Combine(Amount, Currency);
}

/// <param name="Year">Calendar year.</param>
/// <param name="Payer">Organisation id.</param>
/// <param name="Amount">In the frame's currency.</param>
public sealed record FrameShare(int Year, string Payer, decimal Amount);

public sealed record Milestone(string Name, DateOnly Due);

/// <param name="Organisation">Organisation id.</param>
/// <param name="Text">What it puts in, e.g. "0,5 årsværk".</param>
public sealed record ResourcePledge(string Organisation, string Text);

/// <summary>Which way is better.</summary>
public enum IndicatorDirection
{
    Up,
    Down,
}

/// <summary>How it is followed whether the initiative reaches its goal.</summary>
/// <param name="Id">Unique within the initiative, e.g. <c>kontakter</c>.</param>
/// <param name="Unit">e.g. "antal", "pct.", "dage".</param>
/// <param name="Tolerance">How far short of the target is still accepted, in the indicator's unit.</param>
/// <param name="Due">When the target must be reached; null means the end of the initiative.</param>
public sealed record Indicator(
    string Id,
    string Name,
    string Unit,
    decimal? Baseline,
    decimal? Target,
    IndicatorDirection Direction,
    decimal? Tolerance,
    DateOnly? Due);

/// <summary>
/// The stance that both confirmation and every status must take (Chefforum 31 March 2023, item 4):
/// relevant or not, and how or why not.
/// </summary>
public sealed record PatientInvolvement(bool Relevant, string? Text);
