using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

/// <summary>What must hold within one entry, once every field of it could be read.</summary>
/// <param name="today">Nothing can have happened later.</param>
internal sealed class EntryRules(Problems problems, DateOnly today)
{
    public void Check(ClusterEntry e, JsonPath path)
    {
        if (e.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            problems.Add(path["timeZone"], ContentErrors.NoSuchTimeZone());
        if (e.Language is not (null or "da" or "en"))
            problems.Add(path["language"], ContentErrors.NoSuchLanguage());
    }

    public void Check(ForumEntry e, JsonPath path)
    {
        if (e.EscalatesTo == e.Id)
            problems.Add(path["escalatesTo"], ContentErrors.EscalatesInACircle());
        if (e.Rhythm is { Hour: > 23 })
            problems.Add(path["rhythm"]["hour"], ImportErrors.NotATime("24+"));
        if (e.Rhythm is { } r && (r.OpensDaysBefore ?? Rhythm.Default.OpensDaysBefore) <= (r.DeadlineDaysBefore ?? Rhythm.Default.DeadlineDaysBefore))
            problems.Add(path["rhythm"]["opensDaysBefore"], ContentErrors.RoundClosesBeforeItOpens());
    }

    public void Check(MeetingEntry e, JsonPath path)
    {
        if (e.End <= e.Start)
            problems.Add(path["end"], ContentErrors.EndsBeforeStart());
        if (e.WrittenStatusInstead is true && e.Cancelled is null)
            problems.Add(path["writtenStatusInstead"], ContentErrors.NotCancelled());
        if (e.Round is { } round)
        {
            NotBefore(path["round"]["due"], round.Due, round.Opened);
            if (round.Missing is not null && round.Closed is null)
                problems.Add(path["round"]["closed"], ImportErrors.Missing("closed"));
        }
    }

    public void Check(PlanEntry e, JsonPath path)
    {
        NotBefore(path["to"], e.To, e.From);
        Distinct(e.FocusAreas, a => a.Id, path["focusAreas"], "id");
        for (var i = 0; i < e.Approvals.Count; i++)
            Past(path["approvals"][i]["date"], e.Approvals[i].Date);
    }

    public void Check(InitiativeEntry e, JsonPath path)
    {
        if (e.Number < 1)
            problems.Add(path["number"], ContentErrors.CountsFromOne());
        Past(path["ordered"], e.Ordered);
        Past(path["closed"]["date"], e.Closed?.Date);
        NotBefore(path["closed"]["date"], e.Closed?.Date, e.Ordered);
        if (e.CarriesOn is { Kind: not ("split" or "merge" or "earlier-plan") } origin)
            problems.Add(path["carriesOn"]["kind"], ImportErrors.NotAChoice(origin.Kind, ["split", "merge", "earlier-plan"]));
    }

    public void Check(ConfirmationEntry e, JsonPath path)
    {
        if (e.Revision < 1)
            problems.Add(path["revision"], ContentErrors.CountsFromOne());
        Past(path["submitted"], e.Submitted);
        Past(path["inForce"], e.InForce);
        NotBefore(path["end"], e.End, e.Start);
        Distinct(e.Indicators, i => i.Id, path["indicators"], "id");
        if (e.Frame is { } frame)
        {
            if (frame.Currency is not (null or "DKK"))
                problems.Add(path["frame"]["currency"], ContentErrors.OnlyKroner());
            if (frame.Shares.Count > 0 && frame.Shares.Sum(s => s.Amount) != frame.Amount)
                problems.Add(path["frame"]["shares"], ContentErrors.SharesDoNotAddUp());
        }
        for (var i = 0; i < e.Approvals.Count; i++)
            Check(e.Approvals[i], path["approvals"][i]);
    }

    private void Check(ApprovalEntry e, JsonPath path)
    {
        Past(path["date"], e.Date);
        if (e.Outcome is ApprovalOutcome.Returned && e.Reasons is null)
            problems.Add(path["reasons"], ImportErrors.Missing("reasons"));
        if (e.Outcome is ApprovalOutcome.Postponed && e.ToMeeting is null)
            problems.Add(path["toMeeting"], ImportErrors.Missing("toMeeting"));
        if (e.Outcome is ApprovalOutcome.ApprovedWithReservations && e.Reservations.Count == 0)
            problems.Add(path["reservations"], ImportErrors.Missing("reservations"));
        if (e.Outcome is not ApprovalOutcome.ApprovedWithReservations && e.Reservations.Count > 0)
            problems.Add(path["outcome"], ContentErrors.OutcomeWithoutReservations());
    }

    public void Check(StatusEntry e, JsonPath path)
    {
        Past(path["date"], e.Date);
        if (e.Light is null && e.Reconfirms is null)
            problems.Add(path["light"], ImportErrors.Missing("light"));
        for (var i = 0; i < e.Indicators.Count; i++)
            Past(path["indicators"][i]["measured"], e.Indicators[i].Measured);
    }

    public void Check(RemedyEntry e, JsonPath path)
    {
        Past(path["agreed"], e.Agreed);
        Past(path["done"], e.Done);
        NotBefore(path["done"], e.Done, e.Agreed);
    }

    public void Check(EscalationEntry e, JsonPath path)
    {
        Past(path["raised"], e.Raised);
        Past(path["decided"], e.Decided);
        NotBefore(path["decided"], e.Decided, e.Raised);
        if (e.Decided is not null && e.Decision is null)
            problems.Add(path["decision"], ImportErrors.Missing("decision"));
        if (e.Decided is null && e.Decision is not null)
            problems.Add(path["decided"], ImportErrors.Missing("decided"));
    }

    public void Check(EventEntry e, JsonPath path) => Past(path["date"], e.Date);

    private void Past(JsonPath path, DateOnly? day)
    {
        if (day > today)
            problems.Add(path, ContentErrors.InTheFuture());
    }

    private void NotBefore(JsonPath path, DateOnly? later, DateOnly? earlier)
    {
        if (later < earlier)
            problems.Add(path, ContentErrors.Before(earlier!.Value));
    }

    private void Distinct<T>(IReadOnlyList<T> list, Func<T, string> key, JsonPath path, string field)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < list.Count; i++)
            if (!seen.Add(key(list[i])))
                problems.Add(path[i][field], ContentErrors.Twice(key(list[i])));
    }
}
