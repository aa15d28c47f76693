using System.Globalization;
using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Agendas;

/// <summary>What the form of one outcome asks for, and reads back: the fields that this outcome demands of this kind of item, and no others.</summary>
internal sealed class OutcomeForm(OutcomeCase of, AgendaOutcome outcome, Texts texts)
{
    private readonly InitiativeRecord? _about = of.Initiative;

    public IReadOnlyList<Ask> Asks => (of.Item.Kind, outcome) switch
    {
        (_, AgendaOutcome.Postponed) => [new Ask.Many("toMeeting", texts["Agenda.ToMeeting"], [.. of.Later.Select(m => new Option(m.Id, texts.Say.LongDate(m.On, m.Start)))]), .. TextUnlessDecided()],
        (AgendaItemKind.Confirmation, AgendaOutcome.Approved) or (AgendaItemKind.Answer, _) => [],
        (AgendaItemKind.Confirmation, AgendaOutcome.ApprovedWithReservations) =>
        [
            new Ask.Group("reservations", texts["Approval.reservations"], texts["Approval.reservation"], 1,
            [
                new Ask.Words("text", texts["Agenda.ReservationText"], 2),
                new Ask.Many("owner", texts["Agenda.ReservationOwner"], Parties()) { Optional = true },
                new Ask.Day("due", texts["Ask.Due"]) { Optional = true },
            ]) { Hint = texts["Approval.reservationsHint"] },
        ],
        (AgendaItemKind.Confirmation, AgendaOutcome.ApprovedWithRemarks) => [new Ask.Words("remarks[0]", texts["Approval.remark"])],
        (_, AgendaOutcome.Returned) => [new Ask.Words("reasons", texts["Approval.reasons"])],
        (AgendaItemKind.Deviation, AgendaOutcome.Decided) =>
        [
            new Ask.Few("track", texts["Ask.Track"], [.. Enum.GetValues<DeviationTrack>().Select(t => new Option(t.ToString(), texts[$"Track.{t}"], Hint: texts[$"Track.{t}.Means"]))]),
            new Ask.Words("reason", texts["Ask.Reason"]) { Optional = true },
        ],
        (_, AgendaOutcome.RemedyAgreed) => [new Ask.Words("what", texts["Ask.What"], 3), new Ask.Many("who", texts["Ask.Who"], Parties()), new Ask.Day("due", texts["Ask.Due"])],
        (AgendaItemKind.Deviation, AgendaOutcome.Escalated) =>
        [
            new Ask.Words("question", texts["Escalation.Question"], 3) { Hint = texts["Ask.QuestionHint"] },
            new Ask.Words("recommendation", texts["Escalation.Recommendation"]) { Hint = texts["Ask.RecommendationHint", of.Forum.Name] },
            new Ask.Day("decisionBy", texts["Ask.DecisionBy"]) { Optional = true },
        ],
        (AgendaItemKind.Deviation, AgendaOutcome.Approved) => [new Ask.Words("effect", texts["Ask.ConfirmedEffect"]) { Hint = texts["Ask.ConfirmedEffectHint"] }],
        (AgendaItemKind.Escalation, AgendaOutcome.Decided) =>
        [
            new Ask.Few("answer", texts["Ask.Answer"], [.. Enum.GetValues<EscalationAnswer>().Select(a => new Option(a.ToString(), texts[$"Answer.{a}"], Hint: texts[$"Answer.{a}.Means"]))]),
            new Ask.Kroner("amount", texts["Ask.Amount"]),
            new Ask.Words("decision", texts["Ask.Decision"]),
        ],
        (_, AgendaOutcome.Escalated) => [new Ask.Words("reason", texts["Ask.Reason"])],
        (AgendaItemKind.Closing, AgendaOutcome.Approved) =>
            [new Ask.Words("decision", texts["Ask.Decision"]), new Ask.Words("lessonsLearned", texts["Ask.Lessons"]) { Optional = true, Hint = texts["Ask.LessonsHint"] }],
        (_, AgendaOutcome.Decided) => [new Ask.Words("text", texts["Ask.Decision"])],
        (_, AgendaOutcome.ApprovedWithRemarks) => [new Ask.Words("text", texts["Approval.remark"])],
        _ => [new Ask.Words("text", texts["Agenda.Note"]) { Optional = true }],
    };

    /// <summary>Filled in with what is known: the owner's own words, to be made the forum's.</summary>
    public Fields Prefilled()
    {
        var fields = new Fields();
        if (outcome is AgendaOutcome.Postponed && of.Later is [var next, ..]) fields["toMeeting"] = next.Id;
        if ((of.Item.Kind, outcome) is not (AgendaItemKind.Deviation, AgendaOutcome.Escalated)) return fields;
        var account = _about?.Statuses.LastOrDefault(s => s.Content.Deviation is not null)?.Content.Deviation;
        fields["question"] = account?.DecisionWanted ?? "";
        fields["recommendation"] = account?.Remedy ?? "";
        var by = account?.DecisionBy is { } wanted && wanted >= of.Today ? wanted
            : of.Forum.EscalatesTo is { } up ? of.Record.Calendar.Next(up, of.Today)?.On : null;
        fields["decisionBy"] = by?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        return fields;
    }

    /// <summary>The answers as the API would have them, so that both ways in become the same commands.</summary>
    public (RecordItemOutcome.Body Body, IReadOnlyList<Refusal> Faults) Read(Fields fields)
    {
        var answers = new Answers(fields);
        var asked = Ask.All(Asks, fields).Select(a => a.Name).ToHashSet();
        string? Words(string name) => asked.Contains(name) ? fields.Words(name) : null;
        var body = new RecordItemOutcome.Body(
            outcome,
            Words("text"),
            asked.Contains("toMeeting") ? answers.Chosen("toMeeting") : null,
            asked.Contains("reservations[0].text") ? [.. FieldRows.Written(fields, "reservations").Select(at => Reservation(fields, FieldRows.Row("reservations", at)))] : null,
            Words("remarks[0]") is { } remark ? [remark] : null,
            Words("reasons"),
            asked.Contains("track") ? answers.One<DeviationTrack>("track") : null,
            Words("reason"),
            Words("effect"),
            Words("what"),
            asked.Contains("who") ? answers.Chosen("who") : null,
            asked.Contains("due") ? answers.Day("due") : null,
            Words("question"),
            Words("recommendation"),
            asked.Contains("decisionBy") ? answers.DayOrNone("decisionBy") : null,
            asked.Contains("answer") ? answers.One<EscalationAnswer>("answer") : null,
            Words("decision"),
            asked.Contains("amount") ? answers.KronerOrNone("amount") : null,
            Words("lessonsLearned"));
        return (body, [.. answers.Faults, .. Missing(body).Where(m => asked.Contains(m.Field!))]);
    }

    /// <summary>The form's field for what a refusal names; null when it has none of that name.</summary>
    public string? Place(Fields fields, string path) => Ask.All(Asks, fields).Any(a => a.Name == path) ? path : null;

    private static IEnumerable<Refusal> Missing(RecordItemOutcome.Body body) => body switch
    {
        { Outcome: AgendaOutcome.ApprovedWithReservations, Reservations: null or { Count: 0 } } =>
            [InitiativeRefusals.TextMissing("reservations[0].text", "forbeholdet", "the reservation")],
        { Outcome: AgendaOutcome.ApprovedWithRemarks, Remarks: null, Text: null } => [InitiativeRefusals.TextMissing("remarks[0]", "bemærkningen", "the remark"), InitiativeRefusals.TextMissing("text", "bemærkningen", "the remark")],
        _ => [],
    };

    private static Condition Reservation(Fields fields, string row) => new(fields.Words($"{row}.text") ?? "", fields.Words($"{row}.owner"), fields.Date($"{row}.due"));

    // What is written about a decision's postponement has nowhere to stand in an initiative's own fact.
    private IEnumerable<Ask> TextUnlessDecided() => of.Item.Kind is AgendaItemKind.Confirmation ? [] : [new Ask.Words("text", texts["Agenda.Note"]) { Optional = true }];

    /// <summary>Those of the initiative first, by name; then the organisations.</summary>
    private IReadOnlyList<Option> Parties()
    {
        var record = of.Record;
        (string? Id, string Part)[] people = _about is null
            ? []
            :
            [
                (_about.Card.Owner, texts["Initiative.Owner"]),
                (_about.Card.ProjectLead, texts["Initiative.ProjectLead"]),
                .. _about.WorkingGroup.Select(m => ((string?)m.Person, texts["Initiative.WorkingGroup"])),
            ];
        return
        [
            .. people.Where(p => p.Id is not null).DistinctBy(p => p.Id).Select(p => new Option(p.Id!, $"{record.NameOf(p.Id!)} ({p.Part})")),
            .. record.Cluster.Organisations.Select(o => new Option(o.Id, o.Name)),
        ];
    }
}
