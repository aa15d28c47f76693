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
        one.MapForm<RemarkOnOrder>("/bemaerkning", Remark.Show, Remark.Send);
        one.MapForm<ReserveOrder>("/forbehold", Reserve.Show, Reserve.Send);
        one.MapForm<FulfilReservation>("/forbehold/{reservation:int}", Fulfil.Show, Fulfil.Send);
        one.MapForm<AskSpecialAttention>("/saerlig-bevaagenhed", AttendSpecially.Show, AttendSpecially.Send);
        one.MapForm<EndSpecialAttention>("/saerlig-bevaagenhed/ophoer", AttendSpecially.ShowEnd, AttendSpecially.SendEnd);
        one.MapForm<StateInterest>("/interesse", StateInterestForm.Show, StateInterestForm.Send);
        one.MapForm<AssignOwnership>("/ejerskab", Anchor.Show, Anchor.Send);
        one.MapForm<StartInitiative>("/start", Start.Show, Start.Send);
        one.MapForm<ChangeWorkingGroup>("/projektgruppe", ChangeGroup.Show, ChangeGroup.Send);
        one.MapForm<RenameInitiative>("/navn", Rename.Show, Rename.Send);
        one.MapForm<PlaceInitiative>("/placering", Place.Show, Place.Send);
    }

    private static void MapForm<TCommand>(this IEndpointRouteBuilder initiative, string path, Delegate show, Delegate send)
    {
        initiative.MapGet(path, show).Needs<TCommand>();
        initiative.MapPost(path, send).Needs<TCommand>();
    }
}
