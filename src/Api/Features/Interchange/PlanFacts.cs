using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

/// <summary>What a document adds to its action plan, purely. The plan may be revised; what was approved stands.</summary>
internal sealed class PlanFacts(Plan plan, string timeZone, DateTimeOffset now, Problems problems)
{
    /// <summary>The plan itself, its approvals and what was left out of it; the initiatives' numbers come with their orders.</summary>
    public IEnumerable<DatedFact<PlanEvent>> Of(Held<PlanEntry> held, IEnumerable<Held<NotCarriedEntry>> notCarried, Tally tally)
    {
        List<DatedFact<PlanEvent>> facts = [.. Itself(held.Entry)];
        facts.AddRange(Approvals(held));
        facts.AddRange(Closing(held));
        tally.Count(EntryList.Plan, plan.Exists ? 1 : 0, facts.Count);
        foreach (var (entry, path) in notCarried)
        {
            var known = plan.NotCarried.FirstOrDefault(n => n.Title == entry.Title);
            tally.Count(EntryList.NotCarried, known is null ? 0 : 1, known is null ? 1 : 0);
            if (known is null)
                facts.Add(new(new InitiativeNotCarried(entry.Title, entry.Reason), At(held.Entry.Approvals.Select(a => a.Date).Append(held.Entry.From).Max())));
            else if (known.Reason != entry.Reason)
                problems.Add(path["reason"], ContentErrors.RewritesHistory(known.Reason));
        }
        // Drawn up first, whatever is dated before it: the minutes of an approval may be older than the plan's first day.
        return facts.OrderBy(f => f.Fact is PlanDrawnUp ? 0 : 1).ThenBy(f => f.At);
    }

    private IEnumerable<DatedFact<PlanEvent>> Itself(PlanEntry e)
    {
        FocusArea[] areas = [.. e.FocusAreas.Select(a => new FocusArea(a.Id, a.Name))];
        if (!plan.Exists)
        {
            yield return new(new PlanDrawnUp(e.Id, e.Title, e.From, e.To, areas), At(e.From));
            yield break;
        }
        // A document without focus areas says nothing of them.
        var same = areas.Length == 0 || plan.FocusAreas.SequenceEqual(areas);
        if ((plan.Title, plan.From, plan.To) != (e.Title, e.From, e.To) || !same)
            yield return new(new PlanRevised(e.Title, e.From, e.To, same ? plan.FocusAreas : areas, null), now);
    }

    private IEnumerable<DatedFact<PlanEvent>> Approvals(Held<PlanEntry> held)
    {
        var number = plan.Reservations;
        for (var i = 0; i < held.Entry.Approvals.Count; i++)
        {
            var e = held.Entry.Approvals[i];
            var path = held.Path["approvals"][i];
            var known = plan.Approvals.FirstOrDefault(a => a.Forum == e.Forum && a.On == e.Date);
            if (known is not null && !(known.Remarks.SequenceEqual(e.Remarks) && known.Reservations.Select(r => (r.Text, r.Owner, r.Due)).SequenceEqual(e.Reservations.Select(r => (r.Text, r.Owner, r.Due)))))
                problems.Add(path, ContentErrors.RewritesHistory(FormattableString.Invariant($"{known.Forum} {known.On:yyyy-MM-dd}")));
            var approved = known ?? new PlanApproved(e.Forum, e.Date, [.. e.Reservations.Select(r => new ApprovalReservation(++number, r.Text, r.Owner, r.Due))], e.Remarks, e.Meeting);
            if (known is null)
                yield return new(approved, At(e.Date));
            foreach (var (reservation, told) in approved.Reservations.Zip(e.Reservations))
                if (told.Fulfilled is { } day && (known is null || plan.OpenReservations.Contains(reservation.Reservation)))
                    yield return new(new PlanReservationFulfilled(reservation.Reservation, told.FulfilledNote), At(day));
        }
    }

    private IEnumerable<DatedFact<PlanEvent>> Closing(Held<PlanEntry> held)
    {
        if (held.Entry.Closed is not { } e)
            yield break;
        if (plan.Closed is null)
            yield return new(new PlanClosed(e.Date, e.By, e.Decision, e.SuccessorPlan), At(e.Date));
        else if (plan.Closed != e.Date)
            problems.Add(held.Path["closed"]["date"], ContentErrors.RewritesHistory(FormattableString.Invariant($"{plan.Closed:yyyy-MM-dd}")));
    }

    private DateTimeOffset At(DateOnly day) => LocalInstant.At(day, 12, timeZone) is var noon && noon > now ? now : noon;
}
