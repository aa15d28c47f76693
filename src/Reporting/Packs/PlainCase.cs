using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Packs;

/// <summary>One initiative in a line, in words that need no knowledge of how deviations are managed.</summary>
/// <param name="Before">What it was when the forum last met, where that was something else; null otherwise.</param>
/// <param name="Cause">Why it is not as agreed, in the owner's words; null when they are not known.</param>
/// <param name="Next">Who does what about it; null where nothing is wrong.</param>
/// <param name="Into">"som indsats 10 i Handleplan 2024"; null where it goes on in no other plan.</param>
public sealed record PlainCase(int Number, string Title, BoardCell Now, BoardState? Before, bool Attention, Voiced? Cause, string? Next, string? Into)
{
    public bool IsOffTrack => Now.State is BoardState.Red or BoardState.Yellow or BoardState.Missing;

    /// <param name="last">The day that the forum last met; null before its first meeting.</param>
    internal static PlainCase Of(PackMaterial material, BoardRow row, IReadOnlyList<DeviationCase> cases, DateOnly? last)
    {
        var then = last is { } day ? material.StateOn(row, day) : null;
        var open = cases.FirstOrDefault(c => c.Number == row.Card.Number);
        return new(
            row.Card.Number,
            row.Card.Title,
            row.Now,
            then == row.Now.State ? null : then,
            row.Card.Attention is not null,
            open is { Account.Cause: { Length: > 0 } cause, Voice: { } by } ? new(cause, by) : null,
            row.Now.State == BoardState.Missing ? "Projektejeren har ikke givet status inden fristen" : open is null ? null : PlainWords.Next(open, material.Managing?.Name),
            row.Now.Into is { } into ? FormattableString.Invariant($"som indsats {into.Number} i {material.PlanTitle(into.Plan)}") : null);
    }
}

/// <summary>What was decided about an initiative, or became of it, since a forum last met.</summary>
public sealed record PlainNews(int Number, string What, DateOnly On)
{
    /// <param name="last">The day that the forum last met.</param>
    internal static IReadOnlyList<PlainNews> Since(PackMaterial material, DateOnly last) =>
    [
        .. from row in material.Rows
           let initiative = material.Initiative(row)
           from told in initiative.Events
           where told.Stamp.On >= last && Matters(told.Fact)
           orderby told.Stamp.On, row.Card.Number
           select new PlainNews(row.Card.Number, material.Tell(initiative, told.Fact), told.Stamp.On),
    ];

    // What a politician would be asked about at home; how a deviation is managed in between is the other forums' business.
    private static bool Matters(InitiativeEvent fact) => fact is
        EscalationDecided or InitiativeStarted or InitiativePaused or InitiativeResumed or InitiativeWithdrawn or InitiativeClosed or InitiativeRenamed
        or InitiativeMerged or InitiativeSplit or InitiativeCarriedOver or SpecialAttentionAsked or SpecialAttentionEnded or TermsTookForce { Revision: > 1 };
}

/// <summary>Plain words for what the lights and the deviations mean.</summary>
internal static class PlainWords
{
    /// <summary>"8 af 15 indsatser går som aftalt.", then a sentence for each state that any is in, worst first.</summary>
    public static IReadOnlyList<string> InShort(PackMaterial material)
    {
        var count = material.Rows.CountBy(r => r.Now.State).ToDictionary();
        var all = material.Rows.Count;
        if (all == 0)
            return ["Handleplanen har ingen indsatser endnu."];
        int Of(BoardState state) => count.GetValueOrDefault(state);
        var decided = material.Rows.Count(r => r.Now.State == BoardState.Red && material.Initiative(r) is var red && red.Deviations.LastOrDefault(d => d.IsOpen) is { } open && IsDecided(red, open));
        (BoardState State, string What)[] rest =
        [
            (BoardState.Yellow, $"går ikke helt som aftalt, men projektejeren{(material.Managing is { } forum ? $" og {forum.Name}" : "")} kan rette op"),
            (BoardState.Missing, "har ikke givet status inden fristen"),
            (BoardState.AwaitingApproval, "venter på at blive godkendt"),
            (BoardState.NotStarted, "er ikke begyndt"),
            (BoardState.Paused, "er sat på pause"),
            (BoardState.Closed, "er afsluttet"),
            (BoardState.Withdrawn, "er udgået"),
            (BoardState.CarriedOver, $"er ført videre i {NextPlan(material)}"),
        ];
        string?[] red =
        [
            Of(BoardState.Red) - decided is var waiting and > 0 ? FormattableString.Invariant($"{waiting} kræver en beslutning, som projektejeren ikke selv kan tage.") : null,
            decided > 0 ? $"{Danish.Count(decided, "er rød", "er røde")}, men det er besluttet, hvad der skal gøres." : null,
        ];
        return
        [
            FormattableString.Invariant($"{Of(BoardState.Green)} af {Danish.Count(all, "indsats", "indsatser")} går som aftalt."),
            .. red.OfType<string>(),
            .. rest.Where(r => Of(r.State) > 0).Select(r => FormattableString.Invariant($"{Of(r.State)} {r.What}.")),
        ];
    }

    private static string NextPlan(PackMaterial material) =>
        material.Rows.Select(r => r.Now.Into).OfType<InitiativeRef>().Select(into => material.PlanTitle(into.Plan)).Distinct().ToList() is { Count: > 0 } plans
            ? Danish.List(plans) : "den næste handleplan";

    // A way back to the plan that is agreed leaves the rest to whoever works on it, until the owner asks anew.
    private static bool IsDecided(InitiativeRecord initiative, Record.Deviation open) =>
        open.Track?.Fact.Track == DeviationTrack.BackToPlan && open.OpenEscalation is not { Decided: null } && CaseTurn.Wanting(initiative, open) is null;

    /// <summary>The light as a word within a sentence, with what it means.</summary>
    public static string Light(BoardState state) => Marks.Mark.Of(state).Word.ToLowerInvariant();

    public static string Next(DeviationCase open, string? managing)
    {
        var forum = managing ?? "det styrende forum";
        var escalation = open.Escalations.LastOrDefault(e => !e.IsNoted);
        return (escalation, open) switch
        {
            ({ IsOpen: true } e, _) => $"{e.To} skal svare på et spørgsmål fra {e.From}",
            ({ } e, _) => $"{e.To} har svaret, og {e.From} følger op",
            (_, { AwaitsClosing: true }) => $"Der er rettet op; {forum} skal bekræfte det",
            (_, { WantedFrom: { } wanted, Track: null or DeviationTrack.BackToPlan }) => wanted == forum
                ? $"{forum} skal tage den beslutning, som projektejeren ønsker"
                : $"Projektejeren ønsker en beslutning fra {wanted}; {forum} skal vælge spor eller eskalere",
            (_, { Track: null }) => $"{forum} skal beslutte, hvad der skal ske",
            (_, { Track: DeviationTrack.Replan }) => "Planen er ved at blive rettet",
            (_, { Track: DeviationTrack.CloseInitiative }) => $"{forum} skal beslutte, om indsatsen skal lukkes",
            _ => $"{DeviationCase.Working(open.AtWork, "Projektejeren")} retter op efter aftale",
        };
    }
}
