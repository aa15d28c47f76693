using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.Reporting.Agendas;

namespace Initiatives.Api.Features.Agendas;

/// <summary>/moeder/{meeting}/punkter/{item}/udfald/{outcome}: what the meeting made of an item, in a form with the fields that this outcome demands.</summary>
internal static class SendOutcome
{
    public static Task<IResult> Show(string meeting, string item, string outcome, AgendaDesk desk) => desk.ShowAsync(meeting, visit =>
        Find(desk, visit, item, outcome) is { } found ? Set(desk, visit, found.Point, found.Choice, null, []) : null);

    public static Task<IResult> Send(string meeting, string item, string outcome, AgendaDesk desk) => desk.TakeAsync(
        meeting,
        (visit, fields, _) =>
        {
            if (Find(desk, visit, item, outcome) is not { } found) return null;
            var (body, faults) = new OutcomeForm(visit.CaseOf(found.Point), found.Choice.Outcome, desk.Texts).Read(fields);
            var wishes = OutcomeWishes.Of(visit.Agenda, found.Point.Item, body);
            return new AgendaAsked(wishes, visit.PathOf(found.Point.Item), "AgendaOutcome") { Faults = faults.Count == 0 ? [] : [.. faults, .. wishes.OfType<InitiativeWish>().SelectMany(w => visit.CaseOf(found.Point).RefusalsOf(w.Command)).Where(r => faults.All(f => f.Field != r.Field))] };
        },
        (visit, fields, refusals) => Find(desk, visit, item, outcome) is { } found ? Set(desk, visit, found.Point, found.Choice, fields, refusals) : null);

    // What cannot be recorded for the item has no page, whoever types its address.
    private static (AgendaPoint Point, OutcomeChoice Choice)? Find(AgendaDesk desk, AgendaVisit visit, string item, string outcome) =>
        visit.Sheet.Find(item) is { } point && OutcomeChoice.Of(visit, point, desk.Texts).FirstOrDefault(c => OutcomeChoice.SlugOf(c.Outcome) == outcome) is { } choice ? (point, choice) : null;

    private static IResult Set(AgendaDesk desk, AgendaVisit visit, AgendaPoint point, OutcomeChoice choice, Fields? typed, IReadOnlyList<Refusal> refusals)
    {
        var form = new OutcomeForm(visit.CaseOf(point), choice.Outcome, desk.Texts);
        var title = desk.Texts["Agenda.Item", point.Number, choice.Text];
        var frame = desk.Frame(visit, refusals.Count > 0 ? $"{desk.Texts["Form.Error"]}: {title}" : title, new Crumb(desk.Texts["Agenda.ItemCrumb", point.Number], visit.PathOf(point.Item)));
        var fields = typed ?? form.Prefilled();
        return PageDesk.Set<OutcomePage>(
            new OutcomeView(desk.Form(visit, frame, choice.Path, fields, refusals, path => form.Place(fields, path)), visit, point, choice, form.Asks),
            refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}

public sealed record OutcomeView(Form Form, AgendaVisit Visit, AgendaPoint Point, OutcomeChoice Choice, IReadOnlyList<Ask> Asks)
{
    public Frame Frame => Form.Frame;
}
