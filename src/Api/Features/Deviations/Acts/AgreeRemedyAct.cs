using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;

namespace Initiatives.Api.Features.Deviations.Acts;

/// <summary>/afvigelser/{id}/afhjaelpning: what is done about it, by whom and by when.</summary>
internal sealed class AgreeRemedyAct(CaseInHand subject) : CaseAct<Domain.AgreeRemedy>(subject)
{
    public override string Path => $"{Case.Path}/afhjaelpning";

    public override IEnumerable<Ask> Asks(Texts texts) =>
    [
        new Ask.Words("what", texts["Ask.What"], Rows: 3),
        new Ask.Many("who", texts["Ask.Who"], [.. Who(texts)]),
        new Ask.Day("due", texts["Ask.Due"]),
        AskMeeting(texts, Forum),
    ];

    public override void Prefill(Fields fields) => PrefillMeeting(fields, Forum);

    public override IReadOnlyList<Wish> Read(Answers answers) =>
        [Wish(new Domain.AgreeRemedy(Case.Number, Managing, answers.Text("what"), answers.Chosen("who"), answers.Day("due"), answers.Note("meeting")))];

    /// <summary>Those of the initiative first, by name; then the organisations.</summary>
    private IEnumerable<Option> Who(Texts texts)
    {
        var card = About.Record.Card;
        (string? Id, string Part)[] people =
        [
            (card.Owner, texts["Initiative.Owner"]),
            (card.ProjectLead, texts["Initiative.ProjectLead"]),
            .. About.Record.WorkingGroup.Select(m => ((string?)m.Person, texts["Initiative.WorkingGroup"])),
        ];
        return people.Where(p => p.Id is not null).DistinctBy(p => p.Id).Select(p => new Option(p.Id!, $"{About.Name(p.Id)} ({p.Part})"))
            .Concat(About.Cluster.Organisations.Select(o => new Option(o.Id, o.Name)));
    }
}
