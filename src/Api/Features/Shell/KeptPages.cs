using Initiatives.Api.Platform.Reading;
using Initiatives.EventStore;

namespace Initiatives.Api.Features.Shell;

/// <summary>
/// Pages as they were last set for one reader, until anything changes: whoever looks at the board again before a meeting gets it without
/// a question to the database. Each reader has their own: a page says whose it is, and carries their forms' key.
/// </summary>
internal sealed class KeptPages(CardReader cards, LogSignal signal, LogListener listener)
{
    // Some 60 kB each.
    private const int MostPages = 512;
    private const int MostClusters = 1024;

    private readonly Freshness<SetPage> _pages = new(signal, listener, MostPages);
    private readonly Freshness<Glance> _glances = new(signal, listener, MostClusters);

    /// <summary>To be taken before the first reading that a page is made of.</summary>
    public Task Now => _pages.Now;

    public ValueTask<Glance?> GlanceAsync(string cluster, CancellationToken cancellation) => _glances.GetAsync(cluster, () => cards.GlanceAsync(cluster, cancellation));

    public IResult? Find(string key) => _pages.Find(key);

    /// <summary>The page, which is kept when it has been set.</summary>
    public IResult Keeping(IResult page, string key, Task before) => new KeepingPage(page, set => _pages.Keep(key, set, before));

    private sealed class SetPage(byte[] html, string? contentType) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = contentType;
            httpContext.Response.ContentLength = html.Length;
            await httpContext.Response.Body.WriteAsync(html, httpContext.RequestAborted);
        }
    }

    private sealed class KeepingPage(IResult page, Action<SetPage> keep) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var answer = httpContext.Response;
            var outside = answer.Body;
            using var set = new MemoryStream();
            answer.Body = set;
            try
            {
                await page.ExecuteAsync(httpContext);
            }
            finally
            {
                answer.Body = outside;
            }
            var html = set.ToArray();
            if (answer.StatusCode == StatusCodes.Status200OK) keep(new SetPage(html, answer.ContentType));
            await answer.Body.WriteAsync(html, httpContext.RequestAborted);
        }
    }
}
