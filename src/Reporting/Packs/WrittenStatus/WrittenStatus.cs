using Initiatives.Domain;
using Initiatives.Reporting.Agendas;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Packs;

/// <summary>
/// The numbers of the short written status (skriftlig status) that is sent instead of a cancelled meeting: why it was cancelled, what cannot
/// wait, how the plan goes, and what waits for the next meeting. A pure function of the record and the occasion.
/// </summary>
/// <param name="Why">Why the meeting was cancelled, as the secretariat wrote it; null when the record does not say.</param>
/// <param name="NextMeeting">The forum's next; null when none is set.</param>
/// <param name="InShort">How many go how, a sentence each.</param>
/// <param name="OffTrack">Red, missing and yellow, in that order.</param>
/// <param name="LastMeeting">The forum's last meeting, which "siden sidst" counts from; null before the first.</param>
/// <param name="News">What was decided and what became of initiatives since then.</param>
/// <param name="Waiting">What the forum would have had to decide, and will at the next meeting.</param>
public sealed record WrittenStatus(
    PackHead Head,
    string? ManagingForum,
    IReadOnlyList<Recommendation> Recommendations,
    string? Why,
    DateOnly? NextMeeting,
    IReadOnlyList<string> InShort,
    IReadOnlyList<(BoardState State, int Count)> Counts,
    IReadOnlyList<PlainCase> OffTrack,
    DateOnly? LastMeeting,
    IReadOnlyList<PlainNews> News,
    IReadOnlyList<WaitingPoint> Waiting,
    LightMatrix Matrix) : IPack
{
    /// <summary>Its name in addresses, commands and the log.</summary>
    public const string Kind = "skriftlig-status";

    /// <summary>Compiles the numbers. Reads no clock: days are counted from the occasion's own.</summary>
    public static WrittenStatus Of(ClusterRecord record, PackOccasion occasion)
    {
        var material = new PackMaterial(record, occasion);
        var cases = DeviationCase.All(material);
        var cancelled = occasion.Meeting is { } id ? record.Calendar.Find(id) : null;
        var next = record.Calendar.Next(occasion.Forum, cancelled is { } was && was.On > material.Day ? was.On : material.Day);
        var last = material.LastMet;
        return new(
            material.Head("Skriftlig status"),
            material.Managing?.Name,
            Recommendation.InWriting([.. cases.SelectMany(c => c.Escalations).Where(e => e.IsOpen && e.AtForum == occasion.Forum)], next?.On),
            cancelled?.Cancelled,
            next?.On,
            PlainWords.InShort(material),
            DeviationPack.CountsOf(material),
            [.. material.Rows.Select(r => PlainCase.Of(material, r, cases, last)).Where(c => c.IsOffTrack).OrderBy(c => BoardView.Severity(c.Now.State)).ThenBy(c => c.Number)],
            last,
            last is { } day ? PlainNews.Since(material, day) : [],
            next is null ? [] : WaitingPoint.All(record, next, material.Day),
            material.Matrix());
    }
}

/// <summary>What awaits a forum at its next meeting.</summary>
/// <param name="Light">Of the initiative it is about; null when it is about none.</param>
public sealed record WaitingPoint(string Heading, BoardState? Light)
{
    internal static IReadOnlyList<WaitingPoint> All(ClusterRecord record, Meeting next, DateOnly day) =>
    [
        .. from point in AgendaSheet.Of(record, next, day)?.Points ?? []
           where point.Item.Kind is not (AgendaItemKind.Opening or AgendaItemKind.Minutes or AgendaItemKind.Procedure or AgendaItemKind.AnyOther)
           select new WaitingPoint(point.Item.Heading, point.Light),
    ];
}
