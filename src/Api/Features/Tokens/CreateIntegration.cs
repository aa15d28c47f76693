using System.ComponentModel;
using FluentValidation;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Tokens;

/// <summary>POST .../integrations: another system's token, which does not outlive the one it was made with.</summary>
internal static class CreateIntegration
{
    /// <param name="Name">Which system.</param>
    /// <param name="Role">reader or secretariat.</param>
    /// <param name="Days">At most 365.</param>
    public sealed record Body(string Name, string Role, int Days);

    public static readonly Body Example = new("Ledelsesinformation", "reader", 365);

    internal sealed class Validator : AbstractValidator<Body>
    {
        public Validator()
        {
            RuleFor(b => b.Name).NotEmpty().MaximumLength(ApiTokens.LongestName);
            RuleFor(b => b.Role).Must(ShowIntegrations.Accesses.Contains);
            RuleFor(b => b.Days).InclusiveBetween(1, ApiTokens.LongestDays);
        }
    }

    public static async Task<IResult> Handle(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster, Body body, ApiTokens tokens, TimeProvider time, HttpContext http)
    {
        var caller = http.Caller();
        var expires = time.GetUtcNow().AddDays(body.Days);
        var (token, secret) = await tokens.MakeAsync(
            new(default, cluster, body.Name, null, body.Role, body.Role == "secretariat", http.Member().Id, default, expires < caller.Until ? expires : caller.Until, null), http.RequestAborted);
        return Results.Json(new CreateToken.View(token, secret), statusCode: StatusCodes.Status201Created);
    }
}
