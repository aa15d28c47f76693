using System.Text.Json;
using Initiatives.Year.Expected;

namespace Initiatives.Year.Cast;

/// <summary>What a forum does at its meeting and the secretariat after it.</summary>
internal sealed partial class Playwright
{
    // As a rule of distribution reaches back before a forum's first meeting.
    private const int DaysOfNews = 92;

    // Within so many days before its period is over, a plan's end is on the agenda of the managing forum's last ordinary meeting.
    private const int DaysOfEnding = 90;

    private void Meet(Meeting meeting)
    {
        var at = Almanac.At(meeting.On, (meeting.Start ?? new TimeOnly(10, 0)).Hour, 45);
        var forum = _town.Forums[meeting.Forum];
        var outcomes = new List<(string Item, object Body)> { ("opening", new { outcome = "approved" }) };
        var items = new List<string> { "opening" };
        foreach (var told in Told(meeting))
            Take(told, new { outcome = "taken-note" });
        foreach (var it in _cases.Values)
            Handle(it);
        if (AsksOfTheEnd(meeting))
            Take($"plan-end-{_town.Plan}", new { outcome = "decided", text = "Indsatserne føres videre i den næste handleplan." });
        Take("any-other", new { outcome = "taken-note" });

        Do(at, $"meet {meeting.Id}", $"Møde i {forum}: {items.Count} punkter på dagsordenen", async desk =>
        {
            var agenda = await desk.GetAsync(_secretary, $"meetings/{meeting.Id}/agenda");
            var keys = agenda.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("key").GetString()!).ToHashSet();
            desk.Note([.. items.Except(keys).Select(k => $"{meeting.Id} has no item {k}"), .. keys.Except(items).Select(k => $"{meeting.Id} has an item {k}")]);
            foreach (var (item, body) in outcomes.Where(o => keys.Contains(o.Item)))
                await desk.PutAsync(_secretary, $"meetings/{meeting.Id}/agenda/items/{item}/outcome", body);
        });
        Minutes(meeting, forum);

        void Take(string item, params object[] made)
        {
            if (!items.Contains(item))
                items.Add(item);
            outcomes.AddRange(made.Select(o => (item, o)));
        }

        void Handle(Case it)
        {
            var number = it.Work.Number;
            var key = FormattableString.Invariant($"{_town.Plan}-{number}");
            if (it is { Answered: true } && meeting.Forum == _town.Managing)
            {
                Take($"answer-{key}-{it.Escalations}", new { outcome = "taken-note" });
                (it.Escalated, it.Answered) = (false, false);
            }
            if (it is { Escalated: true, Answered: false } && meeting.Forum == _town.Deciding)
            {
                Take($"escalation-{key}-{it.Escalations}", new { outcome = "decided", answer = "money", amount = 150000, decision = "Der bevilges 150.000 kr. til en vikar." });
                it.Answered = true;
            }
            if (it.DeviationOpen && meeting.Forum == _town.Managing && !(it.Work.Paused is { } pause && pause.From <= meeting.On && meeting.On < pause.To))
                Take($"deviation-{key}-{it.Deviations}", [.. Mend(it, meeting)]);
            if (meeting.Forum == _town.Managing && Silent(number, meeting) >= 2)
                Take($"silence-{key}-{it.Statuses}", new { outcome = "decided", text = "Formanden ringer til projektejeren." });
            if (it.Awaits && _town.Approving.FirstOrDefault(f => !it.ApprovedBy.Contains(f)) == meeting.Forum)
                Take($"confirmation-{key}-{it.Revision}", Judge(it, meeting));
        }
    }

    private IEnumerable<object> Mend(Case it, Meeting meeting)
    {
        if (it is { Light: "green", Escalated: false })
        {
            it.DeviationOpen = false;
            yield return new { outcome = "approved", effect = "Indsatsen er tilbage på planen" };
            yield break;
        }
        if (it.TrackChosen)
        {
            yield return new { outcome = "taken-note" };
            yield break;
        }
        it.TrackChosen = true;
        yield return new { outcome = "decided", track = "back-to-plan" };
        var remedy = ++it.Remedies;
        yield return new { outcome = "remedy-agreed", what = "Der ansættes en vikar som koordinator", who = it.Work.Organisation, due = Text(meeting.On.AddDays(30)) };
        Do(Almanac.At(meeting.On.AddDays(20), 11, it.Work.Number), $"mend {it.Work.Number}.{remedy}", $"Afhjælpningen på indsats {it.Work.Number} er gennemført", desk =>
            desk.PutAsync(_town.Person(it.Work.Owner), $"initiatives/{it.Work.Number}/remedies/{remedy}/completion", new { on = Text(meeting.On.AddDays(20)), effect = "Vikaren er begyndt" }));
        if (it.Light != "red")
            yield break;
        it.Escalated = true;
        it.Escalations++;
        yield return new { outcome = "escalated", question = "Må der ansættes en vikar i tre måneder?", recommendation = "At der bevilges 150.000 kr." };
    }

    private object Judge(Case it, Meeting meeting)
    {
        if (_town.Returned.Contains((it.Work.Number, meeting.Id)))
        {
            it.Awaits = false;
            Beat(Almanac.At(it.Work.Submitted[it.Revision], 10, it.Work.Number), () => Submit(it.Work));
            return new { outcome = "returned", reasons = "Indikatorerne skal kunne måles" };
        }
        it.ApprovedBy.Add(meeting.Forum);
        if (it.ApprovedBy.Count < _town.Approving.Count)
            return new { outcome = "approved" };
        it.Awaits = false;
        var start = Almanac.After(meeting.On, 3);
        _starts[it.Work.Number] = start;
        Do(Almanac.At(start, 9, it.Work.Number), $"start {it.Work.Number}", $"Indsats {it.Work.Number} går i gang", desk =>
            desk.PutAsync(_town.Person(it.Work.Lead), $"initiatives/{it.Work.Number}/start", new { workingGroup = new[] { new { person = it.Work.Lead, organisation = it.Work.Organisation } } }));
        return new { outcome = "approved" };
    }

    /// <summary>Meetings of other forums whose minutes this one gets, since it last met.</summary>
    private IEnumerable<string> Told(Meeting meeting)
    {
        var before = _meetings.LastOrDefault(m => m.Forum == meeting.Forum && m.Cancelled is null && m.On < meeting.On)?.On ?? meeting.On.AddDays(-DaysOfNews);
        return _meetings.Where(m => m.Cancelled is null && _town.Distribution.GetValueOrDefault(m.Forum) == meeting.Forum && m.On >= before && m.On < meeting.On).Select(m => $"minutes-{m.Id}");
    }

    /// <summary>The managing forum's last ordinary meeting of the plan's period.</summary>
    private bool AsksOfTheEnd(Meeting meeting) => meeting.Id == _meetings.LastOrDefault(m =>
        m.Forum == _town.Managing && m.Cancelled is null && m.On <= _town.PlanEnds && m.On >= _town.PlanEnds.AddDays(-DaysOfEnding) && _town.Calendar.Any(c => c.Id == m.Id))?.Id;

    private void Minutes(Meeting meeting, string forum)
    {
        var (next, then) = (Almanac.After(meeting.On, 1), Almanac.After(meeting.On, 2));
        var minutes = $"meetings/{meeting.Id}/minutes";
        Do(Almanac.At(next, 10), $"minutes {meeting.Id}", $"Sekretariatet sender referatet af mødet i {forum} til formanden", async desk =>
        {
            await desk.PutAsync(_secretary, $"{minutes}/items/any-other", new { text = "Der var intet til eventuelt." });
            await desk.PutAsync(_secretary, $"{minutes}/submission");
        });
        _approved[meeting.Id] = Almanac.At(then, 9);
        Do(_approved[meeting.Id], $"approve minutes {meeting.Id}", $"Formanden godkender referatet af mødet i {forum}", desk => desk.PutAsync(_town.Chair(meeting.Forum), $"{minutes}/approval"));
        _minutes[meeting.Id] = Almanac.At(then, 10);
        Do(_minutes[meeting.Id], $"send minutes {meeting.Id}", $"Sekretariatet sender referatet af mødet i {forum}", desk => desk.PutAsync(_secretary, $"{minutes}/distribution"));
    }
}
