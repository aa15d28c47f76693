using Initiatives.Api.Features.Agendas;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Procedures;

/// <summary>One visit to a page about a written procedure.</summary>
public sealed record ProcedureVisit
{
    internal ProcedureVisit(PageVisit visit, ProcedureInHand procedure, IReadOnlyList<string> unreached) => (Visit, Found, Unreached) = (visit, procedure, unreached);

    internal PageVisit Visit { get; }

    internal ProcedureInHand Found { get; }

    /// <summary>Names of members without a mail address.</summary>
    public IReadOnlyList<string> Unreached { get; }

    public Procedure State => Found.State;

    public ProcedureStarted Asked => Found.Asked;

    public string Forum => Found.Forum?.Name ?? Asked.Forum;

    public string Path => $"{ProcedureDesk.List}/{Found.Id}";

    /// <summary>The members that the reader may answer for, while answers are taken.</summary>
    public IReadOnlyList<string> AnswersFor =>
        State.IsOpen && Visit.Today <= State.Deadline && Visit.May(Rights.RightsTable.Of(typeof(Domain.AnswerProcedure)), Found.Id) ? Found.AnswersFor(Visit.Me) : [];

    public bool MayConclude => State.IsOpen && Found.Forum is not null && Visit.May<Domain.ConcludeProcedure>(forum: Asked.Forum);

    /// <summary>Not all have answered, and they still can: whoever concludes now says why.</summary>
    public bool IsEarly => State.IsOpen && !State.CanBeConcluded(Visit.Today);

    /// <summary>The forum in whose place the reader acts; null when it is their own.</summary>
    public string? OnBehalfOf => Visit.Me.Chairs(Asked.Forum) ? null : Forum;

    internal OutcomeCase Case => new(
        Found.Record, Found.Forum!, Asked.Item, Visit.Today, [.. Found.Record.Calendar.Held(Asked.Forum).Where(m => m.On >= Visit.Today)], IsDecided: false);

    public string Name(string person) => Found.Record.NameOf(person);
}

/// <summary>Shows pages about written procedures and takes what their forms send, the same way for all of them.</summary>
internal sealed class ProcedureDesk(PageDesk desk, ProcedureReader procedures, Mail.Mailings mailings)
{
    public const string List = "/skriftlige-godkendelser";

    public Texts Texts => desk.Texts;

    public Task<IResult> ShowAsync(string procedure, Func<ProcedureVisit, IResult?> show) => desk.ShowAsync(
        async visit => await FindAsync(visit, procedure) is { } found ? show(found) ?? desk.NotFound() : desk.NotFound(), fromRecord: false);

    /// <param name="read">From the fields to commands, and what the form itself found amiss; null when what the address names is not there.</param>
    /// <param name="again">The page once more, with what was typed and what must be mended.</param>
    /// <param name="done">Names the text <c>Done.{done}</c>.</param>
    public Task<IResult> TakeAsync(
        string procedure, string done, Func<ProcedureVisit, Fields, (IReadOnlyList<Wish> Wishes, IReadOnlyList<Refusal> Faults)?> read, Func<ProcedureVisit, Fields, IReadOnlyList<Refusal>, IResult?> again) =>
        desk.PostAsync(async (visit, form) =>
        {
            if (await FindAsync(visit, procedure) is not { } found) return desk.NotFound();
            var fields = Fields.Of(form);
            if (FieldRows.Press(fields, form[Fields.Press])) return again(found, fields, []) ?? desk.NotFound();
            if (read(found, fields) is not { } asked) return desk.NotFound();
            Refusal[] faults = [.. fields.Unreadable, .. asked.Faults.Where(f => fields.Unreadable.All(u => u.Field != f.Field))];
            if (faults.Length > 0) return again(found, fields, faults) ?? desk.NotFound();
            return await desk.SendAsync(visit, form, asked.Wishes) switch
            {
                Outcome.Accepted => desk.Done(visit, found.Path, done),
                Outcome.Refused refused => again(found, fields, refused.Refusals) ?? desk.NotFound(),
                Outcome.Stale stale => await desk.ConflictAsync(visit, form, stale, Streams.Procedure(procedure), new Dictionary<string, string>()),
                Outcome.Missing => desk.NotFound(),
                _ => desk.Forbidden(),
            };
        });

    // Whoever came by the mail's link is let in here alone: a way to other pages would end at a closed door.
    public Frame Frame(ProcedureVisit visit, string title, bool failed, params IReadOnlyList<Crumb> below) =>
        desk.Frame(visit.Visit, failed ? $"{Texts["Form.Error"]}: {title}" : title, visit.Visit.Me.Task is null ? [new(Texts["Procedures.Title"], List), .. below] : []);

    /// <param name="version">Null where members act side by side, and nobody's answer is older than another's.</param>
    public static Form Form(Frame frame, string path, Fields fields, IReadOnlyList<Refusal> refusals, long? version, Func<string, string?>? place = null) =>
        new(frame, frame.Link(path), fields, FormErrors.Of(refusals, frame.Texts.Language, place), version);

    private async Task<ProcedureVisit?> FindAsync(PageVisit visit, string procedure)
    {
        var cluster = visit.Standing.Cluster;
        DateTimeOffset? asOf = visit.AsOf is { } day ? Clock.EndOf(day, cluster.TimeZone) : null;
        if (await procedures.ReadAsync(cluster.Id, procedure, asOf, desk.Cancellation) is not { } found) return null;
        var unreached = await mailings.UnreachedAsync(cluster.Id, ProcedureMail.CauseOf(ProcedureNews.Asked, procedure, found.State.Deadline), desk.Cancellation) ?? [];
        return new(visit, found, [.. unreached.Select(found.Record.NameOf)]);
    }
}
