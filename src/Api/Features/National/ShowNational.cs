using Initiatives.Api.Features.Shell;
using Initiatives.Api.Rights;
using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.National;

/// <summary>GET /national: the clusters that have said yes, side by side. It reads, and leads to each cluster's own board, where a national reader reads too.</summary>
internal static class ShowNational
{
    public static void MapNational(this IEndpointRouteBuilder pages) => pages.MapGet("/national", Handle).Needs(RightsTable.ReadNational);

    public static async Task<IResult> Handle(PageDesk desk, StandingReader standings, TimeProvider time)
    {
        var clusters = new List<ClusterAtGlance>();
        // The walls stand here too: only clusters in which the caller is a national reader, which is those that have said yes.
        foreach (var member in desk.Caller?.Memberships.Where(m => m.Is(Role.NationalReader)) ?? [])
        {
            if (await standings.ReadAsync(member.Cluster, null, desk.Cancellation) is { } standing)
                clusters.Add(ClusterAtGlance.Of(standing, Platform.Commands.Clock.Day(time.GetUtcNow(), standing.Cluster.TimeZone)));
        }
        return PageDesk.Set<NationalPage>(new NationalView(desk.Frame(desk.Texts["National.Title"]), clusters));
    }
}

public sealed record NationalView(Frame Frame, IReadOnlyList<ClusterAtGlance> Clusters);

/// <param name="Reds">By number.</param>
/// <param name="Escalations">Deviations that wait for an answer from further up.</param>
/// <param name="Next">The managing forum's; null when none is set.</param>
public sealed record ClusterAtGlance(
    Cluster Cluster, string? Plan, IReadOnlyDictionary<BoardState, int> Counts, IReadOnlyList<InitiativeCard> Reds, int Escalations, Meeting? Next)
{
    public static ClusterAtGlance Of(Standing standing, DateOnly day)
    {
        var board = BoardView.Of(standing.Cluster, standing.Calendar, standing.Cards, day, columns: 1);
        return new(
            standing.Cluster,
            standing.Plan?.Title,
            board.Counts,
            [.. board.Rows.Where(r => r.Now.State == BoardState.Red).Select(r => r.Card)],
            standing.Cards.Sum(c => c.OpenDeviations.Count(d => d.AtForum is not null)),
            standing.Cluster.ManagingForum is { } forum ? standing.Calendar.Next(forum.Id, day) : null);
    }

    public int CountOf(BoardState state) => Counts.GetValueOrDefault(state);
}
