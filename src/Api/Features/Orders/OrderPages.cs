using Initiatives.Api.Rights;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Orders;

/// <summary>The small forms about one initiative, from its order to its start: a page each.</summary>
internal static class OrderPages
{
    public static void AddOrderPages(this IServiceCollection services)
    {
        services.AddSingleton<InitiativeSubjects>();
        services.AddScoped<InitiativeForms>();
    }

    public static void MapOrderPages(this IEndpointRouteBuilder pages)
    {
        var one = pages.MapGroup("/indsatser/{number:int}");
        one.MapGet("/bemaerkning", Remark.Show).Needs<RemarkOnOrder>();
        one.MapPost("/bemaerkning", Remark.Send).Needs<RemarkOnOrder>();
        one.MapGet("/forbehold", Reserve.Show).Needs<ReserveOrder>();
        one.MapPost("/forbehold", Reserve.Send).Needs<ReserveOrder>();
        one.MapGet("/forbehold/{reservation:int}", Fulfil.Show).Needs<FulfilReservation>();
        one.MapPost("/forbehold/{reservation:int}", Fulfil.Send).Needs<FulfilReservation>();
        one.MapGet("/saerlig-bevaagenhed", AttendSpecially.Show).Needs<AskSpecialAttention>();
        one.MapPost("/saerlig-bevaagenhed", AttendSpecially.Send).Needs<AskSpecialAttention>();
        one.MapGet("/saerlig-bevaagenhed/ophoer", AttendSpecially.ShowEnd).Needs<EndSpecialAttention>();
        one.MapPost("/saerlig-bevaagenhed/ophoer", AttendSpecially.SendEnd).Needs<EndSpecialAttention>();
        one.MapGet("/interesse", StateInterestForm.Show).Needs<StateInterest>();
        one.MapPost("/interesse", StateInterestForm.Send).Needs<StateInterest>();
        one.MapGet("/ejerskab", Anchor.Show).Needs<AssignOwnership>();
        one.MapPost("/ejerskab", Anchor.Send).Needs<AssignOwnership>();
        one.MapGet("/start", Start.Show).Needs<StartInitiative>();
        one.MapPost("/start", Start.Send).Needs<StartInitiative>();
        one.MapGet("/projektgruppe", ChangeGroup.Show).Needs<ChangeWorkingGroup>();
        one.MapPost("/projektgruppe", ChangeGroup.Send).Needs<ChangeWorkingGroup>();
        one.MapGet("/navn", Rename.Show).Needs<RenameInitiative>();
        one.MapPost("/navn", Rename.Send).Needs<RenameInitiative>();
        one.MapGet("/placering", Place.Show).Needs<PlaceInitiative>();
        one.MapPost("/placering", Place.Send).Needs<PlaceInitiative>();
    }
}
