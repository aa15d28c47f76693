namespace Initiatives.Api.SignIn;

/// <summary>What a browser keeps for us: who is signed in, which task's link was followed, which browser asked for a sign-in link, and what it was sent to a provider with.</summary>
internal static class Cookies
{
    public static string? Session(HttpRequest request) => request.Cookies[SessionName(request)];

    /// <summary>Sent by the browser below the task's own pages only.</summary>
    public static string? OfTask(HttpRequest request) => request.Cookies[TaskName(request)];

    public static string? Visitor(HttpRequest request) => request.Cookies[VisitorName(request)];

    public static void SetSession(HttpContext http, string token) => http.Response.Cookies.Append(SessionName(http.Request), token, Options(http, "/", Sessions.Longest));

    public static void EndSession(HttpContext http) => http.Response.Cookies.Delete(SessionName(http.Request), Options(http, "/", null));

    /// <param name="path">The task's own pages: <c>/indsatser/10/status</c>.</param>
    public static void SetTask(HttpContext http, string token, string path) => http.Response.Cookies.Append(TaskName(http.Request), token, Options(http, path, Sessions.Idle));

    /// <summary>Sent by the browser when a provider sends it back, and nowhere else.</summary>
    public static string? Attempt(HttpRequest request) => request.Cookies[AttemptName(request)];

    public static void SetAttempt(HttpContext http, string value, TimeSpan lasts) => http.Response.Cookies.Append(AttemptName(http.Request), value, Options(http, SignInPaths.Organisation, lasts));

    public static void EndAttempt(HttpContext http) => http.Response.Cookies.Delete(AttemptName(http.Request), Options(http, SignInPaths.Organisation, null));

    /// <summary>The visitor's mark; made when there is none yet.</summary>
    public static string EnsureVisitor(HttpContext http)
    {
        if (Visitor(http.Request) is { } known && Secret.IsOne(known)) return known;
        var made = Secret.Make();
        http.Response.Cookies.Append(VisitorName(http.Request), made, Options(http, "/", TimeSpan.FromDays(1)));
        return made;
    }

    // The prefixes make browsers hold us to it: secure, this host, whole site; and secure, for those that are for some pages only.
    private static string SessionName(HttpRequest request) => request.IsHttps ? "__Host-initiatives" : "initiatives";

    private static string VisitorName(HttpRequest request) => request.IsHttps ? "__Host-initiatives-visitor" : "initiatives-visitor";

    private static string TaskName(HttpRequest request) => request.IsHttps ? "__Secure-initiatives-task" : "initiatives-task";

    private static string AttemptName(HttpRequest request) => request.IsHttps ? "__Secure-initiatives-attempt" : "initiatives-attempt";

    // Lax: a link in a mail must find its reader signed in. What changes anything is a form, and forms carry the session's key.
    private static CookieOptions Options(HttpContext http, string path, TimeSpan? lasts) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = path,
        MaxAge = lasts,
        IsEssential = true,
    };
}
