using System.Security.Cryptography;
using System.Text;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Template;

namespace Initiatives.Api.Platform.Http;

/// <summary>
/// What holds for every request under /api before its endpoint runs: the size of the body, the fingerprint of a request
/// that has a key, and a problem where nothing else says why there is no answer (unknown address, wrong method).
/// </summary>
internal static class RequestEdge
{
    public static void UseRequestEdge(this IApplicationBuilder app) =>
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal), api =>
        {
            // Pages have an error page of their own.
            api.UseExceptionHandler(static _ => { });
            api.Use(Door.GuardAsync);
            api.Use(RunAsync);
        });

    private static async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? BodyLimit.Normal;
        http.Response.Headers.CacheControl = "no-cache, private";
        // A document to import is as large as it likes; it repeats safely by itself.
        if (BodyLimit.Of(http) <= BodyLimit.Normal && http.Request.Headers.TryGetValue(Fingerprint.Header, out var key)) await Fingerprint.TakeAsync(http, key.ToString());

        await next(http);

        if (http.Response is not { HasStarted: false, ContentType: null, ContentLength: null, StatusCode: >= 400 and var status }) return;
        if (status == StatusCodes.Status405MethodNotAllowed && !IsOurs(http))
        {
            // The pages' own "no such page" takes GET at any address, so routing believes that there is something here.
            status = StatusCodes.Status404NotFound;
            http.Response.Headers.Remove("Allow");
        }
        if (Wordless(status, http) is { } why) await ReplyResult.WriteAsync(http.Response, Problems.Reply(http, status, [why]), http.RequestAborted);
    }

    private static bool IsOurs(HttpContext http) => http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Any(route =>
        route.RoutePattern.RawText is { } text && text.StartsWith("/api/", StringComparison.Ordinal)
        && new TemplateMatcher(TemplateParser.Parse(text), []).TryMatch(http.Request.Path, []));

    private static Refusal? Wordless(int status, HttpContext http) => status switch
    {
        StatusCodes.Status404NotFound => Faults.RouteUnknown,
        StatusCodes.Status405MethodNotAllowed => Faults.MethodWrong,
        // The framework answers this one itself, wordlessly, when a body is bound.
        StatusCodes.Status413PayloadTooLarge => Faults.BodyTooLarge(BodyLimit.Of(http)),
        StatusCodes.Status415UnsupportedMediaType => Faults.JsonExpected,
        StatusCodes.Status400BadRequest => Faults.QueryMalformed,
        _ => null,
    };
}

/// <summary>The Idempotency-Key of a request and what the key stands for.</summary>
internal sealed record Fingerprint(string Key, byte[] Hash)
{
    public const string Header = "Idempotency-Key";

    /// <summary>Reads the body once into memory (it is small) so that it can be hashed here and bound afterwards.</summary>
    public static async Task TakeAsync(HttpContext http, string key)
    {
        if (key.Length is 0 or > 200 || key.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw new RequestFault(StatusCodes.Status400BadRequest, Faults.KeyMalformed);

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}\n{http.Request.Headers["On-Behalf-Of"]}\n"));
        var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        hash.AppendData(body.GetBuffer().AsSpan(0, (int)body.Length));
        body.Position = 0;
        http.Request.Body = body;
        http.Features.Set(new Fingerprint(key, hash.GetHashAndReset()));
    }
}
