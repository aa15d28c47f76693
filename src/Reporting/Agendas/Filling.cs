using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Agendas;

/// <summary>Which items an agenda has, in the customary order: its opening, what is told, what awaits the forum worst first, what was added, and the rest.</summary>
internal sealed class Filling(ClusterRecord record, Forum forum, Meeting meeting, DateOnly day)
{
    // Before a forum's first meeting here, other forums' meetings of the last quarter are news to it.
    private const int DaysOfNews = 92;

    private readonly Calendar _calendar = record.Calendar;

    public IReadOnlyList<AgendaItem> Items(IReadOnlyList<MeetingCase> cases)
    {
        var state = record.Agendas.GetValueOrDefault(meeting.Id, Agenda.Untouched);
        var awaited = cases.SelectMany(c => c.Awaited.Where(f => c.Decided.Any(d => d.Key == f.Item.Key) || BelongsHere(f.Item.Key, f.PostponedTo)))
            .OrderBy(f => f.Item.Kind).ThenBy(f => f.Severity).ThenBy(f => f.Since).ThenBy(f => f.Item.Initiative!.Number).Select(f => f.Item).ToList();
        // Decided here on grounds that the agenda does not know: it is told all the same.
        var besides = cases.SelectMany(c => c.Decided.Where(d => awaited.TrueForAll(i => i.Key != d.Key)).DistinctBy(d => d.Key).Select(d => Besides(c, d)));
        return
        [
            .. new[] { new AgendaItem("opening", AgendaItemKind.Opening, "Godkendelse af dagsorden", Awaiting.Customary(forum, "godkender dagsordenen")) }
                .Concat(News().Concat(Written()).Where(n => BelongsHere(n.Key, null)))
                .Concat(awaited)
                .Concat(besides)
                .Concat(new Turning(record, meeting).Items())
                .Concat(PlanEnding.Items(record, forum, meeting))
                // What was received about a case comes by itself, in words that are up to date.
                .Concat(state.Added.Where(i => i.Initiative is null))
                // What was put off stands on both agendas: here with that outcome.
                .Concat(state.Outcomes.Select(o => o.Item))
                .Append(new("any-other", AgendaItemKind.AnyOther, "Eventuelt", ""))
                .DistinctBy(i => i.Key)
                .OrderBy(i => i.Kind),
        ];
    }

    /// <summary>In the order chosen; what it does not name comes after what it customarily comes after.</summary>
    public static IReadOnlyList<AgendaItem> Arranged(IEnumerable<AgendaItem> items, IReadOnlyList<string> order)
    {
        var customary = items.ToList();
        if (order.Count == 0) return customary;
        var arranged = order.Select(key => customary.Find(i => i.Key == key)).OfType<AgendaItem>().ToList();
        for (var at = 0; at < customary.Count; at++)
        {
            if (order.Contains(customary[at].Key)) continue;
            // "Eventuelt" comes last of all, whatever was last ordered.
            var place = at == 0 ? 0 : at == customary.Count - 1 ? arranged.Count : arranged.IndexOf(customary[at - 1]) + 1;
            arranged.Insert(place, customary[at]);
        }
        return arranged;
    }

    /// <summary>At the meeting it was put off to; otherwise at the forum's next.</summary>
    private bool BelongsHere(string key, string? postponedTo)
    {
        var home = new[] { postponedTo }.Concat(record.Agendas.Where(a => _calendar.Find(a.Key)?.Forum == forum.Id).SelectMany(a => PutOff(a.Value, key)))
            .Select(to => to is null ? null : _calendar.Find(to)).Where(m => m is { IsCancelled: false } && m.On >= day).MaxBy(m => m!.On);
        return (home ?? _calendar.Next(forum.Id, day))?.Id == meeting.Id;
    }

    private static IEnumerable<string?> PutOff(Agenda agenda, string key) =>
        [.. agenda.Away.Where(a => a.Item == key).Select(a => a.To), .. agenda.Outcomes.Where(o => o.Item.Key == key).Select(o => o.ToMeeting)];

    /// <summary>The meetings of forums whose minutes this one gets, since it last met.</summary>
    private IEnumerable<AgendaItem> News()
    {
        var since = _calendar.Previous(forum.Id, meeting.On)?.On ?? meeting.On.AddDays(-DaysOfNews);
        return from rule in record.Cluster.Distribution
               where rule.SentTo.Contains(forum.Id)
               let name = record.Cluster.Forum(rule.MinutesOf)?.Name ?? rule.MinutesOf
               from held in _calendar.Held(rule.MinutesOf)
               where held.On >= since && held.On < meeting.On && held.On <= day
               orderby held.On
               select new AgendaItem(
                   $"minutes-{held.Id}", AgendaItemKind.Minutes, $"Orientering om møde i {name} {Danish.Date(held.On)}", Awaiting.Customary(forum, "tager orienteringen til efterretning"), About: held.Id);
    }

    /// <summary>The forum's own written procedures that have ended since it last met: they are told at its next meeting, and stand in its minutes.</summary>
    private IEnumerable<AgendaItem> Written()
    {
        var since = _calendar.Previous(forum.Id, meeting.On)?.On ?? meeting.On.AddDays(-DaysOfNews);
        return from procedure in record.Procedures
               where procedure.Asked.Forum == forum.Id && procedure.Ended is { } ended && ended.On >= since && ended.On < meeting.On && ended.On <= day
               orderby procedure.Ended!.Position
               select new AgendaItem(
                   $"procedure-{procedure.Id}", AgendaItemKind.Procedure, $"Orientering om skriftlig godkendelse: {procedure.Asked.Item.Heading}",
                   Awaiting.Customary(forum, "tager udfaldet af den skriftlige godkendelse til efterretning"), About: procedure.Id, Background: ProcedureOutcome.Of(procedure, record));
    }

    private static AgendaItem Besides(MeetingCase about, DecidedAt decided) =>
        new(decided.Key, decided.Kind, FormattableString.Invariant($"Indsats {about.About.Number}, {about.Latest.Card.Title}"), "", about.About, decided.Part);
}
