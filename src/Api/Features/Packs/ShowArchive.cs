using Initiatives.Api.Features.Shell;
using Initiatives.Domain;
using Initiatives.Reporting;

namespace Initiatives.Api.Features.Packs;

/// <summary>GET /rapporter: the editions as they were frozen, newest first.</summary>
internal static class ShowArchive
{
    public static Task<IResult> Handle(PageDesk desk, Editions editions) => desk.ShowAsync(async visit =>
    {
        // A PDF may come after the edition, and is not in the record.
        var cluster = visit.Standing.Cluster;
        var list = await editions.ListAsync(cluster.Id, kind: null, occasion: null, desk.Cancellation);
        return PageDesk.Set<ArchivePage>(new Archive(
            desk.Frame(visit, desk.Texts["Packs.Title"]),
            list,
            cluster,
            cluster.ManagingForum?.Rhythm.PackDaysBefore ?? Rhythm.Default.PackDaysBefore));
    }, fromRecord: false);
}

/// <param name="Editions">Newest first.</param>
/// <param name="DaysBefore">How many days before a meeting its pack is made.</param>
public sealed record Archive(Frame Frame, IReadOnlyList<Edition> Editions, Cluster Cluster, int DaysBefore)
{
    /// <summary>"Chefforum, møde man. 30. okt. 2023", or "Direktørforum, månedlig (oktober 2023)".</summary>
    public string OccasionOf(Edition edition)
    {
        var forum = Cluster.Forum(edition.Forum)?.Name ?? edition.Forum;
        return edition.MeetingOn is { } day
            ? Frame.Texts[PackKind.Named(edition.Kind) is { StandsIn: true } ? "Packs.InsteadOf" : "Packs.MeetingOf", forum, Frame.Texts.Say.LongDate(day)]
            : Frame.Texts["Packs.Monthly", forum, edition.Occasion[^7..]];
    }

    public string IssuedAt(Edition edition) =>
        Frame.Texts.Say.Moment(edition.IssuedAt, TimeZoneInfo.FindSystemTimeZoneById(Cluster.TimeZone));
}
