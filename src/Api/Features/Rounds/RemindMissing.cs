using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Rounds;

/// <summary>
/// POST /runder/{meeting}/paamindelse and .../meetings/{meeting}/reminders: asks those who have not given their status once more, each by a
/// mail with links that open their tasks. Pressed twice on a day it sends once, and not at all when the day's own reminder has gone.
/// </summary>
internal static class RemindMissing
{
    /// <param name="Sent">Mails that were queued now.</param>
    /// <param name="AlreadySent">Reminded today before.</param>
    /// <param name="WithoutMail">Numbers of initiatives whose owner and project lead are not named or have no address: they must be asked in another way.</param>
    public sealed record View(int Sent, int AlreadySent, IReadOnlyList<int> WithoutMail);

    public static async Task<IResult> Handle(string cluster, string meeting, StandingReader standings, Reminding reminding, TimeProvider time, HttpContext http)
    {
        if (await standings.ReadAsync(cluster, null, http.RequestAborted) is not { } standing) return Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing(Streams.Cluster));
        var today = Clock.Day(time.GetUtcNow(), standing.Cluster.TimeZone);
        return RoundAnswers.Of(standing, meeting, today) is { } answers
            ? Results.Ok(await reminding.PressAsync(standing, answers, today, http.RequestAborted))
            : Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing("meeting"));
    }

    public static Task<IResult> Press(string meeting, PageDesk desk, Reminding reminding) => desk.PostAsync(async (visit, _) =>
    {
        if (RoundAnswers.Of(visit.Standing, meeting, visit.Today) is not { } answers) return desk.NotFound();
        var told = await reminding.PressAsync(visit.Standing, answers, visit.Today, desk.Cancellation);
        return desk.Done(visit, $"/runder/{meeting}", told.WithoutMail.Count > 0 ? "RemindedSome" : told.Sent > 0 ? "Reminded" : "RemindedAlready");
    });
}
