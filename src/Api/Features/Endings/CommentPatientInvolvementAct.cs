using System.Globalization;
using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.Reporting;

namespace Initiatives.Api.Features.Endings;

/// <summary>/indsatser/{number}/patientinddragelse: what the patient representative says of the stance on patient involvement, also after the end.</summary>
internal sealed class CommentPatientInvolvementAct(InitiativeInHand about) : Act<Domain.CommentPatientInvolvement>(about)
{
    private const int StatusesBack = 5;

    public override string Path => $"{About.Path}/patientinddragelse";

    public override Refusal? Closed => null;

    public override IEnumerable<(string Heading, string? Text)> Facts(Texts texts) =>
        About.Record.Latest is { Content.PatientInvolvement: { } stance } latest
            ? [(texts["Ask.Stance", texts.Say.LongDate(latest.On)], $"{texts[stance.Relevant ? "Status.Relevant" : "Status.NotRelevant"]}: {stance.Text}")]
            : About.State.Terms.PatientInvolvement is { } promised
                ? [(texts["Status.PatientInvolvement"], $"{texts[promised.Relevant ? "Status.Relevant" : "Status.NotRelevant"]}: {promised.Text}")]
                : [];

    public override IEnumerable<Ask> Asks(Texts texts) =>
    [
        new Ask.Words("comment", texts["Ask.Comment"]),
        new Ask.Many("status", texts["Ask.CommentsOn"],
            [.. About.Record.Statuses.Where(s => s.Reconfirms is null).TakeLast(StatusesBack).Reverse().Select(s => new Option(s.Number.ToString(CultureInfo.InvariantCulture), texts["Ask.StatusOf", texts.Say.LongDate(s.On)]))],
            texts["Ask.AsSuch"]) { Optional = true },
    ];

    public override IReadOnlyList<Wish> Read(Answers answers)
    {
        int? status = answers.Note("status") is { } chosen ? int.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0 : null;
        return [Wish(new Domain.CommentPatientInvolvement(status, answers.Text("comment")))];
    }
}
