using Initiatives.Api.Features.Shell;
using Initiatives.Api.SignIn;
using Initiatives.Api.SignIn.OpenId;

namespace Initiatives.Api.Features.Accounts;

/// <summary>GET /log-ind: by mail, by the organisation's provider, or, in the demo, as one of its people.</summary>
internal static class ShowSignIn
{
    public static async Task<IResult> Handle(HttpContext http, PageDesk desk, Personas personas, OpenIdProviders providers) =>
        PageDesk.Set<SignInPage>(await ViewAsync(http, desk, personas, providers, mail: "", error: null));

    public static async Task<SignInView> ViewAsync(HttpContext http, PageDesk desk, Personas personas, OpenIdProviders providers, string mail, string? error) => new(
        desk.Frame(desk.Texts["SignIn.Title"]),
        SignInPaths.Local(http.Request.Query[SignInPaths.Back]),
        mail,
        error,
        [.. providers.Offered],
        await personas.AreOpenAsync(desk.Cancellation) ? Personas.All : []);
}

/// <param name="Back">Where to go afterwards.</param>
/// <param name="Mail">As typed, when it could not be read.</param>
/// <param name="Error">Key of a text; null when nothing is wrong.</param>
/// <param name="Personas">The demo's people; none outside the demo.</param>
public sealed record SignInView(Frame Frame, string Back, string Mail, string? Error, IReadOnlyList<SignInProvider> Providers, IReadOnlyList<Persona> Personas);
