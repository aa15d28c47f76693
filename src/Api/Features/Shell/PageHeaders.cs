namespace Initiatives.Api.Features.Shell;

/// <summary>
/// What a browser may do with a page: load our own style, script, fonts and pictures, talk and send forms to us, and nothing
/// else; no script in the page itself. Style attributes are allowed for the charts, whose bars carry their own lengths.
/// </summary>
internal static class PageHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static void Add(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        // Set anew for each reader, and kept by nobody in between.
        headers.CacheControl = "private, no-cache";
    }
}
