using System.Diagnostics;
using System.Text.Json;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Platform.Http;

/// <summary>An error as it is answered (RFC 9457).</summary>
/// <param name="Type">Stable, one per code.</param>
/// <param name="Title">The kind of error, in the reader's language.</param>
/// <param name="Detail">What was wrong and what to do, in the reader's language.</param>
/// <param name="Code">Stable: the first broken rule. Programs decide by it.</param>
/// <param name="TraceId">Finds the request in the logs.</param>
/// <param name="Errors">Every broken rule that could be told at once.</param>
public sealed record Problem(string Type, string Title, int Status, string Detail, string Code, string TraceId, IReadOnlyList<ProblemError> Errors);

/// <param name="Path">JSON path in the body (<c>$.deviation.cause</c>), or the name of the header or parameter; null when it is no one field.</param>
public sealed record ProblemError(string? Path, string Code, string Detail);

/// <summary>The one error map: which kind of broken rule is answered with which status.</summary>
internal static class Problems
{
    public const string ContentType = "application/problem+json";

    public static Problem Of(int status, IReadOnlyList<Refusal> broken, string language, string trace)
    {
        var first = broken[0];
        return new(
            $"urn:initiatives:problem:{first.Code}",
            Title(status, language),
            status,
            string.Join(' ', broken.Select(r => r.In(language)).Distinct()),
            first.Code,
            trace,
            [.. broken.Select(r => new ProblemError(r.Field, r.Code, r.In(language)))]);
    }

    public static IResult Result(HttpContext http, int status, params IReadOnlyList<Refusal> broken) => new ReplyResult(Reply(http, status, broken));

    public static Reply Reply(HttpContext http, int status, IReadOnlyList<Refusal> broken) =>
        new(status, null, null, JsonSerializer.Serialize(Of(status, broken, Languages.Of(http.Request), Trace(http)), ApiJson.Options));

    /// <summary>
    /// Refused: 409; but a number or id in the address that the cluster does not know is 404. A refusal names the domain's own field;
    /// the answer names the parameter of the address, or the path in the body.
    /// </summary>
    public static (int Status, IReadOnlyList<Refusal> Broken) Refused(IReadOnlyList<Refusal> refusals, RouteValueDictionary address)
    {
        bool InAddress(Refusal r) => r.Field is { } field && address.ContainsKey(field);

        var status = refusals.Any(r => InAddress(r) && r.Code.EndsWith("-unknown", StringComparison.Ordinal)) ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict;
        return (status, [.. refusals.Select(r => r.Field is null || InAddress(r) ? r : r with { Field = $"$.{r.Field}" })]);
    }

    public static string Trace(HttpContext http) => Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;

    private static string Title(int status, string language) => (status, language == "en") switch
    {
        (400 or 415, false) => "Kaldet kan ikke forstås",
        (400 or 415, true) => "The request cannot be understood",
        (401, false) => "Adgang kræves",
        (401, true) => "Access required",
        (403, false) => "Ikke tilladt",
        (403, true) => "Not allowed",
        (404, false) => "Findes ikke",
        (404, true) => "Not found",
        (405, false) => "Forkert metode",
        (405, true) => "Wrong method",
        (409, false) => "Afvist",
        (409, true) => "Refused",
        (412, false) => "Ændret i mellemtiden",
        (412, true) => "Changed in the meantime",
        (413, false) => "For stort",
        (413, true) => "Too large",
        (422, false) => "Nøglen er brugt",
        (422, true) => "The key is used",
        (428, false) => "If-Match mangler",
        (428, true) => "If-Match is missing",
        (503, false) => "Utilgængelig lige nu",
        (503, true) => "Unavailable right now",
        (_, false) => "Fejl",
        (_, true) => "Error",
    };
}
