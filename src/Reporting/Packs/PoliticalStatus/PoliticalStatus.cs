using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Packs;

/// <summary>
/// The numbers of the political status (politisk status) to the forum that places orders: the whole plan on one page in plain words,
/// then each escalation that is its to answer, then what is under special attention, whole. A pure function of the record and the occasion.
/// </summary>
/// <param name="InShort">How many go how, a sentence each.</param>
/// <param name="LastMeeting">The forum's own last meeting, which "siden sidst" counts from; null before the first.</param>
/// <param name="News">What has happened since, as the events tell it.</param>
/// <param name="OffTrack">Red, missing and yellow, in that order.</param>
/// <param name="Others">All the rest, by number.</param>
/// <param name="Attention">Under special attention, whatever their light.</param>
public sealed record PoliticalStatus(
    PackHead Head,
    string? ManagingForum,
    IReadOnlyList<Recommendation> Recommendations,
    IReadOnlyList<string> InShort,
    IReadOnlyList<(BoardState State, int Count)> Counts,
    DateOnly? LastMeeting,
    IReadOnlyList<PlainNews> News,
    IReadOnlyList<PlainCase> OffTrack,
    IReadOnlyList<PlainCase> Others,
    IReadOnlyList<(EscalationLine Escalation, DeviationCase Case)> Escalations,
    IReadOnlyList<ConfirmationCase> Confirmations,
    IReadOnlyList<InitiativeFull> Attention,
    LightMatrix Matrix) : IPack
{
    /// <summary>Its name in addresses, commands and the log.</summary>
    public const string Kind = "politisk-status";

    /// <summary>Compiles the numbers. Reads no clock: days are counted from the occasion's own.</summary>
    public static PoliticalStatus Of(ClusterRecord record, PackOccasion occasion)
    {
        var material = new PackMaterial(record, occasion);
        var cases = DeviationCase.All(material);
        var escalations = (
            from @case in cases
            from escalation in @case.Escalations
            where escalation.IsOpen && escalation.AtForum == occasion.Forum
            orderby escalation.Raised, escalation.Initiative
            select (escalation, @case)).ToList();
        var confirmations = ConfirmationCase.All(material);
        var attention = material.Rows.Where(r => r.Card.Attention is not null).ToList();
        var last = material.LastMet;
        var plain = material.Rows.Select(r => PlainCase.Of(material, r, cases, last)).ToList();
        return new(
            material.Head("Politisk status"),
            material.Managing?.Name,
            Recommendation.ToOrderingForum([.. escalations.Select(e => e.escalation)], confirmations, attention.Select(r => r.Card.Number)),
            PlainWords.InShort(material),
            DeviationPack.CountsOf(material),
            last,
            last is { } day ? PlainNews.Since(material, day) : [],
            [.. plain.Where(c => c.IsOffTrack).OrderBy(c => BoardView.Severity(c.Now.State)).ThenBy(c => c.Number)],
            [.. plain.Where(c => !c.IsOffTrack)],
            escalations,
            confirmations,
            [.. attention.Select(r => InitiativeFull.Of(material, r))],
            material.Matrix());
    }
}
