using System.Text;
using Initiatives.Api.Platform.Commands;

namespace Initiatives.Api.Platform.Http;

/// <summary>Writes a reply as it was worded, the first time and at every repeat, byte for byte.</summary>
internal sealed class ReplyResult(Reply reply) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext.Response, reply, httpContext.RequestAborted);

    public static async Task WriteAsync(HttpResponse response, Reply reply, CancellationToken cancellation)
    {
        response.StatusCode = reply.Status;
        response.ContentType = reply.Status >= 400 ? Problems.ContentType : "application/json; charset=utf-8";
        if (reply.ETag is { } etag) response.Headers.ETag = etag;
        if (reply.Location is { } location) response.Headers.Location = location;
        if (reply.Status == StatusCodes.Status401Unauthorized) response.Headers.WWWAuthenticate = "Bearer";
        if (reply.Status == StatusCodes.Status503ServiceUnavailable) response.Headers.RetryAfter = "2";
        response.ContentLength = Encoding.UTF8.GetByteCount(reply.Body);
        await response.WriteAsync(reply.Body, cancellation);
    }
}
