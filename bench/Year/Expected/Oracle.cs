using System.Globalization;
using Initiatives.Year.Cast;

namespace Initiatives.Year.Expected;

/// <summary>
/// Works out from a town's calendar and what its people do, by the rules as they are written (who is asked when, which pack goes to whom),
/// what the year must bring. One method per rule; a new kind of pack is a line in <see cref="PackRules"/>.
/// </summary>
internal sealed partial class Oracle
{
    /// <summary>Late statuses gather for so long before the next edition; an edition is mailed so long after it is issued; changes of the calendar gather.</summary>
    private static readonly TimeSpan LateGather = TimeSpan.FromMinutes(30), Printing = TimeSpan.FromMinutes(2), ChangesGather = TimeSpan.FromMinutes(10);

    /// <summary>The last for which the oracle knows the holidays.</summary>
    private static readonly DateOnly LastMonth = new(2024, 12, 1);

    private readonly Town _town;
    private readonly Script _script;
    private readonly List<ExpectedMail> _mails = [];
    private readonly List<ExpectedEdition> _editions = [];
    private readonly List<ExpectedRound> _rounds = [];
    private readonly List<Meeting> _held;

    private Oracle(Script script)
    {
        (_town, _script) = (script.Town, script);
        _held = [.. _town.Meetings().Where(m => m.Cancelled is null)];
    }

    public static Expectation Of(Script script)
    {
        var oracle = new Oracle(script);
        foreach (var meeting in oracle._held)
        {
            if (meeting.Forum == script.Town.Managing)
                oracle.Round(meeting);
            foreach (var rule in PackRules.All.Where(r => r.For(script.Town).Contains(meeting.Forum)))
                oracle.Packs(meeting, rule);
            oracle.Minutes(meeting);
        }
        oracle.Months();
        oracle.Written();
        oracle.Calendar();
        return new(oracle._mails, oracle._editions, oracle._rounds);
    }

    /// <summary>
    /// Opens 21 days before the meeting that it was first set for; those who miss are reminded three working days before the deadline and
    /// on it; closes as the due day ends.
    /// </summary>
    private void Round(Meeting meeting)
    {
        var (opens, days) = (Almanac.Of(meeting.FirstSet).Opens, Almanac.Of(meeting.On));
        var owing = _town.Works.Where(w => Owes(w, opens, days.Due)).ToList();
        var opened = Almanac.Morning(opens);
        var closed = Almanac.At(days.Due.AddDays(1), 0);
        _rounds.Add(new(opened, _town.Id, meeting.Id, Opened: true, Numbers(owing)));
        _rounds.Add(new(closed, _town.Id, meeting.Id, Opened: false, Numbers(Missing(owing, meeting, closed))));
        // The day that was told when it opened, and the day that holds when they are reminded.
        Ask(opened, owing, what => $"Giv status på {what} inden {Almanac.Weekday(Almanac.Of(meeting.Moved is { } m && m.At < opened ? meeting.On : meeting.FirstSet).Due)}", MailKind.RoundOpened);
        var early = Almanac.Morning(days.Reminder);
        Ask(early, Missing(owing, meeting, early), what => $"Påmindelse: giv status på {what} inden {Almanac.Weekday(days.Due)}", MailKind.Reminder);
        var last = Almanac.Morning(days.Due);
        Ask(last, Missing(owing, meeting, last), what => $"Giv status på {what} i dag, {Almanac.Weekday(days.Due)}", MailKind.Reminder);
    }

    /// <summary>In delivery since before the round opened, and not at rest on the due day or resumed since it opened.</summary>
    private bool Owes(Work work, DateOnly opens, DateOnly due) =>
        _script.Starts.TryGetValue(work.Number, out var started) && started < opens && !(work.Paused is { } pause && pause.From <= due && pause.To >= opens);

    private List<Work> Missing(IEnumerable<Work> owing, Meeting meeting, DateTimeOffset at) =>
        [.. owing.Where(w => !_script.Statuses.Any(s => s.Number == w.Number && s.Meeting == meeting.Id && s.At < at))];

    /// <summary>Owner and project lead, each in one mail for all that they answer for.</summary>
    private void Ask(DateTimeOffset at, IReadOnlyList<Work> asked, Func<string, string> subject, MailKind kind)
    {
        foreach (var person in asked.SelectMany(w => new[] { w.Owner, w.Lead }.Distinct(), (w, who) => (w.Number, Who: who)).GroupBy(a => a.Who))
        {
            var numbers = person.Select(p => p.Number).ToList();
            Mail(at, kind, _town.Person(person.Key), subject(numbers.Count == 1 ? $"indsats {numbers[0]}" : $"{numbers.Count} indsatser"));
        }
    }

    /// <summary>Seven days before the meeting; another edition for statuses that come late, until the meeting has begun.</summary>
    private void Packs(Meeting meeting, PackRule rule)
    {
        var at = Almanac.Morning(Almanac.Of(meeting.On).Pack);
        Issue(at, rule, meeting.Id, 1, [meeting.Forum], $"Forbered mødet {Almanac.Weekday(meeting.On)} i {_town.Forums[meeting.Forum]}: ");
        if (meeting.Forum != _town.Managing)
            return;
        var number = 1;
        var begins = meeting.Start is { } start ? Almanac.At(meeting.On, start.Hour, start.Minute) : Almanac.At(meeting.On, 23, 59);
        foreach (var late in _script.Statuses.Where(s => s.Meeting == meeting.Id).OrderBy(s => s.At))
        {
            if (late.At <= at || late.At + LateGather >= begins)
                continue;
            at = late.At + LateGather;
            Issue(at, rule, meeting.Id, ++number, [meeting.Forum], $"Ny udgave til mødet {Almanac.Weekday(meeting.On)} i {_town.Forums[meeting.Forum]}: ");
        }
    }

    /// <summary>On the first working day of each month after the rhythm was set.</summary>
    private void Months()
    {
        foreach (var rule in PackRules.All.Where(r => r.Monthly))
        {
            for (var month = new DateOnly(_town.Opens.Year, _town.Opens.Month, 1).AddMonths(1); month <= LastMonth; month = month.AddMonths(1))
            {
                var at = Almanac.Morning(Almanac.FirstWorkingDay(month.Year, month.Month));
                var occasion = string.Create(CultureInfo.InvariantCulture, $"{_town.Deciding}-{month:yyyy-MM}");
                Issue(at, rule, occasion, 1, [_town.Deciding], $"{rule.Title} for {month.ToString("MMMM yyyy", CultureInfo.GetCultureInfo("da-DK"))}: ");
            }
        }
    }

    private void Issue(DateTimeOffset at, PackRule rule, string occasion, int number, string[] forums, string subject)
    {
        var edition = new ExpectedEdition(at, _town.Id, rule.Kind, occasion, number);
        _editions.Add(edition);
        foreach (var person in _town.Seated(forums))
            Mail(at + Printing, MailKind.Pack, person, subject, edition.Id.Replace('.', '-'));
    }

    /// <summary>Where a written status was chosen instead of a meeting: when its pack would have come, or once the choice has settled.</summary>
    private void Written()
    {
        foreach (var change in _town.Changes.OfType<Cancelled>().Where(c => c.Written))
        {
            var meeting = _town.Meetings().Single(m => m.Id == change.Meeting);
            var (morning, settled) = (Almanac.Morning(Almanac.Of(meeting.On).Pack), change.At + ChangesGather);
            Issue(morning > settled ? morning : settled, PackRules.Written, meeting.Id, 1, [meeting.Forum], $"Skriftlig status i stedet for mødet {Almanac.Weekday(meeting.On)} i {_town.Forums[meeting.Forum]}: ");
        }
    }

    /// <summary>
    /// The decisions as soon as the minutes are approved; with the minutes to the meeting's forum, and the forum to which the rule of
    /// distribution sends them; each person once.
    /// </summary>
    private void Minutes(Meeting meeting)
    {
        var decisions = new ExpectedEdition(_script.MinutesApproved[meeting.Id], _town.Id, PackRules.Decisions, meeting.Id, 1);
        _editions.Add(decisions);
        foreach (var person in _town.Seated([meeting.Forum, .. _town.Distribution.TryGetValue(meeting.Forum, out var to) ? [to] : Array.Empty<string>()]))
            Mail(_script.MinutesSent[meeting.Id], MailKind.Minutes, person, $"Referat af møde i {_town.Forums[meeting.Forum]} {Almanac.Weekday(meeting.On)}", decisions.Id.Replace('.', '-'));
    }

    private void Mail(DateTimeOffset at, MailKind kind, Citizen to, string subject, string? attached = null) =>
        _mails.Add(new(at, _town.Id, kind, to.Mail, to.Language == "da" ? subject : null, attached));

    private static string Numbers(IEnumerable<Work> works) => string.Join(' ', works.Select(w => w.Number).Order());
}
