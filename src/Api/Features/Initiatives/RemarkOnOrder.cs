using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>POST .../order/remarks: a forum notes something that binds nobody.</summary>
internal static class RemarkOnOrder
{
    public sealed record Body(string Forum, string Text);

    public static readonly Body Example = new("politisk-niveau", "Indsats 10 skal være handlingsorienteret");

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.RemarkOnOrder(body.Forum, body.Text)));
}
