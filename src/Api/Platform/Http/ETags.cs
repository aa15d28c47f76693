using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Initiatives.Api.Platform.Http;

/// <summary>Versions as ETags: a stream's version in quotes, and what a list is made of as a tag of its own.</summary>
internal static class ETags
{
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>
    /// A version together with what else a reader sees beside it (the day it is judged on). The version alone counts when the tag
    /// comes back as If-Match.
    /// </summary>
    public static string Of(long version, string seen) => string.Create(CultureInfo.InvariantCulture, $"\"{version}.{seen}\"");

    /// <summary>The version a change was decided on; null for <c>*</c> (whatever is there now).</summary>
    /// <exception cref="RequestFault">428 without the header, 400 when it is not one of our tags.</exception>
    public static long? Demand(HttpRequest request)
    {
        var header = request.Headers.IfMatch;
        if (header.Count == 0) throw new RequestFault(StatusCodes.Status428PreconditionRequired, Faults.IfMatchMissing);
        var tag = header.ToString();
        if (tag == "*") return null;
        var end = tag.IndexOf('.') is var dot and > 0 ? dot : tag.Length - 1;
        return tag.Length > 2 && tag[0] == '"' && tag[^1] == '"' && long.TryParse(tag.AsSpan(1, end - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new RequestFault(StatusCodes.Status400BadRequest, Faults.IfMatchMalformed);
    }

    /// <summary>True when the reader has it already; answer 304 then.</summary>
    public static bool IsKnown(HttpContext http, string etag)
    {
        http.Response.Headers.ETag = etag;
        // What is told depends on who asks and in which language.
        http.Response.Headers.Vary = "Accept-Language, Authorization";
        var known = http.Request.Headers.IfNoneMatch;
        return known.Count > 0 && EntityTagHeaderValue.TryParseList(known, out var tags)
            && EntityTagHeaderValue.TryParse(etag, out var mine) && tags.Any(t => t.Compare(mine, useStrongComparison: false));
    }
}
