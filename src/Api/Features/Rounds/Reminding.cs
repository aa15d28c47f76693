using System.Globalization;
using Initiatives.Api.Features.People;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Mail;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.SignIn;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Rounds;

/// <summary>
/// Asks those who answer for initiatives for the statuses that are missing: each person in one mail, however many initiatives, with
/// links to each. Link and mail are kept together, so that no mail holds a link that does not open.
/// </summary>
internal sealed class Reminding(PeopleRegister people, Rehearsal rehearsal, LetterPress press, Mailings mailings, PublicAddress address, TimeProvider time)
{
    /// <summary>Of the reminders of a day, by themselves or pressed for: nobody gets two.</summary>
    public static string CauseOf(DateOnly day, string meeting) => string.Create(CultureInfo.InvariantCulture, $"reminder/{day:yyyy-MM-dd}/{meeting}");

    /// <summary>Asks when the round opens; once, however many nodes open it and however often.</summary>
    public Task<RemindMissing.View> AskAsync(Standing standing, RoundAnswers answers, DateOnly today, CancellationToken cancellation) =>
        MakeAsync(standing, answers, today, $"round-opened/{answers.Round.Round.Meeting.Id}", reminder: false, cancellation);

    /// <summary>Reminds on the days that the rhythm has for it; once, however many nodes remind and however often.</summary>
    public Task<RemindMissing.View> RemindAsync(Standing standing, RoundAnswers answers, DateOnly today, CancellationToken cancellation) =>
        MakeAsync(standing, answers, today, CauseOf(today, answers.Round.Round.Meeting.Id), reminder: true, cancellation);

    /// <summary>Reminds because somebody pressed for it; each person once a day, however often it is pressed.</summary>
    public async Task<RemindMissing.View> PressAsync(Standing standing, RoundAnswers answers, DateOnly today, CancellationToken cancellation)
    {
        if (!answers.CanBeReminded) return new(0, 0, []);
        var (mails, without) = await WriteAsync(standing, answers, today, CauseOf(today, answers.Round.Round.Meeting.Id), reminder: true, cancellation);
        var sent = await mailings.QueueAsync(standing.Cluster.Id, mails, cancellation);
        return new(sent, mails.Count - sent, without);
    }

    private async Task<RemindMissing.View> MakeAsync(Standing standing, RoundAnswers answers, DateOnly today, string cause, bool reminder, CancellationToken cancellation)
    {
        var (mails, without) = await WriteAsync(standing, answers, today, cause, reminder, cancellation);
        var unreached = without.Select(n => n.ToString(CultureInfo.InvariantCulture)).ToList();
        var sent = await mailings.MakeAsync(new(standing.Cluster.Id, cause, mails, unreached), cancellation) ?? 0;
        return new(sent, mails.Count - sent, without);
    }

    private async Task<(IReadOnlyList<MailWithLinks> Mails, IReadOnlyList<int> Without)> WriteAsync(
        Standing standing, RoundAnswers answers, DateOnly today, string cause, bool reminder, CancellationToken cancellation)
    {
        var cluster = standing.Cluster;
        RoundRow[] missing = [.. answers.Missing.OrderBy(r => r.Card.Number)];
        if (missing.Length == 0) return ([], []);
        // Whether one press will do is the domain's answer, initiative by initiative.
        var refusals = (await rehearsal.TryAsync(new(cluster.Id, "", time.GetUtcNow()), [.. missing.Select(r => new InitiativeWish(r.Card.Plan, r.Card.Number, new ReconfirmStatus()))], cancellation)).Refusals;
        var unchanged = missing.Where((_, i) => refusals[i].Count == 0).ToHashSet();

        var addressees = new Addressees(await people.ReadAsync(cluster.Id, cancellation), today);
        var asked = missing.Select(r => (Row: r, Of: addressees.Of(r.Card).Where(a => a.To is not null).ToList())).ToList();
        var shared = asked.Where(a => a.Of.Count > 1).Select(a => a.Row).ToHashSet();
        var round = answers.Round.Round;
        var told = new TaskLetter.Round(
            cluster.Name, cluster.Forum(round.Meeting.Forum)?.Name ?? round.Meeting.Forum, round.Meeting.On, round.Due,
            today > round.Due ? Asking.Late : !reminder ? Asking.Opened : today == round.Due ? Asking.LastDay : Asking.Reminder);

        var mails = new List<MailWithLinks>();
        foreach (var person in asked.SelectMany(a => a.Of, (a, to) => (a.Row, To: to)).GroupBy(a => a.To.Person.Id).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var rows = person.Select(p => p.Row).ToList();
            mails.Add(await WriteAsync(cluster, round, told with { Shared = rows.Exists(shared.Contains) }, person.First().To, rows, unchanged, cause));
        }
        return (mails, [.. asked.Where(a => a.Of.Count == 0).Select(a => a.Row.Card.Number)]);
    }

    private async Task<MailWithLinks> WriteAsync(
        Cluster cluster, Round round, TaskLetter.Round told, Addressee to, List<RoundRow> rows, HashSet<RoundRow> unchanged, string cause)
    {
        // The links end with the meeting: what comes later answers the next round.
        var ends = Clock.EndOf(round.Meeting.On, cluster.TimeZone);
        var opens = rows.Select(row => (Row: row, Secret: Secret.Make())).ToList();
        var tasks = opens.Select(o => (o.Row, Link: address.Of($"/opgave/{o.Secret}"))).Select(o =>
            new TaskLetter.Task(o.Row.Card.Number, o.Row.Card.Title, o.Link, unchanged.Contains(o.Row) ? o.Link : null) { Now = new(o.Row.Card.Number, o.Row.Card.Title, o.Row.Cell.State) }).ToList();
        var mail = new OutgoingMail(cluster.Id, TaskLetter.Kind, cause, to.To!, await press.SetAsync(TaskLetter.Of(to.Person.Language, told, tasks)))
        {
            // About one initiative it stands with what else is said of that; about several, with what else is said of the meeting.
            Thread = rows is [{ Card: var card }] ? string.Create(CultureInfo.InvariantCulture, $"{card.Plan}/{card.Number}") : $"meeting/{round.Meeting.Id}",
            Expires = ends,
            Secret = true,
        };
        var now = time.GetUtcNow();
        return new(mail, [.. opens.Select(o => TaskLinks.Keeping(o.Secret, new(cluster.Id, to.Person.Id, Streams.Initiative(o.Row.Card.Plan, o.Row.Card.Number), round.Meeting.Id, ends), now))]);
    }
}
