using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>PUT .../interests/{organisation}: an organisation wants to own the initiative or take part in it.</summary>
internal static class StateInterest
{
    public sealed record Body(Interest Interest, string? Note = null);

    public static readonly Body Example = new(Domain.Interest.Ownership, "Vi har allerede et lignende forløb");

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, string organisation, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.StateInterest(organisation, body.Interest, body.Note)));
}
