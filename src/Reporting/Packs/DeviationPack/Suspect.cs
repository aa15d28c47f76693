using Initiatives.Domain;
using Initiatives.Reporting.Marks;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Packs;

/// <summary>A green light that deserves a second look, with the reasons. It stays green: the forum looks, the system does not repaint.</summary>
/// <param name="OwnersReason">Why the owner chose green all the same, as written; null when nothing spoke against it then.</param>
public sealed record Suspect(int Number, string Title, string Owner, IReadOnlyList<Doubt> Reasons, string? OwnersReason, string? Voice)
{
    /// <summary>Re-confirmed this often in a row, nobody may have looked any more.</summary>
    private const int UnchangedInARow = 3;

    /// <summary>Those of the plan in hand, on a day.</summary>
    public static IReadOnlyList<Suspect> All(ClusterRecord record, DateOnly day) =>
        All(new PackMaterial(record, new PackOccasion(record.Cluster.ManagingForum?.Id ?? "", null, 1, null, LocalInstant.At(day, 12, record.Cluster.TimeZone), "")));

    internal static IReadOnlyList<Suspect> All(PackMaterial material) =>
    [
        .. from row in material.Rows
           where row.Now.State == BoardState.Green
           let status = material.Speaking(row)
           let initiative = material.Initiative(row)
           let reasons = ToDoubt(material, row, initiative, status).ToList()
           where reasons.Count > 0
           select new Suspect(
               row.Card.Number,
               row.Card.Title,
               material.Owner(initiative),
               reasons,
               row.Now.DespiteSuggestion ? status?.Content.OverrideReason : null,
               status is null ? null : material.Voice(initiative, status)),
    ];

    private static IEnumerable<Doubt> ToDoubt(PackMaterial material, BoardRow row, InitiativeRecord initiative, Status? status)
    {
        if (row.Now.DespiteSuggestion && status is not null)
        {
            var suggested = status.Suggested ?? TrafficLight.Yellow;
            yield return new(
                $"Meldt grøn, selv om tolerancerne foreslår {Mark.Of(suggested).Word.ToLowerInvariant()}: {SuggestedLight.Sentence(status.SuggestedBecause, "da")}",
                $"Posted green although the tolerances suggest {suggested.ToString().ToLowerInvariant()}: {SuggestedLight.Sentence(status.SuggestedBecause, "en")}");
        }
        else if (initiative is { InForce.Terms.End: { } agreed, Card.Forecast.End: { } expected } && expected > agreed)
        {
            yield return new(
                $"Ventes først færdig {Danish.Date(expected)} ({Danish.TimeChange(agreed, expected)} mod det aftalte).",
                $"Not expected to end until {English.Date(expected)}; agreed was {English.Date(agreed)}.");
        }
        if (initiative.InForce?.Terms.End is { } end && end < material.Day)
            yield return new($"Den aftalte slutdato {Danish.Date(end)} er passeret.", $"The agreed end, {English.Date(end)}, has passed.");
        foreach (var remedy in initiative.Deviations.Where(d => d.IsOpen).SelectMany(d => d.Remedies).Where(r => r.IsOverdue(material.Day)))
            yield return new($"Afhjælpning {remedy.Number} skulle være gennemført {Danish.Date(remedy.Due)}.", $"Remedy {remedy.Number} was due {English.Date(remedy.Due)}.");
        foreach (var reservation in initiative.Reservations.Where(r => r.Fulfilled is null && r.Due < material.Day))
            yield return new($"Et forbehold skulle være opfyldt {Danish.Date(reservation.Due)}.", $"A reservation was to be fulfilled {English.Date(reservation.Due)}.");
        var unchanged = initiative.Statuses.Reverse().TakeWhile(s => s.Reconfirms is not null).Count();
        if (unchanged >= UnchangedInARow)
            yield return new($"Meldt uændret {Danish.Count(unchanged, "gang", "gange")} i træk.", $"Posted unchanged {unchanged} times in a row.");
    }
}

/// <summary>Why a green is doubted, as a sentence.</summary>
public sealed record Doubt(string Danish, string English)
{
    public string In(string language) => language == "en" ? English : Danish;
}
