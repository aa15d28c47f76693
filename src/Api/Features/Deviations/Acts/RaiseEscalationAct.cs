using System.Globalization;
using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Deviations.Acts;

/// <summary>/afvigelser/{id}/eskaler: a question and a recommendation, one forum up. Begins with the owner's own words, to be made the forum's.</summary>
internal sealed class RaiseEscalationAct(CaseInHand subject) : CaseAct<Domain.RaiseEscalation>(subject)
{
    public override string Path => $"{Case.Path}/eskaler";

    public override Refusal? Closed =>
        base.Closed
        ?? (Up is null && Case.Managing is { } managing ? InitiativeRefusals.EscalatesElsewhere(managing, null) : null)
        ?? (Case.Deviation.OpenEscalation is not null ? InitiativeRefusals.EscalationOpen() : null);

    public override IEnumerable<(string Heading, string? Text)> Facts(Texts texts) => base.Facts(texts).Prepend((texts["Case.EscalatesTo"], About.Name(Up)));

    public override IEnumerable<Ask> Asks(Texts texts) =>
    [
        new Ask.Words("question", texts["Escalation.Question"], Rows: 3) { Hint = texts["Ask.QuestionHint"] },
        new Ask.Words("recommendation", texts["Escalation.Recommendation"]) { Hint = texts["Ask.RecommendationHint", About.Name(Forum)] },
        new Ask.Day("decisionBy", texts["Ask.DecisionBy"]) { Optional = true },
        AskMeeting(texts, Forum),
    ];

    public override void Prefill(Fields fields)
    {
        var account = Case.Accounted?.Content.Deviation;
        fields["question"] = account?.DecisionWanted ?? "";
        fields["recommendation"] = account?.Remedy ?? "";
        // The day the owner asked for, or the forum's next meeting; a day gone by is no day to decide by.
        var by = account?.DecisionBy is { } wanted && wanted >= About.Visit.Today ? wanted : Up is null ? null : About.Calendar.Next(Up, About.Visit.Today)?.On;
        fields["decisionBy"] = by?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        PrefillMeeting(fields, Forum);
    }

    public override IReadOnlyList<Wish> Read(Answers answers) =>
    [
        Wish(new Domain.RaiseEscalation(
            Case.Number, Managing, Up ?? "", answers.Text("question"), answers.Text("recommendation"), answers.DayOrNone("decisionBy"), answers.Note("meeting"))),
    ];

    private string? Up => Case.Managing?.EscalatesTo;
}
