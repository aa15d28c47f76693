using Initiatives.Domain;

namespace Initiatives.Api.Features.Agendas;

/// <summary>GET .../meetings/{meeting}/minutes: as they are drafted from the outcomes, or as they were approved.</summary>
internal static class ReadMinutes
{
    /// <param name="PutForward">The chair has been asked to approve them.</param>
    /// <param name="Approved">They are frozen.</param>
    /// <param name="SentTo">Forums whose members they were sent to; null before.</param>
    public sealed record View(string Meeting, string Forum, long Version, bool PutForward, bool Approved, IReadOnlyList<string>? SentTo, IReadOnlyList<MinutesPoint> Points);

    public static Task<IResult> Handle([AsParameters] AgendaQuery query) => query.ShowAsync(a => new View(
        a.Meeting.Id, a.Forum.Id, a.Version, a.Sheet.State.IsPutForward, a.Sheet.State.IsFrozen, a.Sheet.State.SentTo, a.Sheet.Minutes));
}
