namespace Initiatives.Reporting.Packs;

/// <summary>One point of "Det indstilles, at ...".</summary>
/// <param name="Text">Continues the sentence: "drøfter ...".</param>
/// <param name="Anchor">Id of the section it is explained in; null for none.</param>
public sealed record Recommendation(string Text, string? Anchor)
{
    internal static IReadOnlyList<Recommendation> ToManagingForum(
        PackMaterial material,
        IReadOnlyList<DeviationCase> cases,
        IReadOnlyList<MissingStatus> missing,
        IReadOnlyList<ConfirmationCase> confirmations)
    {
        var answers = cases.SelectMany(c => c.Escalations).Where(e => !e.IsOpen && !e.IsNoted).ToList();
        var undecided = cases.Where(c => c is { AwaitsClosing: false, Track: null }).ToList();
        var underWay = cases.Where(c => c is { AwaitsClosing: false, Track: not null }).ToList();
        var up = material.Managing?.EscalatesTo is { } id ? material.Name(id) : null;
        IEnumerable<Recommendation?> points =
        [
            .. answers.Select(e => new Recommendation($"tager svaret fra {e.To} om indsats {e.Initiative} til efterretning og beslutter det videre forløb", "eskaleringer")),
            Point(undecided.Select(c => c.Number), n => $"drøfter afvigelsen på {n} og vælger spor: tilbage til planen, omplanlægning eller luk", "afvigelser"),
            Point(cases.Where(c => c.Proposal is not null).Select(c => c.Number), n => $"tager stilling til, om {n} skal eskaleres til {up}", "afvigelser"),
            Point(underWay.Select(c => c.Number), n => $"følger op på afhjælpningen af {n}", "afvigelser"),
            Point(cases.Where(c => c.AwaitsClosing).Select(c => c.Number), n => $"bekræfter effekten og lukker afvigelsen på {n}, der er grøn igen", "afvigelser"),
            .. ToApprove(confirmations),
            Point(missing.Select(m => m.Number), n => $"beder om status på {n}, som mangler", "mangler"),
        ];
        return AndNote(points, "rapporten");
    }

    internal static IReadOnlyList<Recommendation> ToDecidingForum(IReadOnlyList<EscalationLine> escalations, IReadOnlyList<ConfirmationCase> confirmations) =>
        AndNote([.. escalations.Select(Answer), .. ToApprove(confirmations)], "overblikket");

    internal static IReadOnlyList<Recommendation> ToOrderingForum(
        IReadOnlyList<EscalationLine> escalations, IReadOnlyList<ConfirmationCase> confirmations, IEnumerable<int> attention)
    {
        IEnumerable<Recommendation?> points =
        [
            .. escalations.Select(Answer),
            .. ToApprove(confirmations),
            Point(attention, n => $"drøfter status på {n}, som er under særlig bevågenhed", "saerlig"),
        ];
        return AndNote(points, "orienteringen");
    }

    /// <param name="next">The day of the forum's next meeting; null when none is set.</param>
    internal static IReadOnlyList<Recommendation> InWriting(IReadOnlyList<EscalationLine> escalations, DateOnly? next) =>
    [
        .. escalations.Where(e => next is null || e.DecisionBy < next).Select(e => new Recommendation(
            $"tager stilling til, om eskaleringen af indsats {e.Initiative} skal besvares skriftligt{(e.DecisionBy is { } by ? $": svar ønskes senest {Danish.Date(by)}" : "")}", "venter")),
        new("tager status til efterretning", null),
    ];

    /// <summary>The rest is taken note of: "i øvrigt" where something came before it.</summary>
    private static IReadOnlyList<Recommendation> AndNote(IEnumerable<Recommendation?> points, string what)
    {
        Recommendation[] asked = [.. points.OfType<Recommendation>()];
        return [.. asked, new($"{(asked.Length > 0 ? "i øvrigt " : "")}tager {what} til efterretning", null)];
    }

    private static Recommendation Answer(EscalationLine e) => new(
        $"besvarer eskaleringen af indsats {e.Initiative}, {e.Title}{(e.DecisionBy is { } by ? $", senest {Danish.Date(by)}" : "")}: {e.Question}", $"eskalering-{e.Initiative}");

    private static IEnumerable<Recommendation> ToApprove(IReadOnlyList<ConfirmationCase> confirmations) =>
        confirmations.Select(c => new Recommendation(
            $"godkender {(c.Revision == 1 ? "ordrebekræftelsen" : FormattableString.Invariant($"revision {c.Revision} af ordrebekræftelsen"))} for indsats {c.Number}, {c.Title}{(c.Unmet == 0 ? "" : " (forbehold ikke opfyldt endnu)")}", "godkendelser"));

    private static Recommendation? Point(IEnumerable<int> numbers, Func<string, string> text, string anchor)
    {
        var known = numbers.Distinct().Order().Select(n => FormattableString.Invariant($"{n}")).ToList();
        return known.Count == 0 ? null : new(text($"indsats {Danish.List(known)}"), anchor);
    }
}
