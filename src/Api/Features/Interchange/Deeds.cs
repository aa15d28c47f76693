using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

/// <summary>
/// From an entry of the document to what happened, purely. Everything about one cluster that an entry does not say itself
/// comes in from outside.
/// </summary>
/// <param name="meetings">Ids of all meetings, in the document and in the cluster already.</param>
/// <param name="chain">Which forum each forum escalates to.</param>
internal sealed class Deeds(string plan, string timeZone, DateOnly orderedOn, IReadOnlySet<string> meetings, IReadOnlyDictionary<string, string?> chain)
{
    public IReadOnlyList<Deed> Of(InitiativeEntry e, JsonPath path)
    {
        var day = e.Ordered ?? orderedOn;
        var at = At(day, e.Recorded);
        var origin = e.CarriesOn is { } from ? new Origin(from.Kind, from.Plan, from.Numbers) : null;
        List<Deed> deeds =
        [
            new(
                new InitiativeOrdered(plan, e.Number, e.Title, e.FocusArea, e.Order, e.Partners, e.FirstStep, e.Responsible, e.Involve, origin),
                at, day, path, DayMatters: e.Ordered is not null),
        ];
        if (e.Attention is { } reason)
            deeds.Add(new(new SpecialAttentionAsked(null, reason), at, day, path["attention"], DayMatters: e.Ordered is not null));
        if (e.Closed is { } closed)
        {
            var closedAt = At(closed.Date, closed.Recorded);
            deeds.Add(new(new ClosingApproved(closed.By, closed.Decision, DecidedHow.Meeting, MeetingOf(closed.By, closed.Date)), closedAt, Day(closedAt), path["closed"]));
            deeds.Add(new(new InitiativeClosed(closed.Date, closed.Decision, closed.LessonsLearned), closedAt, Day(closedAt), path["closed"]));
        }
        return deeds;
    }

    public IReadOnlyList<Deed> Of(ConfirmationEntry e, JsonPath path)
    {
        var submitted = At(e.Submitted, e.Recorded);
        List<Deed> deeds = [new(new ConfirmationSubmitted(e.Revision, Terms(e), e.Reason), submitted, Day(submitted), path)];
        for (var i = 0; i < e.Approvals.Count; i++)
        {
            var approval = e.Approvals[i];
            var at = At(approval.Date, approval.Recorded);
            // Minutes may be older than the paper they approved; the log tells the paper first, and the meeting stays named.
            at = at < submitted ? submitted : at;
            deeds.Add(new(Outcome(e.Revision, approval), at, Day(at), path["approvals"][i], Settles: e.InForce is null));
        }
        if (e.InForce is { } inForce)
        {
            var last = deeds.LastOrDefault(d => d.Day == inForce)?.At ?? At(inForce, null);
            deeds.Add(new(new TermsTookForce(e.Revision), last, inForce, path["inForce"]));
        }
        return deeds;
    }

    public IReadOnlyList<Deed> Of(StatusEntry e, JsonPath path)
    {
        var at = At(e.Date, e.Recorded);
        InitiativeEvent fact = e.Reconfirms is { } earlier
            ? new StatusReconfirmed(0, e.Date, earlier, e.Round, e.Late ?? false)
            : new StatusReported(0, e.Date, Content(e), e.Suggested, e.SuggestedBecause, e.Round, e.Late ?? false, e.Corrects);
        return [new(fact, at, Day(at), path)];
    }

    public IReadOnlyList<Deed> Of(RemedyEntry e, JsonPath path)
    {
        var at = At(e.Agreed, e.Recorded);
        List<Deed> deeds =
        [
            new(
                new RemedyAgreed(e.Deviation ?? 0, 0, e.Forum, e.What, e.Who, e.Due, e.Meeting ?? MeetingOf(e.Forum, e.Agreed)),
                at, Day(at), path),
        ];
        if (e.Done is { } done)
        {
            var doneAt = At(done, e.DoneRecorded);
            deeds.Add(new(new RemedyDone(0, done, e.Effect), doneAt, Day(doneAt), path["done"], About: 0));
        }
        return deeds;
    }

    public IReadOnlyList<Deed> Of(EscalationEntry e, JsonPath path)
    {
        var at = At(e.Raised, e.Recorded);
        var to = e.To ?? chain.GetValueOrDefault(e.From) ?? e.From;
        List<Deed> deeds =
        [
            new(
                new EscalationRaised(0, e.Deviation ?? 0, e.From, to, e.Question, e.Recommendation, e.DecisionBy, e.Meeting ?? MeetingOf(e.From, e.Raised)),
                at, Day(at), path),
        ];
        if (e.Decided is { } decided)
        {
            var by = e.DecidedBy ?? to;
            var decidedAt = At(decided, e.DecidedRecorded);
            var meeting = e.How is DecidedHow.WrittenProcedure ? null : e.DecidedMeeting ?? MeetingOf(by, decided);
            deeds.Add(new(
                new EscalationDecided(0, by, e.Answer ?? EscalationAnswer.Direction, e.Decision!, e.Amount, e.How ?? DecidedHow.Meeting, meeting),
                decidedAt, Day(decidedAt), path["decided"], About: 0));
        }
        return deeds;
    }

    public IReadOnlyList<Deed> Of(EventEntry e, JsonPath path)
    {
        var at = At(e.Date, e.Recorded);
        return [new(e.Fact, at, Day(at), path)];
    }

    private InitiativeEvent Outcome(int revision, ApprovalEntry e)
    {
        var how = e.How ?? DecidedHow.Meeting;
        var meeting = how is DecidedHow.WrittenProcedure ? null : e.Meeting ?? MeetingOf(e.Forum, e.Date);
        return e.Outcome switch
        {
            ApprovalOutcome.Returned => new ConfirmationReturned(revision, e.Forum, e.Reasons!, how, meeting),
            ApprovalOutcome.Postponed => new ConfirmationPostponed(revision, e.Forum, e.ToMeeting!, meeting),
            _ => new ConfirmationApproved(
                revision, e.Forum, [.. e.Reservations.Select(r => new ApprovalReservation(0, r.Text, r.Owner, r.Due))], e.Remarks, how, meeting),
        };
    }

    private static DeliveryTerms Terms(ConfirmationEntry e) => new(
        e.Deliverable,
        e.Frame is { } f ? new EconomicFrame(f.Amount, f.Currency ?? "DKK", [.. f.Shares.Select(s => new FrameShare(s.Year, s.Payer, s.Amount))]) : null,
        e.Start,
        e.End,
        [.. e.Milestones.Select(m => new Milestone(m.Name, m.Due))],
        [.. e.Resources.Select(r => new ResourcePledge(r.Organisation, r.Text))],
        [.. e.Indicators.Select(i => new Indicator(i.Id, i.Name, i.Unit, i.Baseline, i.Target, i.Direction, i.Tolerance, i.Due))],
        Involvement(e.PatientInvolvement),
        e.Assumptions,
        e.SupplierReservations);

    private static StatusContent Content(StatusEntry e) => new(
        e.Light!.Value,
        e.OverrideReason,
        e.Dimensions is { } d ? new Dimensions(d.Time, d.Economy, d.Resources, d.Deliverable) : null,
        e.Progress,
        e.NextStep,
        e.Deviation is { } a ? new DeviationAccount(a.Cause, a.Consequence, a.Options, a.Remedy, a.DecisionWanted, a.DecisionFrom, a.DecisionBy) : null,
        e.Forecast is { } f ? new Forecast(f.End, f.Cost) : null,
        [.. e.Indicators.Select(r => new IndicatorReading(r.Id, r.Value, r.Measured))],
        Involvement(e.PatientInvolvement));

    private static PatientInvolvement? Involvement(InvolvementEntry? e) => e is null ? null : new(e.Relevant, e.Text);

    /// <summary>A decision of a forum on a day when it met was made at that meeting.</summary>
    private string? MeetingOf(string forum, DateOnly day) => MeetingEntry.MeetingId(forum, day) is var id && meetings.Contains(id) ? id : null;

    private DateTimeOffset At(DateOnly day, DateTimeOffset? recorded) => recorded ?? LocalInstant.At(day, 12, timeZone);

    private DateOnly Day(DateTimeOffset at) => LocalInstant.Day(at, timeZone);
}
