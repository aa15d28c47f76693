using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.Reporting.Record;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Api.Features.Statuses;

/// <summary>POST /indsatser/{number}/status: whichever button was pressed. Nothing that was typed is ever lost.</summary>
internal static class SendStatusForm
{
    public const string Send = "send";
    public const string Preview = "vis";
    public const string Suggest = "foreslaa";
    public const string Draft = "kladde";
    public const string Discard = "slet-kladde";
    public const string Unchanged = "uaendret";

    public static Task<IResult> Handle(
        int number, [FromQuery(Name = StatusPages.Corrects)] int? corrects, PageDesk desk, FormDesk forms, StatusSubjects subjects, Drafts.Drafts drafts, TimeProvider time) =>
        desk.PostAsync((visit, form) => StatusPages.AtAsync(desk, subjects, visit, number, corrects, (subject, corrected) =>
            new Sent(desk, forms, subjects, drafts, time, visit, form, subject, corrected).AnswerAsync(form[Fields.Press].ToString())));

    private sealed record Sent(
        PageDesk Desk, FormDesk Forms, StatusSubjects Subjects, Drafts.Drafts Drafts, TimeProvider Time,
        PageVisit Visit, IFormCollection Form, StatusSubject Subject, Status? Corrected)
    {
        private readonly Fields _fields = Fields.Of(Form);

        public Task<IResult> AnswerAsync(string pressed) => pressed switch
        {
            Send => PostAsync(),
            Unchanged => SendAsync(new ReconfirmStatus()),
            Draft => SaveAsync(),
            Discard => DiscardAsync(),
            Preview => Task.FromResult(PreviewIt()),
            // Also the Enter key's: it must send nothing by accident.
            _ => Task.FromResult(StatusPages.Set(Desk, Subject, Corrected, _fields, [])),
        };

        private async Task<IResult> PostAsync()
        {
            var read = StatusFields.Read(_fields, Subject.State.Terms);
            // What the form itself cannot read never becomes a command; it is told together with all that the domain would say.
            return read.Faults.Count > 0
                ? await MendAsync(StatusPages.Refusals(Subject, read, Corrected?.Number))
                : await SendAsync(new Domain.PostStatus(read.Content, Corrected?.Number));
        }

        private async Task<IResult> SendAsync(InitiativeCommand command)
        {
            switch (await Desk.SendAsync(Visit, Form, Subject.DraftKey, new InitiativeWish(Subject.State.Plan, Subject.State.Number, command)))
            {
                case Outcome.Accepted:
                    return Desk.Done(Visit, $"{Subject.Path}/kvittering", Corrected is null ? "StatusPosted" : "StatusCorrected");
                case Outcome.Refused refused:
                    return await MendAsync(refused.Refusals);
                case Outcome.Stale stale:
                    return await MeanwhileAsync(stale);
                case Outcome.Missing:
                    return Desk.NotFound();
                default:
                    return Desk.Forbidden();
            }
        }

        private async Task<IResult> MendAsync(IReadOnlyList<Refusal> refusals)
        {
            await KeepAsync();
            return StatusPages.Set(Desk, Subject, Corrected, _fields, refusals);
        }

        /// <summary>Somebody was first: what they did is told, and what this person wrote stands in the form, ready to be sent on top of it.</summary>
        private async Task<IResult> MeanwhileAsync(Outcome.Stale stale)
        {
            await KeepAsync();
            var conflict = await Forms.ConflictAsync(
                Desk.Frame(Visit, ""), Form, stale, Streams.Initiative(Subject.State.Plan, Subject.State.Number), new Dictionary<string, string>(), Desk.Cancellation);
            // The page was read before the command was refused, so it may be older than what refused it.
            var now = await Subjects.FindAsync(Visit, Subject.State.Number, Corrected?.Number, Desk.Cancellation) ?? Subject;
            return StatusPages.Set(Desk, now, Corrected, _fields, [], since: conflict.Since);
        }

        private IResult PreviewIt() =>
            StatusPages.Set(Desk, Subject, Corrected, _fields, StatusPages.Refusals(Subject, StatusFields.Read(_fields, Subject.State.Terms), Corrected?.Number), Time.GetUtcNow());

        private async Task<IResult> SaveAsync()
        {
            if (StatusDrafts.Refuse(_fields.Text) is { Count: > 0 } broken) return StatusPages.Set(Desk, Subject, Corrected, _fields, broken);
            await Drafts.SaveAsync(Subject.DraftKey, _fields.Text, Desk.Cancellation);
            return Desk.Done(Visit, Address, "StatusDraftSaved");
        }

        private async Task<IResult> DiscardAsync()
        {
            await Drafts.RemoveAsync(Subject.DraftKey, Desk.Cancellation);
            return Desk.Done(Visit, Address, "StatusDraftDiscarded");
        }

        /// <summary>What must be mended may take a while: until then it is a draft, where a draft may hold it.</summary>
        private async Task KeepAsync()
        {
            if (StatusDrafts.Refuse(_fields.Text).Count == 0) await Drafts.SaveAsync(Subject.DraftKey, _fields.Text, Desk.Cancellation);
        }

        private string Address => Corrected is null ? Subject.Path : $"{Subject.Path}?{StatusPages.Corrects}={Corrected.Number}";
    }
}
