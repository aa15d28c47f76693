using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Initiatives.Api.Platform.Http;

/// <summary>How large a body may be. Everything people write fits in 256 kB; an import says its own limit at its route.</summary>
internal sealed class BodyLimit(long bytes) : IRequestSizeLimitMetadata
{
    public const long Normal = 256 * 1024;

    public long? MaxRequestBodySize => bytes;

    /// <summary>The limit of the request in hand, in bytes.</summary>
    public static long Of(HttpContext http) => http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? Normal;
}
