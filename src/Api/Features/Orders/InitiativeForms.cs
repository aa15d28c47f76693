using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Microsoft.AspNetCore.Components;

namespace Initiatives.Api.Features.Orders;

/// <summary>A small form about one initiative: one page, one command.</summary>
/// <param name="Name">Prefix of its texts (<c>Rename.Title</c>, <c>.Means</c>, <c>.Send</c>) and of what is said when it is done (<c>Done.Rename</c>).</param>
/// <param name="Below">The page's path below the initiative's.</param>
/// <param name="Prefill">Filled in with all that is known.</param>
/// <param name="Read">What the writer asks for. What cannot be read is left in the fields' <see cref="Fields.Unreadable"/>.</param>
internal sealed record InitiativeForm(string Name, string Below, Func<InitiativeSubject, Fields> Prefill, Func<InitiativeSubject, Fields, InitiativeCommand> Read)
{
    /// <summary>The form's field for a path that a refusal names, where it has another name.</summary>
    public Func<Fields, string, string?> Place { get; init; } = static (_, path) => path;

    /// <summary>The number of what the form is about within the initiative, where it is about a part of it.</summary>
    public int? Item { get; init; }

    /// <summary>False when there is nothing by the number that the address names.</summary>
    public Func<InitiativeSubject, bool> IsThere { get; init; } = static _ => true;
}

/// <summary>What such a page shows.</summary>
/// <param name="Item">The number of what it is about within the initiative.</param>
public sealed record InitiativeFormView(string Name, Form Form, InitiativeSubject Subject, int? Item)
{
    public Frame Frame => Form.Frame;
}

/// <summary>Shows and sends the small forms. Nothing that was typed is lost, whatever becomes of it.</summary>
internal sealed class InitiativeForms(PageDesk desk, InitiativeSubjects subjects)
{
    /// <summary>The button that sends; every other one works on the form itself.</summary>
    public const string Send = "send";

    public Task<IResult> ShowAsync<TPage>(int number, InitiativeForm form)
        where TPage : IComponent =>
        desk.ShowAsync(
            visit => AtAsync(visit, number, form, subject =>
            {
                var fields = form.Prefill(subject);
                // What no field can mend is told before anything is typed.
                var closed = form.Read(subject, fields).Decide(subject.State, subject.Setting).Refusals.FirstOrDefault(r => r.Field is null);
                return Task.FromResult(closed is null ? Set<TPage>(subject, form, fields, []) : Closed(subject, form.Name, closed));
            }),
            fromRecord: false);

    public Task<IResult> PostAsync<TPage>(int number, InitiativeForm form)
        where TPage : IComponent =>
        desk.PostAsync((visit, sent) => AtAsync(visit, number, form, async subject =>
        {
            var fields = Fields.Of(sent);
            FieldRows.Press(fields, sent[Fields.Press]);
            if (sent[Fields.Press] != Send) return Set<TPage>(subject, form, fields, []);

            var command = form.Read(subject, fields);
            // What the form itself cannot read never becomes a command; it is told together with all that the domain would say.
            if (fields.Unreadable.Count > 0) return Set<TPage>(subject, form, fields, Unreadable(subject, form, fields, command));
            return await desk.SendAsync(visit, sent, new InitiativeWish(subject.State.Plan, number, command)) switch
            {
                Outcome.Accepted => desk.Done(visit, subject.Path, form.Name),
                Outcome.Refused refused => Set<TPage>(subject, form, fields, refused.Refusals),
                Outcome.Stale stale => await desk.ConflictAsync(visit, sent, stale, Streams.Initiative(subject.State.Plan, number), Labels(form, fields)),
                Outcome.Missing => desk.NotFound(),
                _ => desk.Forbidden(),
            };
        }));

    private async Task<IResult> AtAsync(PageVisit visit, int number, InitiativeForm form, Func<InitiativeSubject, Task<IResult>> then) =>
        await subjects.FindAsync(visit, number, desk.Cancellation) is { } subject && form.IsThere(subject) ? await then(subject) : desk.NotFound();

    private static IReadOnlyList<Refusal> Unreadable(InitiativeSubject subject, InitiativeForm form, Fields fields, InitiativeCommand command)
    {
        var told = fields.Unreadable.Select(u => u.Field).ToHashSet();
        return [.. fields.Unreadable, .. command.Decide(subject.State, subject.Setting).Refusals.Where(r => r.Field is null || !told.Contains(form.Place(fields, r.Field)))];
    }

    private IResult Set<TPage>(InitiativeSubject subject, InitiativeForm form, Fields fields, IReadOnlyList<Refusal> refusals)
        where TPage : IComponent
    {
        var errors = FormErrors.Of(refusals, desk.Texts.Language, path => form.Place(fields, path));
        var title = desk.Texts[$"{form.Name}.Title"];
        var frame = desk.Frame(subject.Visit, errors.Any ? $"{desk.Texts["Form.Error"]}: {title}" : title, subject.Crumb);
        return PageDesk.Set<TPage>(
            new InitiativeFormView(form.Name, new Form(frame, frame.Link($"{subject.Path}/{form.Below}"), fields, errors, subject.Version), subject, form.Item),
            errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <summary>Why this cannot be done to the initiative now, and where to go instead.</summary>
    public IResult Closed(InitiativeSubject subject, string name, Refusal why) => PageDesk.Set<ClosedPage>(
        new ClosedView(desk.Frame(subject.Visit, desk.Texts[$"{name}.Title"], subject.Crumb), subject.Path, why.In(desk.Texts.Language)), StatusCodes.Status409Conflict);

    // Each field with a label of its own says what it was; a field of a row is told by its row's text.
    private Dictionary<string, string> Labels(InitiativeForm form, Fields fields) =>
        fields.Text.Keys.Select(name => (name, Label: desk.Texts.Find($"{form.Name}.{name}.label") ?? desk.Texts.Find($"{form.Name}.{name}"))).Where(l => l.Label is not null).ToDictionary(l => l.name, l => l.Label!);
}
