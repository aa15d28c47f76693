using Initiatives.Domain;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Record;
using static Initiatives.Reporting.Excel.Figure;

namespace Initiatives.Reporting.Excel;

/// <summary>
/// The figures behind a pack, from the same record up to the same cut-off: the lights by meeting, and what each initiative agreed, expects and
/// has measured. A frozen edition holds its pages alone; these are computed again, and facts that came later cannot be among them.
/// </summary>
internal static class Figures
{
    /// <summary>Meetings back in the matrix: as many as anybody scrolls.</summary>
    private const int Meetings = 60;

    private static readonly FigureColumn Number = new("Nr.", 6);
    private static readonly FigureColumn Title = new("Indsats", 56);

    public static IReadOnlyList<FigureSheet> Behind(ClusterRecord record, PackOccasion occasion, PackHead head)
    {
        var material = new PackMaterial(record, occasion);
        return [Lights(material), Initiatives(material), Indicators(material), Deviations(material), Remedies(material), Escalations(material), About(head)];
    }

    private static FigureSheet Lights(PackMaterial material)
    {
        var board = BoardView.Of(material.Cluster, material.Record.Calendar, material.Rows.Select(r => r.Card), material.Day, Meetings);
        var held = board.Columns.Select((meeting, column) => (Meeting: meeting, Column: column)).Where(c => c.Meeting.On < material.Day).ToList();
        return new(
            "Lys pr. møde",
            [Number, Title, .. held.Select(m => new FigureColumn(Danish.Date(m.Meeting.On), 21)), new($"Nu ({Danish.Date(material.Day)})", 21)],
            [.. board.Rows.Select(IReadOnlyList<Figure> (row) => [Of(row.Card.Number), Of(row.Card.Title), .. held.Select(m => Of(PackMaterial.StateAt(row, m))), Of(row.Now.State)])]);
    }

    private static FigureSheet Initiatives(PackMaterial material) => new(
        "Indsatser",
        [
            Number, Title, new("Ejer", 28), new("Særlig bevågenhed", 12), new("Tilstand nu", 22), new("Samme lys siden", 13), new("Seneste status", 13), new("Efter frist", 9),
            new("Tid", 10), new("Økonomi", 10), new("Ressourcer", 11), new("Leverance", 10), new("Foreslået lys", 11), new("Begrundelse for andet lys", 40),
            new("Slut, først godkendt", 13), new("Slut, i kraft", 13), new("Slut, forventet", 13),
            new("Økonomi, først godkendt (kr.)", 16), new("Økonomi, i kraft (kr.)", 16), new("Økonomi, forventet (kr.)", 16), new("Rettet (gange)", 9),
            new("Fremdrift", 50), new("Næste skridt", 40), new("Årsag", 40), new("Konsekvens", 40), new("Anbefalet afhjælpning", 40),
        ],
        [.. material.Rows.Select(row => Initiative(material, row))]);

    private static IReadOnlyList<Figure> Initiative(PackMaterial material, BoardRow row)
    {
        var initiative = material.Initiative(row);
        var status = material.Speaking(row);
        var said = status?.Content;
        var (first, now) = (initiative.FirstApproved?.Terms, initiative.InForce?.Terms);
        return
        [
            Of(row.Card.Number), Of(row.Card.Title), Of(material.Owner(initiative)), Yes(row.Card.Attention is not null), Of(row.Now.State), Of(SameSince(initiative)), Of(status?.On), Yes(row.Now.Late),
            Of(said?.Dimensions?.Time), Of(said?.Dimensions?.Economy), Of(said?.Dimensions?.Resources), Of(said?.Dimensions?.Deliverable), Of(status?.Suggested), Of(said?.OverrideReason),
            Of(first?.End), Of(now?.End), Of(row.Card.Forecast?.End ?? now?.End),
            Money(first?.Frame?.Amount), Money(now?.Frame?.Amount), Money(row.Card.Forecast?.Cost ?? now?.Frame?.Amount), Of(row.Card.Replans),
            Of(said?.Progress), Of(said?.NextStep), Of(said?.Deviation?.Cause), Of(said?.Deviation?.Consequence), Of(said?.Deviation?.Remedy),
        ];
    }

    /// <summary>The day of the first of the statuses in a row, up to the last, that have its light; corrected ones do not count.</summary>
    private static DateOnly? SameSince(InitiativeRecord initiative)
    {
        var standing = initiative.Statuses.Where(s => s.CorrectedBy is null).ToList();
        return standing.Count == 0 ? null : standing.Skip(standing.FindLastIndex(s => s.Content.Light != standing[^1].Content.Light) + 1).First().On;
    }

    private static FigureSheet Indicators(PackMaterial material) => new(
        "Indikatorer",
        [Number, Title, new("Indikator", 44), new("Enhed", 10), new("Retning", 9), new("Udgangspunkt", 14), new("Mål", 10), new("Tolerance", 11), new("Frist", 13), new("Senest målt", 12), new("Målt", 13), new("Målinger", 10), new("Vurdering", 22)],
        [.. material.Rows.SelectMany(row => PackMaterial.Indicators(material.Initiative(row)).Select(IReadOnlyList<Figure> (series) =>
        [
            Of(row.Card.Number), Of(row.Card.Title), Of(series.Indicator.Name), Of(series.Indicator.Unit), Of(series.Indicator.Direction == IndicatorDirection.Down ? "ned" : "op"),
            Of(series.Indicator.Baseline), Of(series.Indicator.Target), Of(series.Indicator.Tolerance), Of(series.Indicator.Due),
            Of(series.Latest?.Value), Of(series.Latest?.Measured), Of(series.Readings.Count), Of(series.Verdict),
        ]))]);

    private static FigureSheet Deviations(PackMaterial material)
    {
        var turns = DeviationCase.All(material).GroupBy(c => c.Number).ToDictionary(c => c.Key, c => c.First().Turn);
        return new(
            "Afvigelser",
            [Number, Title, new("Ejer", 28), new("Afvigelse nr.", 10), new("Siden", 13), new("Lys", 10), new("Spor", 22), new("Hvis tur", 40), new("Afhjælpninger i gang", 13), new("Lukket", 13)],
            [.. material.Rows.SelectMany(row => material.Initiative(row).Deviations.Select(IReadOnlyList<Figure> (d) =>
            [
                Of(row.Card.Number), Of(row.Card.Title), Of(material.Owner(material.Initiative(row))), Of(d.Number), Of(d.Since), Of(d.Light), Of(d.Track is { } track ? Story.Track(track.Fact.Track).Danish : null),
                Of(d.IsOpen ? turns.GetValueOrDefault(row.Card.Number) : null), Of(d.Remedies.Count(r => r.IsOpen)), Of(d.Closed?.Stamp.On),
            ]))]);
    }

    private static FigureSheet Remedies(PackMaterial material) => new(
        "Afhjælpning",
        [Number, Title, new("Afvigelse nr.", 10), new("Afhjælpning nr.", 12), new("Hvad", 50), new("Hvem", 28), new("Aftalt", 13), new("Aftalt af", 18), new("Første frist", 13), new("Frist", 13), new("Gennemført", 13), new("Hvordan går det", 26), new("Effekt eller grund", 40)],
        [.. from row in material.Rows
            let initiative = material.Initiative(row)
            from deviation in initiative.Deviations
            from remedy in deviation.Remedies
            let line = RemedyLine.Of(material, initiative, remedy)
            select (IReadOnlyList<Figure>)
            [
                Of(row.Card.Number), Of(row.Card.Title), Of(deviation.Number), Of(remedy.Number), Of(line.What), Of(line.Who), Of(remedy.Agreed.Stamp.On), Of(material.Name(remedy.Agreed.Fact.Forum)),
                Of(remedy.Agreed.Fact.Due), Of(remedy.Due), Of(remedy.Done?.Fact.On), Of(line.State), Of(line.Effect),
            ]]);

    private static FigureSheet Escalations(PackMaterial material) => new(
        "Eskaleringer",
        [Number, Title, new("Fra", 18), new("Til", 18), new("Sendt", 13), new("Svar ønskes senest", 13), new("Spørgsmål", 50), new("Indstilling", 50), new("Besluttet", 13), new("Svar", 26), new("Beslutning", 50)],
        [.. from row in material.Rows
            from deviation in material.Initiative(row).Deviations
            from escalation in deviation.Escalations
            let line = EscalationLine.Of(material, row, escalation)
            select (IReadOnlyList<Figure>)
            [
                Of(line.Initiative), Of(line.Title), Of(line.From), Of(line.To), Of(line.Raised), Of(line.DecisionBy), Of(line.Question), Of(line.Recommendation), Of(line.Decided), Of(line.Answer), Of(line.Decision),
            ]]);

    private static FigureSheet About(PackHead head)
    {
        (string, string?)[] lines =
        [
            ("Tal bag", head.Title), ("Klynge", head.Cluster), ("Til", head.Forum), ("Anledning", head.Occasion), ("Opgjort pr.", head.AsOf), ("Hvorfor en ny udgave", head.Why),
            ("Eksempeldata", head.ExampleData ? "Ja: statusser, afvigelser og beslutninger er opdigtede." : null),
            ("Opgjort til og med", FormattableString.Invariant($"position {head.CutOff} i loggen")), ("Loggens fingeraftryk", head.Fingerprint),
            ("Beløb", "Kroner (DKK)."), ("Tomme celler", "Ikke oplyst, eller ikke relevant."),
        ];
        return new("Om tallene", [new("Hvad", 26), new("Oplysning", 90)], [.. lines.Where(l => l.Item2 is not null).Select(IReadOnlyList<Figure> (l) => [Of(l.Item1), Of(l.Item2)])]);
    }
}
