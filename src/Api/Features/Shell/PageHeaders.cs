namespace Initiatives.Api.Features.Shell;

/// <summary>
/// What a browser may do with a page: load our own style, fonts and pictures, send forms to us, and nothing else. No script at
/// all until a page has one. Style attributes are allowed for the charts, whose bars carry their own lengths.
/// </summary>
internal static class PageHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static async ValueTask<object?> AddAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return await next(context);
    }
}
