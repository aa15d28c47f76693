using System.Security.Cryptography;
using System.Text;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Initiatives.Api.SignIn;

/// <summary>
/// The pages' door: the browser's cookie says who comes in, the page's row in <see cref="RightsTable"/> whether they may see
/// it in the cluster they have chosen. A form must bring back the key it was given, or it came from another site.
/// </summary>
internal static class PageDoor
{
    /// <summary>Name of the hidden field that every form carries.</summary>
    public const string KeyField = "key";

    public static void UsePageDoor(this IApplicationBuilder app) => app.Use(GuardAsync);

    /// <summary>Stands before the page, so that who may not come in is told so before anything they sent is read.</summary>
    private static async Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata is not { } metadata || metadata.GetMetadata<IsPage>() is null)
        {
            await next(http);
            return;
        }
        PageHeaders.Add(http.Response.Headers);
        if (await RefuseAsync(http, metadata) is { } refused) await refused.ExecuteAsync(http);
        else await next(http);
    }

    private static async Task<IResult?> RefuseAsync(HttpContext http, EndpointMetadataCollection metadata)
    {
        var desk = http.RequestServices.GetRequiredService<PageDesk>();
        if (await RecogniseAsync(http) is { } caller) http.Features.Set(caller);
        if (HttpMethods.IsPost(http.Request.Method) && metadata.GetMetadata<ProvenByAddress>() is null)
        {
            if (!await BringsItsKeyAsync(http)) return desk.FormExpired();
            // Read already, by asking for the key.
            if (!IsReadable(http.Request.Form)) return desk.Tell("Unreadable.Title", "Unreadable.Means", StatusCodes.Status400BadRequest);
        }
        if (metadata.GetMetadata<OpenToAll>() is not null) return null;
        if (http.Features.Get<Caller>() is not { } known) return Results.LocalRedirect(SignInAddress(http.Request));
        // A page without a row is nobody's: fails closed, and a test finds it.
        if (metadata.GetMetadata<Needs>() is not { Right: var right }) return Bar();
        if (right == RightsTable.OwnAccount) return null;
        if (right.Grants.Any(g => g.Reach == Reach.Installation))
            return known.MayAsk(right) ? null : Bar();
        var number = http.Request.RouteValues["number"] is string text && int.TryParse(text, out var read) ? read : (int?)null;
        return desk.Member is not { } member || Guard.MayAsk(member, right, number, procedure: http.Request.RouteValues["procedure"] as string) ? null : Bar();

        IResult Bar()
        {
            http.RequestServices.GetRequiredService<SecurityLog>().Barred(known.Id, http.Request.Method, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "");
            return desk.Forbidden();
        }
    }

    /// <summary>The key that this browser's forms carry: the session's, or before sign-in one made of the visitor's mark.</summary>
    public static string KeyOf(HttpContext http) =>
        http.Features.Get<Caller>()?.Session?.FormKey ?? KeyOfVisitor(Cookies.EnsureVisitor(http));

    private static string KeyOfVisitor(string visitor) => Convert.ToHexStringLower(Secret.HashOf("form:" + visitor));

    private static async Task<Caller?> RecogniseAsync(HttpContext http)
    {
        var callers = http.RequestServices.GetRequiredService<Callers>();
        var sessions = http.RequestServices.GetRequiredService<Sessions>();
        // The browser shows the task's cookie only below the task's pages: there it goes before whoever else is signed in.
        // Who has proven more of themselves is not held to the task.
        var byTask = Cookies.OfTask(http.Request) is { } task && await callers.BySessionAsync(task, http.RequestAborted) is { Session.Mail: null } found ? found : null;
        if (Cookies.Session(http.Request) is not { } token || await callers.BySessionAsync(token, http.RequestAborted) is not { Session: { Mail: not null } session } caller
            || (byTask is not null && !byTask.Memberships.All(m => caller.In(m.Cluster)?.Id == m.Id))) return byTask;
        if (await sessions.TouchAsync(session, http.RequestAborted))
        {
            callers.Forget(token);
            Cookies.SetSession(http, token);
        }
        return caller;
    }

    private static async Task<bool> BringsItsKeyAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType) return false;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? BodyLimit.Normal;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var expected = http.Features.Get<Caller>()?.Session?.FormKey ?? (Cookies.Visitor(http.Request) is { } visitor ? KeyOfVisitor(visitor) : null);
        return expected is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(form[KeyField].ToString()), Encoding.UTF8.GetBytes(expected));
    }

    /// <summary>
    /// False when some text was sent in bytes that are no UTF-8 (the reader puts U+FFFD in their place) or, in a form of parts, holds
    /// a zero character, which no text in the database may: half a word is nobody's, so nothing of the form is taken.
    /// </summary>
    private static bool IsReadable(IFormCollection form) =>
        form.All(f => Holds(f.Key) && f.Value.All(v => v is null || Holds(v)));

    private static bool Holds(string text) => text.AsSpan().IndexOfAny('\uFFFD', '\0') < 0;

    private static string SignInAddress(HttpRequest request)
    {
        // After a form there is nothing to return to but the page it stood on.
        var back = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : request.Path.ToString();
        return back == "/" ? SignInPaths.SignIn : $"{SignInPaths.SignIn}?{SignInPaths.Back}={Uri.EscapeDataString(back)}";
    }
}

/// <summary>On every page: the door stands before it.</summary>
internal sealed record IsPage
{
    public static readonly IsPage Yes = new();
}

/// <summary>On a form that brings no key, because its secret address alone is the proof, and all that can be done with it is to decline a mail.</summary>
internal sealed record ProvenByAddress
{
    public static readonly ProvenByAddress Yes = new();
}

/// <summary>Addresses of signing in and out.</summary>
internal static class SignInPaths
{
    public const string SignIn = "/log-ind";

    public const string SignOut = "/log-ud";

    /// <summary>Above the addresses of each organisation's provider.</summary>
    public const string Organisation = "/log-ind/organisation";

    /// <summary>Query name: where to go afterwards.</summary>
    public const string Back = "til";

    /// <summary>Only our own addresses: a sign-in page that sends people elsewhere is a fishing rod.</summary>
    public static string Local(string? back) =>
        back is ['/', ..] && back is not ['/', '/' or '\\', ..] && !back.Any(char.IsControl) ? back : "/";
}
