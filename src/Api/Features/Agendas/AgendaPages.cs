using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Rights;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Agendas;

/// <summary>The pages of a meeting's agenda: its items, their outcomes, the minutes, and the view for the room.</summary>
internal static class AgendaPages
{
    private const string Meeting = "/moeder/{meeting}";
    private const string Item = Meeting + "/punkter/{item}";
    private const string Screen = Meeting + "/visning";
    private const string Minutes = Meeting + "/referat";

    public static void AddAgendas(this IServiceCollection services)
    {
        services.AddSingleton<AgendaReader>();
        services.AddScoped<AgendaDesk>();
        services.AddSingleton<MinutesPeopleReader>();
        services.AddSingleton<FollowScreen>();
        services.AddSingleton<Alongside, SendingMinutes>();
    }

    public static void MapAgendaPages(this IEndpointRouteBuilder pages)
    {
        pages.MapPost(Meeting + "/dagsorden", ArrangeAgenda.Handle).Needs<OrderAgenda>();
        pages.MapGet(Meeting + "/nyt-punkt", SendNewItem.Show).Needs<AddAgendaItem>();
        pages.MapPost(Meeting + "/nyt-punkt", SendNewItem.Send).Needs<AddAgendaItem>();
        pages.MapGet(Item, ShowItem.Handle).Needs(RightsTable.ReadMeetings);
        pages.MapPost(Item + "/indstilling", ChangeItem.Reword).Needs<RewordRecommendation>();
        pages.MapPost(Item + "/moede", ChangeItem.Move).Needs<MoveAgendaItem>();
        pages.MapPost(Item + "/fjern", ChangeItem.TakeOff).Needs<TakeOffAgendaItem>();
        pages.MapGet(Item + "/udfald/{outcome}", SendOutcome.Show).Needs<RecordOutcome>();
        pages.MapPost(Item + "/udfald/{outcome}", SendOutcome.Send).Needs<RecordOutcome>();
        pages.MapGet(Minutes, KeepMinutes.Show).Needs(RightsTable.ReadMeetings);
        pages.MapPost(Minutes, KeepMinutes.Write).Needs<Domain.WriteMinutes>();
        pages.MapPost(Minutes + "/fremmoede", KeepMinutes.Attend).Needs<Domain.RecordAttendance>();
        pages.MapGet(Screen, ShowScreen.Handle).Needs(RightsTable.ReadMeetings);
        pages.MapGet(Screen + "/nyt", FollowScreen.Handle).Needs(RightsTable.ReadMeetings);
        pages.MapPost(Minutes + "/udsend", KeepMinutes.Send).Needs<Domain.SendMinutes>();
        pages.MapPost(Minutes + "/udsend-manglende", KeepMinutes.SendAgain).Needs<Domain.SendMinutesAgain>();
    }
}
