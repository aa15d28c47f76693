using System.Globalization;
using Initiatives.Api.Features.People;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Mail;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.SignIn;
using Initiatives.Domain;
using Initiatives.EventStore;
using Npgsql;

namespace Initiatives.Api.Features.Rounds;

/// <summary>
/// POST /runder/{meeting}/paamindelse and .../meetings/{meeting}/reminders: asks those who have not given their status once more, each by a
/// mail with a link that opens that one task. Pressed twice on a day it sends once.
/// </summary>
internal static class RemindMissing
{
    /// <param name="Sent">Mails that were queued now.</param>
    /// <param name="AlreadySent">Reminded today before.</param>
    /// <param name="WithoutMail">Numbers of initiatives whose owner is not named or has no address: they must be asked in another way.</param>
    public sealed record View(int Sent, int AlreadySent, IReadOnlyList<int> WithoutMail);

    public static async Task<IResult> Handle(string cluster, string meeting, StandingReader standings, Reminding reminding, TimeProvider time, HttpContext http)
    {
        if (await standings.ReadAsync(cluster, null, http.RequestAborted) is not { } standing) return Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing(Streams.Cluster));
        var today = Clock.Day(time.GetUtcNow(), standing.Cluster.TimeZone);
        return RoundAnswers.Of(standing, meeting, today) is { } answers
            ? Results.Ok(await reminding.SendAsync(standing, answers, today, http.RequestAborted))
            : Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing("meeting"));
    }

    public static Task<IResult> Press(string meeting, PageDesk desk, Reminding reminding) => desk.PostAsync(async (visit, _) =>
    {
        if (RoundAnswers.Of(visit.Standing, meeting, visit.Today) is not { } answers) return desk.NotFound();
        var told = await reminding.SendAsync(visit.Standing, answers, visit.Today, desk.Cancellation);
        return desk.Done(visit, $"/runder/{meeting}", told.WithoutMail.Count > 0 ? "RemindedSome" : told.Sent > 0 ? "Reminded" : "RemindedAlready");
    });
}

/// <summary>Makes the mails: link and mail are kept together, so that no mail holds a link that does not open.</summary>
internal sealed class Reminding(EventStoreDataSources sources, PeopleRegister people, Rehearsal rehearsal, LetterPress press, Outbox outbox, PublicAddress address, TimeProvider time)
{
    /// <summary>Asks once more; once a day, however often it is pressed.</summary>
    public Task<RemindMissing.View> SendAsync(Standing standing, RoundAnswers answers, DateOnly today, CancellationToken cancellation) =>
        SendAsync(standing, answers, string.Create(CultureInfo.InvariantCulture, $"reminder/{today:yyyy-MM-dd}"), reminder: true, cancellation);

    /// <summary>Asks when the round opens; once, however many nodes open it and however often.</summary>
    public Task<RemindMissing.View> AskAsync(Standing standing, RoundAnswers answers, CancellationToken cancellation) =>
        SendAsync(standing, answers, "round-opened", reminder: false, cancellation);

    private async Task<RemindMissing.View> SendAsync(Standing standing, RoundAnswers answers, string why, bool reminder, CancellationToken cancellation)
    {
        if (!answers.CanBeReminded) return new(0, 0, []);
        var cluster = standing.Cluster;
        var register = (await people.ReadAsync(cluster.Id, cancellation)).ToDictionary(p => p.Id);
        RoundRow[] missing = [.. answers.Missing];
        // Whether one press will do is the domain's answer, initiative by initiative.
        var unchanged = await rehearsal.TryAsync(new(cluster.Id, "", time.GetUtcNow()), [.. missing.Select(r => new InitiativeWish(r.Card.Plan, r.Card.Number, new ReconfirmStatus()))], cancellation);

        var (sent, already, without) = (0, 0, new List<int>());
        for (var i = 0; i < missing.Length; i++)
        {
            if (missing[i].Card.Owner is { } owner && register.GetValueOrDefault(owner) is { IsForgotten: false } person && Recipient.TryParse(person.Mail, out var to, person.Id))
            {
                if (await SendAsync(cluster, answers.Round.Round, missing[i], person, to, unchanged.Refusals[i].Count == 0, why, reminder, cancellation)) sent++;
                else already++;
            }
            else without.Add(missing[i].Card.Number);
        }
        if (sent > 0) outbox.Wake();
        return new(sent, already, without);
    }

    private async Task<bool> SendAsync(Cluster cluster, Round round, RoundRow row, Person person, Recipient to, bool unchanged, string why, bool reminder, CancellationToken cancellation)
    {
        var secret = Secret.Make();
        var link = address.Of($"/opgave/{secret}");
        // The link ends with the meeting: what comes later answers the next round.
        var ends = Clock.EndOf(round.Meeting.On, cluster.TimeZone);
        var letter = TaskLetter.Of(person.Language, new(
            cluster.Name, row.Card.Number, row.Card.Title, cluster.Forum(round.Meeting.Forum)?.Name ?? round.Meeting.Forum, round.Meeting.On, round.Due, link, unchanged ? link : null)
        {
            Now = new(row.Card.Number, row.Card.Title, row.Cell.State),
            Reminder = reminder,
        });
        var mail = new OutgoingMail(
            cluster.Id, TaskLetter.Kind, string.Create(CultureInfo.InvariantCulture, $"{why}/{round.Meeting.Id}/{row.Card.Plan}/{row.Card.Number}"), to, await press.SetAsync(letter))
        {
            Thread = string.Create(CultureInfo.InvariantCulture, $"{row.Card.Plan}/{row.Card.Number}"),
            Expires = ends,
            Secret = true,
        };
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var queueing = outbox.Queueing(mail);
        await using (var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { EventStoreDataSources.TenantSetting(cluster.Id), queueing } })
            await batch.ExecuteNonQueryAsync(cancellation);
        if (queueing.Rows == 0) return false;
        var kept = TaskLinks.Keeping(secret, new(cluster.Id, person.Id, Streams.Initiative(row.Card.Plan, row.Card.Number), round.Meeting.Id, ends), time.GetUtcNow());
        await using (var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { kept } })
            await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}
