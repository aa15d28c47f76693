using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>DELETE .../interests/{organisation}: it no longer wants to. That it did stays in the history.</summary>
internal static class WithdrawInterest
{
    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, string organisation, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.WithdrawInterest(organisation)));
}
