using Initiatives.Domain;

namespace Initiatives.Reporting.Record;

/// <summary>Folds the facts of one cluster, in the order of the log, into its record.</summary>
public sealed class ClusterRecordBuilder
{
    private readonly Dictionary<string, InitiativeRecordBuilder> _initiatives = [];
    private readonly Dictionary<string, (Plan State, List<Told<PlanEvent>> Events)> _plans = [];
    private readonly Dictionary<string, Agenda> _agendas = [];
    private readonly Dictionary<string, (Procedure State, List<Told<ProcedureEvent>> Events)> _procedures = [];
    private Cluster _cluster = Cluster.None;
    private Calendar _calendar = Calendar.Empty;
    private long _position;

    /// <summary>Adds the next fact of a stream. Facts that no reader of the record asks for (editions) pass by.</summary>
    public void Add(string stream, object fact, Stamp stamp)
    {
        _position = Math.Max(_position, stamp.Position);
        switch (fact)
        {
            case InitiativeEvent e:
                if (!_initiatives.TryGetValue(stream, out var initiative))
                    _initiatives[stream] = initiative = new InitiativeRecordBuilder();
                initiative.Add(e, stamp);
                break;
            case ClusterEvent e:
                _cluster = Cluster.Evolve(_cluster, e);
                break;
            case CalendarEvent e:
                _calendar = Calendar.Evolve(_calendar, e);
                break;
            case AgendaEvent e:
                _agendas[e.Meeting] = Agenda.Evolve(_agendas.GetValueOrDefault(e.Meeting, Agenda.Untouched), e);
                break;
            case ProcedureEvent e:
                var told = _procedures.TryGetValue(e.Procedure, out var procedure) ? procedure : (State: Procedure.None, Events: []);
                told.Events.Add(new(e, stamp));
                _procedures[e.Procedure] = (Procedure.Evolve(told.State, e), told.Events);
                break;
            case PlanEvent e:
                var (state, events) = _plans.TryGetValue(stream, out var known) ? known : (Plan.None, []);
                events.Add(new(e, stamp));
                _plans[stream] = (Plan.Evolve(state, e), events);
                break;
            default:
                break;
        }
    }

    /// <summary>The record up to <paramref name="cutOff"/>, which may lie after the last fact added.</summary>
    public ClusterRecord Build(long cutOff, IReadOnlyDictionary<string, string> people) =>
        new(
            _cluster,
            _calendar,
            [.. _plans.Values.OrderBy(p => p.Events[0].Stamp.Position).Select(p => new PlanRecord(p.State, p.Events))],
            [.. _initiatives.Values.Select(i => i.Build()).OrderBy(i => i.Card.Plan, StringComparer.Ordinal).ThenBy(i => i.Card.Number)],
            people,
            Math.Max(cutOff, _position)) { Agendas = _agendas, Procedures = [.. _procedures.Select(p => new ProcedureRecord(p.Key, p.Value.State, p.Value.Events)).OrderByDescending(p => p.Events[0].Stamp.Position)] };
}
