using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Agendas;

/// <summary>Agendas and minutes. A meeting's agenda is there by itself, so a change of it names a version only when one was seen.</summary>
internal static class AgendaRoutes
{
    private const string Agenda = "/meetings/{meeting}/agenda";
    private const string Item = Agenda + "/items/{item}";
    private const string Minutes = "/meetings/{meeting}/minutes";

    public static void MapAgendas(this IEndpointRouteBuilder cluster)
    {
        cluster.MapGet(Agenda, ReadAgenda.Handle).Needs(RightsTable.ReadMeetings).Reads<ReadAgenda.View>("A meeting's agenda, and what became of each item");
        cluster.MapPost(Agenda + "/items", AddItem.Handle).Needs<AddAgendaItem>().Puts("Put an item of one's own on it");
        cluster.MapPut(Agenda + "/order", OrderItems.Handle).Needs<OrderAgenda>().Puts("Put the items in another order");
        cluster.MapPut(Item + "/recommendation", RewordItem.Handle).Needs<RewordRecommendation>().Puts("Reword a recommendation");
        cluster.MapPut(Item + "/meeting", MoveItem.Handle).Needs<MoveAgendaItem>().Puts("Move an item to a later meeting");
        cluster.MapPut(Item + "/removal", TakeOffItem.Handle).Needs<TakeOffAgendaItem>().Puts("Take an item off, or put it back");
        cluster.MapPut(Item + "/outcome", RecordItemOutcome.Handle).Needs<RecordOutcome>().Puts("Record what the meeting made of an item, and what it means for the initiative");
        cluster.MapGet(Minutes, ReadMinutes.Handle).Needs(RightsTable.ReadMeetings).Reads<ReadMinutes.View>("A meeting's minutes, drafted or approved");
        cluster.MapPut(Minutes + "/attendance", RecordAttendance.Handle).Needs<Domain.RecordAttendance>().Puts("Record who was at the meeting, and who had sent regrets");
        cluster.MapPut(Minutes + "/items/{item}", WriteMinutes.Handle).Needs<Domain.WriteMinutes>().Puts("Write the minutes of an item");
        cluster.MapPut(Minutes + "/submission", PutMinutesForward.Handle).Needs<Domain.PutMinutesForward>().Puts("Put the minutes forward for approval");
        cluster.MapPut(Minutes + "/approval", ApproveMinutes.Handle).Needs<Domain.ApproveMinutes>().Puts("Approve the minutes, which freezes them");
        cluster.MapPut(Minutes + "/distribution", SendMinutes.Handle).Needs<Domain.SendMinutes>().Puts("Send the approved minutes to those who are to have them");
        cluster.MapPut(Minutes + "/distribution/missed", SendMinutesAgain.Handle).Needs<Domain.SendMinutesAgain>().Puts("Send the minutes to those whom they did not reach and who have an address by now");
    }
}
