using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Agendas;

/// <summary>What the page of an item changes about it: its recommendation, its meeting, and whether it is taken up at all.</summary>
internal static class ChangeItem
{
    public static Task<IResult> Reword(string meeting, string item, AgendaDesk desk) => TakeAsync(desk, meeting, item, (visit, found, fields) =>
        new AgendaAsked([new AgendaWish(new RewordRecommendation(meeting, visit.Meeting.Forum, item, fields["recommendation"].Trim()))], visit.PathOf(found), "AgendaReworded"));

    public static Task<IResult> Move(string meeting, string item, AgendaDesk desk) => TakeAsync(desk, meeting, item, (visit, found, fields) =>
        new AgendaAsked(MoveItem.Wishes(visit.Agenda, found, fields["toMeeting"], fields.Words("reason")), visit.Path, "AgendaMoved")
        {
            Faults = fields.Words("toMeeting") is null ? [FormFaults.ChoiceMissing("toMeeting")] : [],
        });

    public static Task<IResult> TakeOff(string meeting, string item, AgendaDesk desk) => TakeAsync(desk, meeting, item, (visit, _, _) =>
        new AgendaAsked([new AgendaWish(new TakeOffAgendaItem(meeting, visit.Meeting.Forum, item))], visit.Path, "AgendaTakenOff"));

    private static Task<IResult> TakeAsync(AgendaDesk desk, string meeting, string item, Func<AgendaVisit, AgendaItem, Fields, AgendaAsked> read) => desk.TakeAsync(
        meeting,
        (visit, fields, _) => visit.Sheet.Find(item)?.Item is { } found ? read(visit, found, fields) : null,
        (visit, fields, refusals) => ShowItem.Set(desk, visit, item, fields, refusals));
}
