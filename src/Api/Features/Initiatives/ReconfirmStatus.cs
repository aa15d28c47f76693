using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>POST .../statuses/reconfirmations: "Uændret, gælder stadig", one press.</summary>
internal static class ReconfirmStatus
{
    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, Desk desk) =>
        desk.AddAsync(address.Located, address.Wish(new Domain.ReconfirmStatus()));
}
