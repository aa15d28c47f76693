using Initiatives.Domain;
using Initiatives.Reporting.Charts;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Packs;

/// <summary>
/// The numbers of the deviation report (afvigelsesrapport) to the forum that manages deviations: all that steers, worst
/// first, and what is green in a line each. A pure function of the record and the occasion.
/// </summary>
/// <param name="Recommendations">"Det indstilles, at Chefforum ...", in the order of the report.</param>
/// <param name="LastMeeting">The meeting that "siden sidst" counts from; null before the first.</param>
/// <param name="EscalationsOut">Sent up and not answered.</param>
/// <param name="AnswersBack">Answered, and not yet taken note of.</param>
/// <param name="Reservations">Conditions on approvals that are not fulfilled.</param>
public sealed record DeviationPack(
    PackHead Head,
    string? ManagingForum,
    IReadOnlyList<Recommendation> Recommendations,
    IReadOnlyList<(BoardState State, int Count)> Counts,
    Completeness? Completeness,
    DateOnly? LastMeeting,
    IReadOnlyList<Change> Changes,
    IReadOnlyList<Happening> Happenings,
    IReadOnlyList<DeviationCase> Cases,
    IReadOnlyList<MissingStatus> Missing,
    IReadOnlyList<Suspect> Suspects,
    IReadOnlyList<EscalationLine> EscalationsOut,
    IReadOnlyList<EscalationLine> AnswersBack,
    IReadOnlyList<ConfirmationCase> Confirmations,
    IReadOnlyList<ReservationLine> Reservations,
    LightMatrix Matrix,
    IReadOnlyList<LightsAtMeeting> Lights,
    IReadOnlyList<InitiativeLine> Greens,
    IReadOnlyList<InitiativeLine> Others) : IPack
{
    /// <summary>Its name in addresses, commands and the log.</summary>
    public const string Kind = "afvigelsesrapport";

    /// <summary>Compiles the numbers. Reads no clock: days are counted from the occasion's own.</summary>
    public static DeviationPack Of(ClusterRecord record, PackOccasion occasion)
    {
        var material = new PackMaterial(record, occasion);
        var cases = DeviationCase.All(material);
        var missing = MissingStatus.All(material);
        var confirmations = ConfirmationCase.All(material);
        var escalations = cases.SelectMany(c => c.Escalations).ToList();
        return new(
            material.Head("Afvigelsesrapport"),
            material.Managing?.Name,
            Recommendation.ToManagingForum(material, cases, missing, confirmations),
            CountsOf(material),
            Completeness.Of(material),
            material.LastHeld?.On,
            [.. material.Changes.Select(c => new Change(c.Row.Card.Number, c.Row.Card.Title, c.Then.State, c.Row.Now.State))],
            Happening.Since(material),
            cases,
            missing,
            Suspect.All(material),
            [.. escalations.Where(e => e.IsOpen)],
            [.. escalations.Where(e => !e.IsOpen && !e.IsNoted)],
            confirmations,
            ReservationLine.All(material),
            material.Matrix(),
            material.Lights(),
            InitiativeLine.Of(material, row => row.Now.State == BoardState.Green),
            InitiativeLine.Of(material, row => row.Now.State is BoardState.NotStarted or BoardState.AwaitingApproval or BoardState.Paused or BoardState.Closed or BoardState.Withdrawn or BoardState.CarriedOver));
    }

    internal static IReadOnlyList<(BoardState State, int Count)> CountsOf(PackMaterial material) =>
        [.. material.Rows.GroupBy(r => r.Now.State).OrderBy(g => BoardView.Severity(g.Key)).ThenBy(g => g.Key).Select(g => (g.Key, g.Count()))];
}

/// <summary>An initiative whose state is another than the last meeting saw.</summary>
public sealed record Change(int Number, string Title, BoardState Then, BoardState Now);

/// <summary>What else was decided or done since the last meeting, as a sentence.</summary>
public sealed record Happening(int Number, string Text, DateOnly On)
{
    internal static IReadOnlyList<Happening> Since(PackMaterial material) => material.LastHeld is not { } last ? [] :
    [
        .. from row in material.Rows
           let initiative = material.Initiative(row)
           from told in initiative.Events
           where told.Stamp.On >= last.On && Matters(told.Fact)
           orderby told.Stamp.On, told.Stamp.Position
           select new Happening(row.Card.Number, material.Tell(initiative, told.Fact), told.Stamp.On),
    ];

    // What a member would ask for; statuses and lights stand in the report anyway.
    private static bool Matters(InitiativeEvent fact) => fact is
        TermsTookForce or RemedyDone or RemedyDropped or EscalationDecided or DeviationClosed or DeviationTrackChosen or
        InitiativeStarted or InitiativePaused or InitiativeResumed or InitiativeWithdrawn or InitiativeClosed or InitiativeRenamed or
        InitiativeMerged or InitiativeSplit or InitiativeCarriedOver or DeliveryClaimed or DeliveryRejected or SpecialAttentionAsked or SpecialAttentionEnded or ReservationFulfilled;
}

/// <summary>How many of the owed statuses have come for the round of the next meeting.</summary>
/// <param name="Due">The last day that is not late.</param>
/// <param name="Late">Came after it ("efter frist").</param>
/// <param name="StillOpen">Not there, and not late yet.</param>
public sealed record Completeness(DateOnly Due, int Owed, int Received, int Late, int StillOpen)
{
    /// <summary>Null when the managing forum has no meeting ahead, or none is owed.</summary>
    internal static Completeness? Of(PackMaterial material)
    {
        if (material.Managing is not { } forum || material.Record.Calendar.Next(forum.Id, material.Day) is not { } meeting)
            return null;
        var round = Round.Of(meeting, forum.Rhythm);
        var owing = material.Rows.Where(r => Board.Owes(r.Card.Track, round)).ToList();
        var waiting = owing.Count(r => r.Now.Open);
        return owing.Count == 0 ? null
            : new(round.Due, owing.Count, owing.Count(r => r.Now is { Overdue: false, Open: false }), owing.Count(r => r.Now.Late), waiting);
    }
}

/// <summary>An initiative without a status that counts.</summary>
/// <param name="Last">The last known light; null when none was ever posted.</param>
/// <param name="Missed">Rounds running without a status.</param>
public sealed record MissingStatus(int Number, string Title, string Owner, TrafficLight? Last, int? AgeDays, bool HasOpenDeviation, int Missed)
{
    internal static IReadOnlyList<MissingStatus> All(PackMaterial material) =>
    [
        .. material.Rows.Where(r => r.Now.State == BoardState.Missing).Select(r => new MissingStatus(
            r.Card.Number, r.Card.Title, material.Owner(material.Initiative(r)), r.Now.LastKnown, r.Now.AgeDays, r.Card.OpenDeviations.Count > 0, material.Missed(r))),
    ];

    /// <summary>"Mangler anden runde i træk"; null while it is the first.</summary>
    public string? Running => Missed < Board.RoundsOneMayMiss ? null : $"mangler {Danish.Ordinal(Missed)} runde i træk";
}

/// <summary>One line for an initiative that needs nothing from the forum.</summary>
/// <param name="Text">The next step, or why it has no light.</param>
public sealed record InitiativeLine(int Number, string Title, string Owner, BoardState State, string? Text)
{
    internal static IReadOnlyList<InitiativeLine> Of(PackMaterial material, Func<BoardRow, bool> which) =>
    [
        .. material.Rows.Where(which).Select(r => new InitiativeLine(
            r.Card.Number, r.Card.Title, material.Owner(material.Initiative(r)), r.Now.State, Said(material, r))),
    ];

    private static string? Said(PackMaterial material, BoardRow row) => row.Now.State switch
    {
        BoardState.Green => material.Speaking(row)?.Content.NextStep,
        BoardState.Paused => Told<InitiativePaused>(material, row)?.Reason,
        BoardState.Withdrawn => Told<InitiativeWithdrawn>(material, row)?.Reason,
        BoardState.CarriedOver when row.Now.Into is { } into => CarriedOver.Into(into, material.PlanTitle(into.Plan)),
        BoardState.Closed => Told<InitiativeClosed>(material, row)?.Decision,
        BoardState.AwaitingApproval => material.Cluster.ApprovalChain.FirstOrDefault(f => !row.Card.ApprovedBy.Contains(f.Id)) is { } next ? $"Ordrebekræftelsen ligger hos {next.Name}" : null,
        _ => null,
    };

    private static T? Told<T>(PackMaterial material, BoardRow row)
        where T : InitiativeEvent => material.Initiative(row).Events.Select(e => e.Fact).OfType<T>().LastOrDefault();
}

/// <summary>A reservation that is not fulfilled.</summary>
/// <param name="IsOverdue">From the day after it was due.</param>
public sealed record ReservationLine(int Initiative, string Title, string Forum, string Text, string Owner, DateOnly? Due, bool IsOverdue)
{
    internal static IReadOnlyList<ReservationLine> All(PackMaterial material) =>
    [
        .. from row in material.Rows
           let initiative = material.Initiative(row)
           from r in initiative.Reservations
           where r.Fulfilled is null
           select new ReservationLine(
               row.Card.Number, row.Card.Title, material.Name(r.Forum), r.Text, r.Owner is { } owner ? material.Part(initiative, owner) : Danish.NotStated, r.Due, r.Due < material.Day),
    ];
}
