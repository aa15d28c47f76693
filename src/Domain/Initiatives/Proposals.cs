namespace Initiatives.Domain;

/// <summary>The system's proposal to escalate: the forum decides.</summary>
/// <param name="Code"><c>remedy-overdue</c> or <c>red-for-two-meetings</c>.</param>
/// <param name="Remedy">The overdue one; null when it is the light that has stood too long.</param>
/// <param name="Since">The due day that passed, or the day it became red.</param>
public sealed record Proposal(string Code, int Deviation, int? Remedy, DateOnly Since)
{
    /// <summary>The proposal as a sentence: English when asked for, otherwise Danish.</summary>
    public string In(string language) => (Code, language) switch
    {
        ("remedy-overdue", "en") => FormattableString.Invariant($"Remedy {Remedy} is overdue since {Since:d MMM yyyy}: consider escalating."),
        ("remedy-overdue", _) => $"Afhjælpning {Remedy} har overskredet sin frist {Since.InDanish()}: overvej at eskalere.",
        (_, "en") => FormattableString.Invariant($"Red since {Since:d MMM yyyy}, for two meetings: consider escalating."),
        _ => $"Rød siden {Since.InDanish()}, hen over to møder: overvej at eskalere.",
    };
}

/// <summary>Overdue remedies, and reds that have outlived two meetings of the managing forum, propose escalation.</summary>
public static class Proposals
{
    public const int MeetingsARedMayOutlive = 2;

    /// <returns>Nothing while an escalation is under way: its answer comes first.</returns>
    public static IReadOnlyList<Proposal> For(Initiative initiative, Setting setting) =>
        initiative is { Phase: Phase.InDelivery, Deviation: { } deviation } && initiative.OpenEscalations.All(e => e.Deviation != deviation.Number)
            ? [.. Overdue(deviation, setting.Today), .. Red(deviation, setting)]
            : [];

    private static IEnumerable<Proposal> Overdue(OpenDeviation deviation, DateOnly today) =>
        deviation.Remedies
            .Where(r => r.State is RemedyState.Agreed && r.Due < today)
            .Select(r => new Proposal("remedy-overdue", deviation.Number, r.Number, r.Due));

    private static IEnumerable<Proposal> Red(OpenDeviation deviation, Setting setting)
    {
        // The answer to an escalation settles a standing red; only a new red proposes again.
        if (deviation is not { RedSince: { } since, Answered: false } || setting.Cluster.ManagingForum is not { } forum)
            yield break;
        var outlived = setting.Calendar.Held(forum.Id).Count(m => m.On > since && m.On < setting.Today);
        if (outlived >= MeetingsARedMayOutlive)
            yield return new Proposal("red-for-two-meetings", deviation.Number, null, since);
    }
}
