using Initiatives.Domain;
using Initiatives.Reporting.Charts;
using Initiatives.Reporting.Packs;

namespace Initiatives.Reporting.Tests;

public sealed record GalleryModel(
    PackHead Head,
    IReadOnlyList<LightsAtMeeting> Lights,
    IReadOnlyList<LightOnDay> Track,
    IndicatorSeries Indicator,
    TermsComparison Terms,
    LightMatrix Matrix,
    string Quote)
{
    private static readonly BoardState[] States = Enum.GetValues<BoardState>();

    public static GalleryModel Example { get; } = new(
        new("Afvigelsesrapport", "Sundhedsklynge Midt", "Chefforum", "Møde man. 30. okt. 2023 kl. 15.00", 1, null, "man. 23. okt. 2023 kl. 06.00", true, 1234, "3f2a9c0d 77e1b2c4"),
        [
            new("30. jan. 23", 0, 0, 0, 0, 15), new("31. mar. 23", 5, 1, 0, 2, 7), new("30. aug. 23", 8, 2, 1, 1, 3),
            new("30. okt. 23", 6, 3, 2, 1, 3), new("Nu", 5, 3, 2, 1, 4),
        ],
        [
            new(new(2023, 3, 10), BoardState.NotStarted), new(new(2023, 4, 17), BoardState.Green), new(new(2023, 6, 1), BoardState.Yellow),
            new(new(2023, 8, 18), BoardState.Red), new(new(2023, 9, 20), BoardState.Missing), new(new(2023, 10, 20), BoardState.Yellow),
        ],
        new(
            new("kontakter", "Akutte kontakter pr. borger pr. kvartal", "antal", 4.1m, 3.0m, IndicatorDirection.Down, 0.2m, null),
            new(2023, 5, 1),
            new(2023, 12, 31),
            [new("kontakter", 4.1m, new(2023, 5, 1)), new("kontakter", 3.8m, new(2023, 6, 30)), new("kontakter", 3.9m, new(2023, 9, 30))]),
        new("Indsats 10", new(2023, 12, 31), new(2024, 4, 30), new(2024, 8, 31), 450_000, 450_000, 512_500, 3),
        new(
            ["30. jan. 23", "31. mar. 23", "30. aug. 23", "Nu"],
            [.. Enumerable.Range(1, 15).Select(i => new LightMatrixRow(i, i % 4 == 0 ? "Sammenhæng mellem kommunale tilbud og udredninger og Børne- og Ungdomspsykiatri" : "Inkontinens", i == 10, [i > 12 ? null : States[i % 9], States[(i + 1) % 9], States[(i + 2) % 9], States[(i * 2) % 9]]))]),
        "<script>alert('x')</script> Rekrutteringen er forsinket.\nVi mangler \"to\" medarbejdere & en leder.");
}
