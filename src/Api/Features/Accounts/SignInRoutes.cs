using System.Threading.RateLimiting;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Mail;
using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Reading;
using Initiatives.Api.Rights;
using Initiatives.Api.SignIn;
using Initiatives.Api.SignIn.OpenId;
using Initiatives.EventStore;

namespace Initiatives.Api.Features.Accounts;

/// <summary>Coming in, going out, and what one has open.</summary>
internal static class SignInRoutes
{
    private const string Knocking = "sign-in";

    // A whole forum behind one office's address signs in before its meeting; a guesser needs far more.
    private const int KnocksPerMinute = 60;

    // As many as are signed in at once in a region; a caller is a few kilobytes.
    private const int MostKept = 4096;

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddSingleton(static parts => new Freshness<Caller>(parts.GetRequiredService<LogSignal>(), parts.GetRequiredService<LogListener>(), MostKept));
        services.AddSingleton<SecurityLog>();
        services.AddSingleton<Callers>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<TaskLinks>();
        services.AddSingleton<ApiTokens>();
        services.AddScoped<AccountDesk>();
        services.AddSingleton<LinkMail>();
        services.AddSingleton<Personas>();
        services.AddHostedService(provider => provider.GetRequiredService<Personas>());
        services.AddHostedService<SessionSweeper>();
        services.AddSingleton<OpenIdProviders>();
        services.AddHostedService(provider => provider.GetRequiredService<OpenIdProviders>());
        services.AddSingleton<OpenIdAttempts>();
        KeyRing.Add(services);
        services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(Knocking, http => RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = KnocksPerMinute, Window = TimeSpan.FromMinutes(1) }));
            limiter.OnRejected = static async (rejected, _) =>
            {
                var http = rejected.HttpContext;
                PageHeaders.Add(http.Response.Headers);
                await http.RequestServices.GetRequiredService<PageDesk>().Tell("TooOften.Title", "TooOften.Means", StatusCodes.Status429TooManyRequests).ExecuteAsync(http);
            };
        });
    }

    public static void MapSignIn(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/log-ind", ShowSignIn.Handle).OpenToAll();
        pages.MapPost("/log-ind", AskForLink.Handle).OpenToAll().RequireRateLimiting(Knocking);
        pages.MapPost("/log-ind/rolle", BecomePersona.Handle).OpenToAll().RequireRateLimiting(Knocking);
        pages.MapGet("/log-ind/{secret}", FollowLink.Handle).OpenToAll().RequireRateLimiting(Knocking);
        pages.MapGet(SignInPaths.Organisation + "/{name}", AskOrganisation.Handle).OpenToAll().RequireRateLimiting(Knocking);
        pages.MapGet(SignInPaths.Organisation + "/{name}/" + AskOrganisation.AnswerSegment, TakeAnswer.Handle).OpenToAll().RequireRateLimiting(Knocking);
        pages.MapGet("/opgave/{secret}", FollowTask.Handle).OpenToAll().RequireRateLimiting(Knocking);
        pages.MapPost("/log-ud", SignOut.Handle).OpenToAll();
        pages.MapGet("/min-side", ShowAccount.Handle).Needs(RightsTable.OwnAccount);
        pages.MapPost("/min-side/sessioner", EndSession.Handle).Needs(RightsTable.OwnAccount);
        pages.MapPost("/min-side/mail", ChooseMail.Handle).Needs(RightsTable.OwnAccount);
        pages.MapGet(DeclinedMail.Path + "/{secret}", ShowDeclining.Handle).OpenToAll().RequireRateLimiting(Knocking);
        pages.MapPost(DeclinedMail.Path + "/{secret}", Decline.Handle).OpenToAll().WithMetadata(ProvenByAddress.Yes).RequireRateLimiting(Knocking);
    }
}
