using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Deviations;

/// <summary>POST .../deviations/{deviation}/remedies: what is done about it, by whom and by when.</summary>
internal static class AgreeRemedy
{
    /// <param name="Who">Organisation or person id.</param>
    public sealed record Body(string Forum, string What, string Who, DateOnly Due, string? Meeting = null);

    public static readonly Body Example = new("chefforum", "Vikar for koordinatoren", "aalborg", new(2023, 10, 15), "chefforum-2023-08-30");

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, int deviation, Body body, Desk desk) =>
        desk.AddAsync(address.Located, address.Wish(new Domain.AgreeRemedy(deviation, body.Forum, body.What, body.Who, body.Due, body.Meeting)));
}
