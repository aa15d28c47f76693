using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Interchange;

/// <summary>An initiative's record as entries of the document, purely: the other way round of <see cref="Deeds"/>.</summary>
internal sealed class LifeEntries(InitiativeRecord record, string timeZone)
{
    private readonly int _number = record.Card.Number;
    private readonly HashSet<InitiativeEvent> _told = new(ReferenceEqualityComparer.Instance);

    /// <summary>Null for a stream without an order, which there is none of.</summary>
    public InitiativeEntry? Initiative()
    {
        if (record.Order is not { } order)
            return null;
        var e = order.Fact;
        var attention = record.Events.Select(t => (t.Stamp, Fact: t.Fact as SpecialAttentionAsked)).FirstOrDefault(t => t.Fact is { Forum: null } && t.Stamp.On == order.Stamp.On).Fact;
        if (attention is not null)
            _told.Add(attention);
        return new InitiativeEntry(
            e.Number, e.FocusArea, e.Title, e.Order, e.Partners, attention?.Reason, e.FirstStep, e.Responsible, e.Involve,
            order.Stamp.On, Recorded(order.Stamp, order.Stamp.On), e.CarriesOn is { } from ? new OriginEntry(from.Kind, from.Plan, from.Numbers) : null, Closed());
    }

    public IEnumerable<ConfirmationEntry> Confirmations() => record.Confirmations.Select(c =>
    {
        var t = c.Terms;
        return new ConfirmationEntry(
            _number,
            c.Revision,
            c.Submitted.On,
            c.Reason,
            t.Deliverable,
            t.Frame is { } f ? new FrameEntry(f.Amount, f.Currency, [.. f.Shares.Select(s => new ShareEntry(s.Year, s.Payer, s.Amount))]) : null,
            t.Start,
            t.End,
            [.. t.Milestones.Select(m => new MilestoneEntry(m.Name, m.Due))],
            [.. t.Resources.Select(r => new ResourceEntry(r.Organisation, r.Text))],
            [.. t.Indicators.Select(i => new IndicatorEntry(i.Id, i.Name, i.Unit, i.Baseline, i.Target, i.Direction, i.Tolerance, i.Due))],
            Involvement(t.PatientInvolvement),
            t.Assumptions,
            t.SupplierReservations,
            [.. c.Outcomes.Select(Outcome)],
            c.InForceSince,
            Recorded(c.Submitted, c.Submitted.On));
    });

    public IEnumerable<StatusEntry> Statuses() => record.Events.Select(t => t.Fact switch
    {
        StatusReported e => Status(e, t.Stamp),
        StatusReconfirmed e => new StatusEntry(_number, e.On, null, null, null, null, null, null, [], null, null, null, [], e.Round, e.Late ? true : null, null, e.Reconfirms, Recorded(t.Stamp, e.On)),
        _ => null,
    }).OfType<StatusEntry>();

    public IEnumerable<RemedyEntry> Remedies() => record.Deviations.SelectMany(d => d.Remedies).OrderBy(r => r.Number).Select(r =>
    {
        var (e, stamp) = r.Agreed;
        return new RemedyEntry(
            _number, stamp.On, e.Forum, e.What, e.Who, e.Due, r.Done?.Fact.On, r.Done?.Fact.Effect, e.Deviation, e.Meeting,
            Recorded(stamp, stamp.On), r.Done is { } done ? Recorded(done.Stamp, done.Fact.On) : null);
    });

    public IEnumerable<EscalationEntry> Escalations() => record.Deviations.SelectMany(d => d.Escalations).OrderBy(x => x.Number).Select(x =>
    {
        var (e, stamp) = x.Raised;
        var answer = x.Decided?.Fact;
        return new EscalationEntry(
            _number, e.From, e.To, stamp.On, e.Question, e.Recommendation, e.DecisionBy, x.Decided?.Stamp.On, answer?.Decision, answer?.Answer, answer?.Amount,
            answer?.Forum, How(answer?.How), answer?.Meeting, e.Deviation, e.Meeting, Recorded(stamp, stamp.On),
            x.Decided is { } decided ? Recorded(decided.Stamp, decided.Stamp.On) : null);
    });

    /// <summary>The rest of its life; asked for last, since the entry of the initiative may tell of some of it.</summary>
    public IEnumerable<EventEntry> Events() => record.Events
        .Where(t => !_told.Contains(t.Fact) && EventFields.Types.ContainsKey(EventFields.Name(t.Fact.GetType())))
        .Select(t => new EventEntry(_number, t.Stamp.On, Recorded(t.Stamp, t.Stamp.On), t.Fact));

    /// <summary>A closing by one forum in one decision, as the plan's own list has it; any other stands among the events.</summary>
    private ClosedEntry? Closed()
    {
        for (var i = 1; i < record.Events.Count; i++)
        {
            if (record.Events[i] is { Fact: InitiativeClosed closed, Stamp: var stamp }
                && record.Events[i - 1].Fact is ClosingApproved { How: DecidedHow.Meeting } approved
                && approved.Decision == closed.Decision && stamp.On == closed.On && record.Events[i - 1].Stamp.On == closed.On)
            {
                _told.UnionWith([approved, closed]);
                return new ClosedEntry(approved.Forum, closed.On, closed.Decision, closed.LessonsLearned, Recorded(stamp, closed.On));
            }
        }
        return null;
    }

    private StatusEntry Status(StatusReported e, Stamp stamp)
    {
        var c = e.Content;
        return new StatusEntry(
            _number,
            e.On,
            c.Light,
            c.Progress,
            c.NextStep,
            c.Dimensions is { } d ? new DimensionsEntry(d.Time, d.Economy, d.Resources, d.Deliverable) : null,
            c.Deviation is { } a ? new DeviationEntry(a.Cause, a.Consequence, a.Options, a.Remedy, a.DecisionWanted, a.DecisionFrom, a.DecisionBy) : null,
            c.Forecast is { } f ? new ForecastEntry(f.End, f.Cost) : null,
            [.. c.Indicators.Select(r => new ReadingEntry(r.Indicator, r.Value, r.Measured))],
            Involvement(c.PatientInvolvement),
            c.OverrideReason,
            e.Suggested,
            e.SuggestedBecause,
            e.Round,
            e.Late ? true : null,
            e.Corrects,
            null,
            Recorded(stamp, e.On));
    }

    private ApprovalEntry Outcome(Told<InitiativeEvent> told) => told.Fact switch
    {
        ConfirmationApproved e => new(
            e.Forum,
            told.Stamp.On,
            e.Reservations.Count > 0 ? ApprovalOutcome.ApprovedWithReservations : e.Remarks.Count > 0 ? ApprovalOutcome.ApprovedWithRemarks : ApprovalOutcome.Approved,
            [.. e.Reservations.Select(r => new ReservationEntry(r.Text, r.Owner, r.Due, null, null))],
            e.Remarks, null, null, How(e.How), e.Meeting, Recorded(told.Stamp, told.Stamp.On)),
        ConfirmationReturned e => new(e.Forum, told.Stamp.On, ApprovalOutcome.Returned, [], [], e.Reasons, null, How(e.How), e.Meeting, Recorded(told.Stamp, told.Stamp.On)),
        ConfirmationPostponed e => new(e.Forum, told.Stamp.On, ApprovalOutcome.Postponed, [], [], null, e.ToMeeting, null, e.Meeting, Recorded(told.Stamp, told.Stamp.On)),
        var other => throw new InvalidOperationException($"{other.GetType().Name} is no outcome of an approval."),
    };

    private static DecidedHow? How(DecidedHow? how) => how is DecidedHow.WrittenProcedure ? how : null;

    private static InvolvementEntry? Involvement(PatientInvolvement? p) => p is null ? null : new(p.Relevant, p.Text);

    /// <summary>
    /// The instant, unless it is what a day alone would give: noon, and a few milliseconds for the order of the day.
    /// </summary>
    private DateTimeOffset? Recorded(Stamp stamp, DateOnly day)
    {
        var noon = LocalInstant.At(day, 12, timeZone);
        return stamp.At >= noon && stamp.At < noon.AddSeconds(1) ? null : stamp.At;
    }
}
