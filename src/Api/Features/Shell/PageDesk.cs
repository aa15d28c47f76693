using System.Globalization;
using System.Reflection;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Initiatives.Api.Features.Shell;

/// <summary>
/// What every page does first: which cluster, which language, which day. And last: sets the component, or answers 304
/// when nothing the page shows has changed since the reader saw it.
/// </summary>
internal sealed class PageDesk(IHttpContextAccessor accessor, ClusterDirectory directory, CardReader cards, StandingReader standings, TimeProvider clock)
{
    /// <summary>Another build may draw the same facts in another way; also in the addresses of style sheets, which browsers keep for a day.</summary>
    internal static readonly string Build = Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId.ToString("N")[..12];

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("Pages are asked for by requests.");

    public Texts Texts => Texts.In(Http.Request.Query[QueryNames.Language]);

    public CancellationToken Cancellation => Http.RequestAborted;

    /// <summary>
    /// Finds the cluster and the day that the address asks for and shows them; answers by itself when there is no such
    /// cluster, when the address cannot be read, and when the reader has the page as it is.
    /// </summary>
    /// <param name="show">Sets the page.</param>
    /// <param name="fromRecord">False when the page shows something that is not in the cluster's record: it is then set each time.</param>
    public async Task<IResult> ShowAsync(Func<PageVisit, Task<IResult>> show, bool fromRecord = true)
    {
        var clusters = await directory.ReadAsync(Cancellation);
        var chosen = Asked(QueryNames.Cluster) ?? clusters.FirstOrDefault()?.Id;
        if (chosen is null)
            return Tell(clusters, "Overview.NoPlan", "Overview.NoPlanMeans", StatusCodes.Status200OK);
        if (clusters.All(c => c.Id != chosen) || await cards.GlanceAsync(chosen, Cancellation) is not { } glance)
            return NotFound(clusters);
        if (!TryReadDay(out var asOf))
            return Tell(clusters, "Malformed.Title", "Malformed.Date", StatusCodes.Status400BadRequest);

        var today = Clock.Day(clock.GetUtcNow(), glance.TimeZone);
        if (fromRecord && IsKnown($"\"{glance.RecordVersion:x}-{today:yyyyMMdd}-{Build}\""))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        return await standings.ReadAsync(chosen, asOf, Cancellation) is { } standing
            ? await show(new PageVisit(standing, clusters, asOf, today))
            : NotFound(clusters);
    }

    public Frame Frame(PageVisit visit, string title, params IReadOnlyList<Crumb> trail) =>
        new(title, Texts, Http.Request.Path, Query, visit.Standing.Cluster, visit.Clusters, trail);

    /// <summary>The page as HTML.</summary>
    /// <typeparam name="TPage">A component with one parameter named <c>Model</c>.</typeparam>
    public static IResult Set<TPage>(object model, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>A page that says that there is nothing here, and where to go.</summary>
    public IResult NotFound(IReadOnlyList<ClusterChoice> clusters) => Tell(clusters, "NotFound.Title", "NotFound.Means", StatusCodes.Status404NotFound);

    private IResult Tell(IReadOnlyList<ClusterChoice> clusters, string title, string means, int status) =>
        Set<MessagePage>(new Message(new Frame(Texts[title], Texts, Http.Request.Path, Query, Cluster.None, clusters, []), Texts[means]), status);

    private string? Asked(string name) => Http.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    private bool TryReadDay(out DateOnly? day)
    {
        day = null;
        if (Asked(QueryNames.AsOf) is not { } asked)
            return true;
        // The last day there is has no day after it, which is where its end is counted from.
        if (!DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) || read == DateOnly.MaxValue)
            return false;
        day = read;
        return true;
    }

    private bool IsKnown(string tag)
    {
        Http.Response.Headers.ETag = tag;
        Http.Response.Headers.CacheControl = "private, no-cache";
        return Http.Request.Headers.IfNoneMatch.Contains(tag);
    }

    private string Query => string.Join('&', Http.Request.Query
        .Where(q => q.Key != QueryNames.Language)
        .Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value.ToString())}"));
}

/// <summary>One visit to one page.</summary>
/// <param name="AsOf">The day asked for; null for now.</param>
public sealed record PageVisit(Standing Standing, IReadOnlyList<ClusterChoice> Clusters, DateOnly? AsOf, DateOnly Today)
{
    public DateOnly Day => AsOf ?? Today;
}

/// <summary>A page that only tells something.</summary>
public sealed record Message(Frame Frame, string Text);
