using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>POST .../patient-comments: a patient representative comments on the stance on patient involvement.</summary>
internal static class CommentPatientInvolvement
{
    /// <param name="Status">The status commented on; left out for the initiative as such.</param>
    public sealed record Body(string Comment, int? Status = null);

    public static readonly Body Example = new("Udvalget savner en patient i projektgruppen", 3);

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.CommentPatientInvolvement(body.Status, body.Comment)));
}
