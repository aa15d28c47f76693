using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>PUT .../working-group: the whole group from now on.</summary>
internal static class ChangeWorkingGroup
{
    public sealed record Body(IReadOnlyList<WorkingGroupMember> WorkingGroup);

    public static readonly Body Example = new([new("p-7303", "auh"), new("p-7305", "aalborg")]);

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.ChangeWorkingGroup(body.WorkingGroup)));
}
