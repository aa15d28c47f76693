using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>PUT .../start: after the last approval the members of the working group are named, and the work starts.</summary>
internal static class StartInitiative
{
    public sealed record Body(IReadOnlyList<WorkingGroupMember> WorkingGroup);

    public static readonly Body Example = new([new("p-7303", "auh"), new("p-7304", "jammerbugt")]);

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.StartInitiative(body.WorkingGroup)));
}
