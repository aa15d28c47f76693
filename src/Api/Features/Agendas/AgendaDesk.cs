using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.Reporting.Agendas;

namespace Initiatives.Api.Features.Agendas;

/// <summary>One visit to a page about a meeting's agenda.</summary>
/// <param name="Agenda">As it stands, or stood on the day asked for.</param>
public sealed record AgendaVisit
{
    internal AgendaVisit(PageVisit visit, AgendaInHand agenda) => (Visit, Agenda) = (visit, agenda);

    internal PageVisit Visit { get; }

    internal AgendaInHand Agenda { get; }

    public Meeting Meeting => Agenda.Meeting;

    public AgendaSheet Sheet => Agenda.Sheet;

    public long Version => Agenda.Version;

    public string Path => $"/moeder/{Meeting.Id}";

    public string MinutesPath => $"{Path}/referat";

    /// <summary>The reader may change the agenda, and it can still be changed.</summary>
    public bool MayEdit => !Sheet.State.IsFrozen && Visit.May<RewordRecommendation>(forum: Meeting.Forum);

    /// <summary>The day has come: outcomes can be recorded.</summary>
    public bool HasBegun => Visit.Day >= Meeting.On;

    public bool MayRecord => MayEdit && HasBegun;

    public bool MaySend => Visit.May<Domain.SendMinutes>(forum: Meeting.Forum);

    public bool MaySendAgain => Visit.May<Domain.SendMinutesAgain>(forum: Meeting.Forum);

    /// <summary>The forum in whose place the reader acts; null when it is their own.</summary>
    public string? OnBehalfOf => Visit.Me.Chairs(Meeting.Forum) ? null : Agenda.Forum.Name;

    /// <summary>The forum's meetings after this one, as choices.</summary>
    public IReadOnlyList<Meeting> Later => [.. Agenda.Record.Calendar.Held(Meeting.Forum).Where(m => m.On > Meeting.On)];

    internal OutcomeCase CaseOf(AgendaPoint point) => new(Agenda.Record, Agenda.Forum, point.Item, Visit.Today, Later, point.Outcomes.Count > 0);

    public string PathOf(AgendaItem item) => $"{Path}/punkter/{item.Key}";
}

/// <summary>What a form about an agenda asks for, as it was read.</summary>
/// <param name="Path">Where to go when it is done.</param>
/// <param name="Done">Names the text <c>Done.{Done}</c>.</param>
internal sealed record AgendaAsked(IReadOnlyList<Wish> Wishes, string Path, string Done)
{
    /// <summary>What the form itself found amiss.</summary>
    public IReadOnlyList<Refusal> Faults { get; init; } = [];
}

/// <summary>Shows pages about agendas and takes what their forms send, the same way for all of them.</summary>
internal sealed class AgendaDesk(PageDesk desk, AgendaReader agendas)
{
    public Texts Texts => desk.Texts;

    public CancellationToken Cancellation => desk.Cancellation;

    public Task<IResult> ShowAsync(string meeting, Func<AgendaVisit, IResult?> show) => ShowAsync(meeting, visit => Task.FromResult(show(visit)));

    public Task<IResult> ShowAsync(string meeting, Func<AgendaVisit, Task<IResult?>> show) => desk.ShowAsync(
        async visit => await FindAsync(visit, meeting) is { } found ? await show(found) ?? desk.NotFound() : desk.NotFound(), fromRecord: false);

    /// <param name="read">From the fields to commands; null when what the address names is not there.</param>
    /// <param name="again">The page once more, with what was typed and what must be mended.</param>
    public Task<IResult> TakeAsync(
        string meeting, Func<AgendaVisit, Fields, string, AgendaAsked?> read, Func<AgendaVisit, Fields, IReadOnlyList<Refusal>, IResult?> again) =>
        TakeAsync(meeting, read, (visit, fields, refusals) => Task.FromResult(again(visit, fields, refusals)));

    public Task<IResult> TakeAsync(
        string meeting, Func<AgendaVisit, Fields, string, AgendaAsked?> read, Func<AgendaVisit, Fields, IReadOnlyList<Refusal>, Task<IResult?>> again) =>
        TakeAsync(meeting, (visit, fields, pressed) => Task.FromResult(read(visit, fields, pressed)), again);

    public Task<IResult> TakeAsync(
        string meeting, Func<AgendaVisit, Fields, string, Task<AgendaAsked?>> read, Func<AgendaVisit, Fields, IReadOnlyList<Refusal>, Task<IResult?>> again) =>
        desk.PostAsync(async (visit, form) =>
        {
            if (await FindAsync(visit, meeting) is not { } found) return desk.NotFound();
            var fields = Fields.Of(form);
            if (FieldRows.Press(fields, form[Fields.Press])) return await again(found, fields, []) ?? desk.NotFound();
            if (await read(found, fields, form[Fields.Press].ToString()) is not { } asked) return desk.NotFound();
            Refusal[] faults = [.. fields.Unreadable, .. asked.Faults.Where(f => fields.Unreadable.All(u => u.Field != f.Field))];
            if (faults.Length > 0) return await again(found, fields, faults) ?? desk.NotFound();
            if (asked.Wishes.Count == 0) return desk.Done(visit, asked.Path, asked.Done);
            return await desk.SendAsync(visit, form, asked.Wishes) switch
            {
                Outcome.Accepted => desk.Done(visit, asked.Path, asked.Done),
                Outcome.Refused refused => await again(found, fields, refused.Refusals) ?? desk.NotFound(),
                Outcome.Stale stale => await desk.ConflictAsync(visit, form, stale, Streams.Agenda(meeting), new Dictionary<string, string>()),
                Outcome.Missing => desk.NotFound(),
                _ => desk.Forbidden(),
            };
        });

    public Frame Frame(AgendaVisit visit, string title, params IReadOnlyList<Crumb> below) =>
        desk.Frame(visit.Visit, title, [new(Texts["Meetings.Title"], "/moeder"), new(Title(visit), visit.Path), .. below]);

    public string Title(AgendaVisit visit) => Texts["Meetings.One", visit.Agenda.Forum.Name, Texts.Say.LongDate(visit.Meeting.On)];

    public Form Form(AgendaVisit visit, Frame frame, string path, Fields fields, IReadOnlyList<Refusal> refusals, Func<string, string?>? place = null) =>
        new(frame, frame.Link(path), fields, FormErrors.Of(refusals, Texts.Language, place), visit.Version);

    public IResult Forbidden() => desk.Forbidden();

    private async Task<AgendaVisit?> FindAsync(PageVisit visit, string meeting)
    {
        var cluster = visit.Standing.Cluster;
        DateTimeOffset? asOf = visit.AsOf is { } day ? Clock.EndOf(day, cluster.TimeZone) : null;
        return await agendas.ReadAsync(cluster.Id, meeting, asOf, desk.Cancellation) is { } agenda ? new(visit, agenda) : null;
    }
}
