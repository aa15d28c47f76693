using Initiatives.Api.Features.Meetings;
using Initiatives.Api.Features.Packs;
using Initiatives.Api.Features.People;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Rights;
using Initiatives.Domain;
using Initiatives.Reporting;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Rounds;

/// <summary>GET /runder/{meeting}: who owes a status before the meeting, who has given one, and who is late.</summary>
internal static class ShowRound
{
    public static Task<IResult> Handle(string meeting, PageDesk desk, PeopleRegister people, Editions editions) => desk.ShowAsync(async visit =>
    {
        var cluster = visit.Standing.Cluster;
        if (RoundAnswers.Of(visit.Standing, meeting, visit.Day) is not { } answers) return desk.NotFound();
        var names = await people.NamesAsync(cluster.Id, desk.Cancellation);
        return PageDesk.Set<RoundPage>(new RoundView(
            desk.Frame(
                visit, desk.Texts["Round.Title", desk.Texts.Say.LongDate(answers.Round.Round.Meeting.On)],
                new Crumb(desk.Texts["Meetings.Title"], "/moeder"),
                new Crumb(cluster.ManagingForum!.Name, $"/moeder/{meeting}")),
            answers,
            id => ClusterRecord.NameOf(id, cluster, names, desk.Texts.Language),
            visit.Day,
            answers.Round.PackMade(await editions.ListAsync(cluster.Id, PackKind.Deviations.Name, meeting, desk.Cancellation), cluster),
            visit.AsOf is null && answers.CanBeReminded && visit.May(RightsTable.SendReminder)));
    }, fromRecord: false);
}

/// <param name="NameOf">Of a person or an organisation.</param>
/// <param name="PackMade">The day its pack was made; null when there is none.</param>
public sealed record RoundView(Frame Frame, RoundAnswers Answers, Func<string, string> NameOf, DateOnly Day, DateOnly? PackMade, bool MayRemind);

/// <summary>How a round stands: every initiative that owes a status in it, and what came of it.</summary>
/// <param name="Rows">Those who miss first, then by number.</param>
public sealed record RoundAnswers(MeetingRound Round, IReadOnlyList<RoundRow> Rows)
{
    public IEnumerable<RoundRow> Missing => Rows.Where(r => r.Answer is RoundAnswer.Awaited or RoundAnswer.Missing);

    /// <summary>Asking makes sense: the round has opened, and the meeting has not been held.</summary>
    public bool CanBeReminded => Round.State is RoundState.Open or RoundState.Late && Missing.Any();

    /// <summary>Null when there is no such meeting, or nobody is asked before it.</summary>
    public static RoundAnswers? Of(Standing standing, string meeting, DateOnly day)
    {
        if (standing.Calendar.Find(meeting) is not { } found || MeetingRound.Of(standing.Cluster, found, day) is not { } round) return null;
        var board = new Domain.Board(standing.Calendar, standing.Cluster);
        return new(round,
        [
            .. standing.Cards
                .Where(c => Domain.Board.Owes(c.Track, round.Round))
                .Select(c => RoundRow.Of(c, board.Cell(c.Track, found, day), round.State))
                .OrderBy(r => r.Answer).ThenBy(r => r.Card.Number),
        ]);
    }
}

/// <param name="Cell">What the meeting sees, or saw.</param>
public sealed record RoundRow(InitiativeCard Card, BoardCell Cell, RoundAnswer Answer)
{
    internal static RoundRow Of(InitiativeCard card, BoardCell cell, RoundState round) => new(
        card, cell,
        // While it is open nobody is late in it, also who missed the round before or has never given a status.
        round == RoundState.Ahead || (round == RoundState.Open && (cell.Open || cell.State == BoardState.Missing)) ? RoundAnswer.Awaited
        : cell.State == BoardState.Missing ? RoundAnswer.Missing
        : cell.Late ? RoundAnswer.Late
        : RoundAnswer.InTime);
}

/// <summary>What came of being asked, most urgent first.</summary>
public enum RoundAnswer
{
    /// <summary>Nothing, and the due day is over.</summary>
    Missing,

    /// <summary>Nothing yet.</summary>
    Awaited,

    /// <summary>A status, after the due day.</summary>
    Late,

    /// <summary>A status.</summary>
    InTime,
}
