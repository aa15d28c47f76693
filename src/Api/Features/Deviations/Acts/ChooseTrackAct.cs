using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Deviations.Acts;

/// <summary>/afvigelser/{id}/spor: back to plan, re-plan, or close the initiative.</summary>
internal sealed class ChooseTrackAct(CaseInHand subject) : CaseAct<Domain.ChooseTrack>(subject)
{
    public override string Path => $"{Case.Path}/spor";

    public override IEnumerable<Ask> Asks(Texts texts) =>
    [
        new Ask.Few("track", texts["Ask.Track"], [.. Enum.GetValues<DeviationTrack>().Select(t => new Option(t.ToString(), texts[$"Track.{t}"], Hint: texts[$"Track.{t}.Means"]))]),
        new Ask.Words("reason", texts["Ask.Reason"]) { Optional = true },
        AskMeeting(texts, Forum),
    ];

    public override void Prefill(Fields fields)
    {
        if (Case.Deviation.Track is { } chosen) fields["track"] = chosen.Fact.Track.ToString();
        PrefillMeeting(fields, Forum);
    }

    public override IReadOnlyList<Wish> Read(Answers answers) =>
        [Wish(new Domain.ChooseTrack(Case.Number, Managing, answers.One<DeviationTrack>("track"), answers.Note("reason"), answers.Note("meeting")))];
}
