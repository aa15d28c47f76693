using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;
using Initiatives.Reporting.Agendas;

namespace Initiatives.Api.Features.Agendas;

/// <summary>GET /moeder/{meeting}/punkter/{item}: one item, what can be recorded for it, and what can be changed about it.</summary>
internal static class ShowItem
{
    public static Task<IResult> Handle(string meeting, string item, AgendaDesk desk) => desk.ShowAsync(meeting, visit => Set(desk, visit, item, null, []));

    /// <param name="typed">What was typed into a form that is shown again; null for as it stands.</param>
    /// <returns>Null when it does not stand on the agenda.</returns>
    public static IResult? Set(AgendaDesk desk, AgendaVisit visit, string item, Fields? typed, IReadOnlyList<Refusal> refusals)
    {
        if (visit.Sheet.Find(item) is not { } point) return null;
        var frame = desk.Frame(visit, desk.Texts["Agenda.Item", point.Number, point.Item.Heading]);
        if (refusals.Count > 0) frame = frame with { Title = $"{desk.Texts["Form.Error"]}: {frame.Title}" };
        var fields = typed ?? Fields.Of([new("recommendation", point.Item.Recommendation)]);
        if (!fields.IsTicked("recommendation")) fields["recommendation"] = point.Item.Recommendation;
        var form = desk.Form(visit, frame, visit.PathOf(point.Item), fields, refusals);
        return PageDesk.Set<ItemPage>(
            new ItemView(form, visit, point, OutcomeChoice.Of(visit, point, desk.Texts)), refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}

/// <param name="Outcomes">What can be recorded for it now.</param>
public sealed record ItemView(Form Form, AgendaVisit Visit, AgendaPoint Point, IReadOnlyList<OutcomeChoice> Outcomes)
{
    public Frame Frame => Form.Frame;

    /// <summary>A form of the page that is sent to another address.</summary>
    public Form To(string below) => Form with { Action = Frame.Link($"{Visit.PathOf(Point.Item)}/{below}") };
}
