using FluentValidation;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Tokens;

/// <summary>
/// POST /tokens: by a person's own token that may write. The new one does not outlive it: whoever has got hold of a token must
/// not be able to keep the door open with it.
/// </summary>
internal static class CreateToken
{
    /// <param name="Cluster">Cluster id.</param>
    /// <param name="Name">What it is for, as it stands in the list.</param>
    /// <param name="Write">False: may look and not touch.</param>
    /// <param name="Days">At most 365.</param>
    public sealed record Body(string Cluster, string Name, bool Write, int Days);

    public static readonly Body Example = new("nordjylland-midt", "Regneark til ledelsen", Write: false, Days: 90);

    internal sealed class Validator : AbstractValidator<Body>
    {
        public Validator()
        {
            RuleFor(b => b.Cluster).Must(Names.IsId);
            RuleFor(b => b.Name).NotEmpty().MaximumLength(ApiTokens.LongestName);
            RuleFor(b => b.Days).InclusiveBetween(1, ApiTokens.LongestDays);
        }
    }

    /// <param name="Secret">For the Authorization header. It is shown here and nowhere again.</param>
    public sealed record View(ApiToken Token, string Secret);

    public static async Task<IResult> Handle(Body body, ApiTokens tokens, TimeProvider time, HttpContext http)
    {
        var caller = http.Caller();
        if (caller.ReadOnly || !caller.IsPerson || caller.In(body.Cluster) is not { } me) return Problems.Result(http, StatusCodes.Status403Forbidden, Faults.Forbidden);
        var expires = time.GetUtcNow().AddDays(body.Days);
        var (token, secret) = await tokens.MakeAsync(
            new(default, me.Cluster, body.Name, me.Id, null, body.Write, me.Id, default, expires < caller.Until ? expires : caller.Until, null), http.RequestAborted);
        return Results.Json(new View(token, secret), statusCode: StatusCodes.Status201Created);
    }
}
