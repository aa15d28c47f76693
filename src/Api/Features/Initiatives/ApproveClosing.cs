using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>PUT .../closing/{forum}: one forum of the chain agrees to close; with the last it is closed.</summary>
internal static class ApproveClosing
{
    /// <param name="LessonsLearned">Demanded of the last forum.</param>
    public sealed record Body(string Decision, DecidedHow How, string? Meeting = null, string? LessonsLearned = null);

    public static readonly Body Example = new("Indsatsen afsluttes og overgår til drift", DecidedHow.Meeting, "direktoerforum-2023-12-18", "Begynd med én fælles målgruppe");

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, string forum, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.ApproveClosing(forum, body.Decision, body.How, body.Meeting, body.LessonsLearned)));
}
