using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Deviations;

/// <summary>PUT .../remedies/{remedy}/completion: it has been carried out.</summary>
internal static class CompleteRemedy
{
    /// <param name="On">The day it was done.</param>
    public sealed record Body(DateOnly On, string? Effect = null);

    public static readonly Body Example = new(new(2023, 10, 12), "Vikaren er begyndt");

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, int remedy, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.CompleteRemedy(remedy, body.On, body.Effect)));
}
