using Initiatives.Api.Features.Shell;
using Initiatives.Api.Mail;
using Initiatives.Api.SignIn;
using Initiatives.Api.SignIn.OpenId;

namespace Initiatives.Api.Features.Accounts;

/// <summary>GET /log-ind/organisation/{name}: sends the browser to its organisation's provider, with a question that only it can bring the answer to.</summary>
internal static class AskOrganisation
{
    /// <summary>Below the provider's own address here; registered with the provider.</summary>
    public const string AnswerSegment = "svar";

    public static async Task<IResult> Handle(string name, HttpContext http, PageDesk desk, OpenIdProviders providers, OpenIdAttempts attempts, PublicAddress us)
    {
        if (providers.Find(name) is not { } provider) return desk.NotFound();
        var attempt = attempts.Begin(http, name, SignInPaths.Local(http.Request.Query[SignInPaths.Back]));
        return await provider.QuestionAsync(attempt, AnswerAddress(us, name), desk.Cancellation) is { } question
            ? Results.Redirect(question.AbsoluteUri)
            : desk.Tell("SignIn.ProviderAway", "SignIn.ProviderAwayMeans", StatusCodes.Status503ServiceUnavailable, provider.Settings.Title);
    }

    public static Uri AnswerAddress(PublicAddress us, string name) => us.Of($"{SignInPaths.Organisation}/{name}/{AnswerSegment}");
}
