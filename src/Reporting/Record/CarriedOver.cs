using Initiatives.Domain;

namespace Initiatives.Reporting.Record;

/// <summary>
/// How an initiative that was carried over is told of, in the plan that it left and in the one that took over.
/// </summary>
public static class CarriedOver
{
    // Well within what a remark may hold: a cause and each remedy are texts of their own.
    private const int Longest = 9_000;

    /// <summary>In the old plan: "Ført videre som indsats 10 i Handleplan 2024".</summary>
    /// <param name="plan">Title of the plan that took over.</param>
    /// <param name="language"><c>en</c>, otherwise Danish, in which packs are written.</param>
    public static string Into(InitiativeRef into, string plan, string language = "da") => language == "en"
        ? FormattableString.Invariant($"Carried over as initiative {into.Number} in {plan}")
        : FormattableString.Invariant($"Ført videre som indsats {into.Number} i {plan}");

    /// <summary>
    /// In the new plan: what its first reader must know, since no status there says it yet. Danish: it becomes a remark on the order, which is
    /// the cluster's own document.
    /// </summary>
    /// <param name="plan">Title of the plan that it comes from.</param>
    public static string Tell(Initiative old, string plan)
    {
        var text = string.Join('\n', Lines(old, plan));
        return text.Length > Longest ? text[..Longest] + " …" : text;
    }

    private static IEnumerable<string> Lines(Initiative old, string plan)
    {
        yield return $"Ført videre fra {plan}, indsats {old.Number}.";
        if (old.InForce is { } inForce) yield return $"Leveringsbetingelserne i revision {inForce.Revision} gælder fortsat.";
        if (old.Pending is { } pending) yield return $"Revision {pending.Revision} var på vej gennem godkendelserne og skal sendes ind igen.";
        if (old.Deviation is { } deviation)
        {
            yield return $"Ved overgangen var der en åben afvigelse ({Story.Light(deviation.Light).Danish}) siden {Danish.Date(deviation.OpenedOn)}{(old.Status?.Content.Deviation?.Cause is { } cause ? $": {cause}" : ".")}";
            foreach (var remedy in deviation.Remedies.Where(r => r.State is RemedyState.Agreed)) yield return $"Aftalt afhjælpning, frist {Danish.Date(remedy.Due)}: {remedy.What}";
        }
        foreach (var escalation in old.OpenEscalations.Where(e => e.Answer is null)) yield return $"Ubesvaret eskalering: {escalation.Question}";
        if (old.Status is { } status) yield return $"Seneste status var {Story.Light(status.Content.Light).Danish}, {Danish.Date(status.On)}.";
    }
}
