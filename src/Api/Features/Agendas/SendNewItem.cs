using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.Reporting.Agendas;

namespace Initiatives.Api.Features.Agendas;

/// <summary>/moeder/{meeting}/nyt-punkt: an item that nothing in the action plan asks for.</summary>
internal static class SendNewItem
{
    private const string Below = "nyt-punkt";

    public static Task<IResult> Show(string meeting, AgendaDesk desk) => desk.ShowAsync(meeting, visit => visit.MayEdit
        ? Set(desk, visit, Fields.Of([new("recommendation", desk.Texts["Agenda.NewRecommendation", visit.Agenda.Forum.Name])]), [])
        : desk.Forbidden());

    public static Task<IResult> Send(string meeting, AgendaDesk desk) => desk.TakeAsync(
        meeting,
        (visit, fields, _) => new AgendaAsked(
            [new AgendaWish(new AddAgendaItem(meeting, visit.Meeting.Forum, fields["heading"].Trim(), fields["recommendation"].Trim(), fields.Words("background")))], visit.Path, "AgendaAdded"),
        (visit, fields, refusals) => Set(desk, visit, fields, refusals));

    private static IResult Set(AgendaDesk desk, AgendaVisit visit, Fields fields, IReadOnlyList<Refusal> refusals)
    {
        var frame = desk.Frame(visit, desk.Texts["Agenda.New"]);
        return PageDesk.Set<NewItemPage>(
            new NewItemView(desk.Form(visit, frame, $"{visit.Path}/{Below}", fields, refusals), visit), refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}

public sealed record NewItemView(Form Form, AgendaVisit Visit)
{
    public Frame Frame => Form.Frame;
}
