using Initiatives.Domain;

namespace Initiatives.Reporting.Record;

/// <summary>
/// Folds a stream into a record with lists that grow in place: a history of years costs its length once, where records
/// copied per event would cost its square.
/// </summary>
internal sealed class InitiativeRecordBuilder
{
    private readonly List<Told<InitiativeEvent>> _events = [];
    private readonly List<Told<InitiativeEvent>> _orderNotes = [];
    private readonly List<Confirmation> _confirmations = [];
    private readonly List<Status> _statuses = [];
    private readonly List<Deviation> _deviations = [];
    private readonly List<ReservationRecord> _reservations = [];
    private IReadOnlyList<WorkingGroupMember> _workingGroup = [];
    private Told<InitiativeOrdered>? _order;
    private InitiativeCard _card = InitiativeCard.Empty;

    public InitiativeRecord Build() =>
        new(_card, _order, _orderNotes, _confirmations, _workingGroup, _statuses, _deviations, _reservations, _events);

    public void Add(InitiativeEvent @event, Stamp stamp)
    {
        _card = InitiativeCard.Evolve(_card, @event, stamp);
        var told = new Told<InitiativeEvent>(@event, stamp);
        _events.Add(told);
        switch (@event)
        {
            case InitiativeOrdered e:
                _order = new(e, stamp);
                break;
            case OrderRemarkAdded or SpecialAttentionAsked or SpecialAttentionEnded:
                _orderNotes.Add(told);
                break;
            case OrderReservationAdded e:
                _orderNotes.Add(told);
                _reservations.Add(new(e.Reservation, e.Forum, e.Text, e.Owner, e.Due, stamp, null));
                break;
            case ReservationFulfilled e:
                Change(_reservations, r => r.Number == e.Reservation, r => r with { Fulfilled = new(e, stamp) });
                break;
            case InitiativeStarted e:
                _workingGroup = e.WorkingGroup;
                break;
            case WorkingGroupChanged e:
                _workingGroup = e.WorkingGroup;
                break;
            default:
                AddConfirmation(@event, told);
                AddStatus(@event, stamp);
                AddDeviation(@event, told);
                break;
        }
    }

    private void AddConfirmation(InitiativeEvent @event, Told<InitiativeEvent> told)
    {
        switch (@event)
        {
            case ConfirmationSubmitted e:
                _confirmations.Add(new(e.Revision, e.Terms, e.Reason, told.Stamp, [], null));
                break;
            case ConfirmationApproved e:
                Outcome(e.Revision, told);
                _reservations.AddRange(e.Reservations.Select(r => new ReservationRecord(r.Reservation, e.Forum, r.Text, r.Owner, r.Due, told.Stamp, null)));
                break;
            case ConfirmationReturned e:
                Outcome(e.Revision, told);
                break;
            case ConfirmationPostponed e:
                Outcome(e.Revision, told);
                break;
            case TermsTookForce e:
                Change(_confirmations, c => c.Revision == e.Revision, c => c with { InForceSince = told.Stamp.On });
                break;
            default:
                break;
        }
    }

    private void Outcome(int revision, Told<InitiativeEvent> told) =>
        Change(_confirmations, c => c.Revision == revision, c => c with { Outcomes = [.. c.Outcomes, told] });

    private void AddStatus(InitiativeEvent @event, Stamp stamp)
    {
        switch (@event)
        {
            case StatusReported e:
                if (e.Corrects is { } corrected)
                    Change(_statuses, s => s.Number == corrected, s => s with { CorrectedBy = e.Status });
                _statuses.Add(new(e.Status, e.On, e.Content, e.Suggested, e.SuggestedBecause, e.Round, e.Late, e.Corrects, null, null, stamp));
                break;
            case StatusReconfirmed e:
                var content = _statuses.First(s => s.Number == e.Reconfirms).Content;
                _statuses.Add(new(e.Status, e.On, content, content.Light, [], e.Round, e.Late, null, e.Reconfirms, null, stamp));
                break;
            default:
                break;
        }
    }

    private void AddDeviation(InitiativeEvent @event, Told<InitiativeEvent> told)
    {
        var stamp = told.Stamp;
        switch (@event)
        {
            case DeviationOpened e:
                _deviations.Add(new(e.Deviation, stamp.On, e.Light, [told], null, [], [], null));
                break;
            case DeviationWorsened e:
                Turn(e.Deviation, d => d with { Light = e.To, Turns = [.. d.Turns, told] });
                break;
            case DeviationEased e:
                Turn(e.Deviation, d => d with { Light = e.To, Turns = [.. d.Turns, told] });
                break;
            case DeviationTrackChosen e:
                Turn(e.Deviation, d => d with { Track = new(e, stamp) });
                break;
            case RemedyAgreed e:
                Turn(e.Deviation, d => d with { Remedies = [.. d.Remedies, new Remedy(e.Remedy, new(e, stamp), e.Due, null, null)] });
                break;
            case RemedyDueMoved e:
                Mend(e.Remedy, r => r with { Due = e.Due });
                break;
            case RemedyDone e:
                Mend(e.Remedy, r => r with { Done = new(e, stamp) });
                break;
            case RemedyDropped e:
                Mend(e.Remedy, r => r with { Dropped = new(e, stamp) });
                break;
            case EscalationRaised e:
                Turn(e.Deviation, d => d with { Escalations = [.. d.Escalations, new Escalation(e.Escalation, new(e, stamp), [], e.To, null, null)] });
                break;
            case EscalationForwarded e:
                Escalate(e.Escalation, x => x with { Forwarded = [.. x.Forwarded, new(e, stamp)], AtForum = e.To });
                break;
            case EscalationDecided e:
                Escalate(e.Escalation, x => x with { Decided = new(e, stamp) });
                break;
            case EscalationAnswerNoted e:
                Escalate(e.Escalation, x => x with { Noted = new(e, stamp) });
                break;
            case DeviationClosed e:
                Turn(e.Deviation, d => d with { Closed = new(e, stamp) });
                break;
            default:
                break;
        }
    }

    private void Turn(int deviation, Func<Deviation, Deviation> change) => Change(_deviations, d => d.Number == deviation, change);

    private void Mend(int remedy, Func<Remedy, Remedy> change) =>
        Change(_deviations, d => d.Remedies.Any(r => r.Number == remedy), d => d with { Remedies = [.. d.Remedies.Select(r => r.Number == remedy ? change(r) : r)] });

    private void Escalate(int escalation, Func<Escalation, Escalation> change) =>
        Change(_deviations, d => d.Escalations.Any(x => x.Number == escalation), d => d with { Escalations = [.. d.Escalations.Select(x => x.Number == escalation ? change(x) : x)] });

    private static void Change<T>(List<T> list, Predicate<T> which, Func<T, T> change)
    {
        var at = list.FindIndex(which);
        if (at < 0)
            throw new InvalidOperationException($"The stream speaks of a {typeof(T).Name} that it never told of.");
        list[at] = change(list[at]);
    }
}
