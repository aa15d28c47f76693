using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>PUT .../ownership: the ownership round ends, or ownership changes hands.</summary>
internal static class AssignOwnership
{
    /// <param name="Owner">Person id.</param>
    /// <param name="ProjectLead">Person id.</param>
    public sealed record Body(string Organisation, string? Owner = null, string? ProjectLead = null);

    public static readonly Body Example = new("aalborg", "p-7301", "p-7302");

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.AssignOwnership(body.Organisation, body.Owner, body.ProjectLead)));
}
