using System.Globalization;
using System.Reflection;
using Initiatives.Api.Features.Drafts;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Api.Rights;
using Initiatives.Api.SignIn;
using Initiatives.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Initiatives.Api.Features.Shell;

/// <summary>
/// What every page does first: which cluster, who is here, which language, which day. And last: sets the component, or answers
/// 304 when nothing the page shows has changed since the reader saw it. What forms send goes through <see cref="FormDesk"/>.
/// </summary>
internal sealed class PageDesk(IHttpContextAccessor accessor, StandingReader standings, FormDesk forms, KeptPages kept, TimeProvider clock)
{
    /// <summary>Another build may draw the same facts in another way; also in the addresses of style sheets, which browsers keep for a day.</summary>
    internal static readonly string Build = Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId.ToString("N")[..12];

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("Pages are asked for by requests.");

    /// <summary>In the language that the address asks for, else the reader's own.</summary>
    public Texts Texts => Texts.In(Asked(QueryNames.Language) ?? Member?.Language);

    public CancellationToken Cancellation => Http.RequestAborted;

    /// <summary>Null on pages that are open to all, when nobody is signed in.</summary>
    public Caller? Caller => Http.Features.Get<Caller>();

    /// <summary>Who the caller is in the cluster that is chosen; null when they are nobody there.</summary>
    public Membership? Member =>
        Caller is not { } caller ? null : Asked(QueryNames.Cluster) is { } chosen ? caller.In(chosen) : caller.Memberships.Count > 0 ? caller.Memberships[0] : null;

    /// <summary>
    /// Finds the cluster and the day that the address asks for and shows them; answers by itself when the caller is nobody
    /// there, when the address cannot be read, and when the reader has the page as it is.
    /// </summary>
    /// <param name="show">Sets the page.</param>
    /// <param name="fromRecord">False when the page shows something that is not in the cluster's record: it is then set each time.</param>
    public async Task<IResult> ShowAsync(Func<PageVisit, Task<IResult>> show, bool fromRecord = true)
    {
        if (Member is not { } me) return Asked(QueryNames.Cluster) is null ? OfNoCluster() : Forbidden();
        var before = kept.Now;
        if (await kept.GlanceAsync(me.Cluster, Cancellation) is not { } glance) return NotFound();
        if (!TryReadDay(out var asOf)) return Tell("Malformed.Title", "Malformed.Date", StatusCodes.Status400BadRequest);

        var today = Clock.Day(clock.GetUtcNow(), glance.TimeZone);
        if (asOf > today) return Tell("Future.Title", "Future.Means", StatusCodes.Status400BadRequest, Texts.Say.LongDate(asOf.Value));
        // What the menu and the header say is the session's; another session never has the same tag.
        var tag = fromRecord && Asked(QueryNames.Done) is null ? $"\"{glance.RecordVersion:x}-{glance.PeopleVersion:x}-{today:yyyyMMdd}-{Build}-{Caller?.Session?.Id[..8]}\"" : null;
        if (tag is not null && IsKnown(tag)) return Results.StatusCode(StatusCodes.Status304NotModified);
        var key = $"{tag}{Http.Request.Path}{Http.Request.QueryString}";
        if (tag is not null && kept.Find(key) is { } page) return page;
        if (await standings.ReadAsync(me.Cluster, asOf, Cancellation, Asked(QueryNames.Plan)) is not { } standing) return NotFound();
        var shown = await show(new PageVisit(standing, me, asOf, today, Texts));
        return tag is null ? shown : kept.Keeping(shown, key, before);
    }

    /// <summary>The same for what a form sends; <paramref name="take"/> reads the fields and sends the commands.</summary>
    public async Task<IResult> PostAsync(Func<PageVisit, IFormCollection, Task<IResult>> take)
    {
        var form = await Http.Request.ReadFormAsync(Cancellation);
        return await ShowAsync(visit => take(visit, form), fromRecord: false);
    }

    /// <summary>Sends what a form asks for. The hidden fields say on which version, and which of two equal requests it is.</summary>
    public Task<Outcome> SendAsync(PageVisit visit, IFormCollection form, params IReadOnlyList<Wish> wishes) => forms.SendAsync(visit.Me, form, wishes, besides: null, Cancellation);

    /// <summary>The same, and the draft it was written as goes in the same transaction: a crash leaves neither a stale draft nor a lost one.</summary>
    public Task<Outcome> SendAsync(PageVisit visit, IFormCollection form, DraftKey draft, Wish wish) =>
        forms.SendAsync(visit.Me, form, [wish], () => Drafts.Drafts.Removing(draft), Cancellation);

    /// <summary>Afterwards: on to a page that says that it is done, so that a reload sends nothing again.</summary>
    /// <param name="path">Within the service, e.g. <c>/indsatser/10</c>.</param>
    /// <param name="done">Names the text <c>Done.{done}</c>.</param>
    public IResult Done(PageVisit visit, string path, string done) => SeeOther(Frame(visit, "").Link(Join(path, $"{QueryNames.Done}={done}")));

    /// <summary>Somebody changed it in the meantime: what they did, what this form said, and how to go on.</summary>
    /// <param name="stream">What the form was about.</param>
    /// <param name="labels">The form's fields by name, as the person saw them; others are kept out of sight and sent along.</param>
    public async Task<IResult> ConflictAsync(PageVisit visit, IFormCollection form, Outcome.Stale stale, string stream, IReadOnlyDictionary<string, string> labels) =>
        Set<ConflictPage>(
            await forms.ConflictAsync(Frame(visit, Texts["Conflict.Title"]), form, stale, stream, labels, Cancellation), StatusCodes.Status409Conflict);

    public Frame Frame(PageVisit visit, string title, params IReadOnlyList<Crumb> trail) => Frame(title, visit.Standing.Cluster, visit.Me, trail);

    /// <summary>The frame of a page that is about no cluster: one's own sessions, help, operations.</summary>
    public Frame Frame(string title, params IReadOnlyList<Crumb> trail) =>
        Frame(title, Member is { } me ? Cluster.None with { Id = me.Cluster, Name = me.ClusterName } : Cluster.None, Member, trail);

    /// <summary>The page as HTML.</summary>
    /// <typeparam name="TPage">A component with one parameter named <c>Model</c>.</typeparam>
    public static IResult Set<TPage>(object model, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = status, PreventStreamingRendering = true };

    public static IResult SeeOther(string path) => new SeeOther(path);

    /// <summary>A page that says that there is nothing here, and where to go.</summary>
    public IResult NotFound() => Tell("NotFound.Title", "NotFound.Means", StatusCodes.Status404NotFound);

    /// <summary>A page that says that this is somebody else's, and whom to ask.</summary>
    public IResult Forbidden() => Tell("Forbidden.Title", "Forbidden.Means", StatusCodes.Status403Forbidden);

    /// <summary>A form came without its key: an old page, or another site.</summary>
    public IResult FormExpired() => Tell("FormExpired.Title", "FormExpired.Means", StatusCodes.Status400BadRequest);

    /// <summary>A page that only tells something.</summary>
    /// <param name="title">Key of the text.</param>
    /// <param name="means">Key of the text.</param>
    public IResult Tell(string title, string means, int status, params object[] values) =>
        Set<MessagePage>(new Message(Frame(Texts[title]), Texts[means, values]), status);

    /// <summary>Who runs the installation and belongs to no cluster is led from the front page to their own.</summary>
    private IResult OfNoCluster() =>
        Http.Request.Path == "/" && Frame("") is { Home.Path: not "/" } frame ? SeeOther(frame.Link(frame.Home.Path)) : Tell("NoAccess.Title", "NoAccess.Means", StatusCodes.Status403Forbidden);

    private Frame Frame(string title, Cluster cluster, Membership? me, IReadOnlyList<Crumb> trail) => new(
        title, Texts, Http.Request.Path, Query, cluster, [.. (Caller?.Memberships ?? []).Select(m => new ClusterChoice(m.Cluster, m.ClusterName))], trail)
    {
        Me = me,
        Caller = Caller,
        FormKey = PageDoor.KeyOf(Http),
        Plan = Asked(QueryNames.Plan),
        Done = Asked(QueryNames.Done) is { } done ? Texts.Find($"Done.{done}") : null,
    };

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

    private static string Join(string path, string query)
    {
        // What stands behind # is a place on the page, and must stay last.
        var place = path.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? path[at..] : "";
        path = path[..^place.Length];
        return $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}{place}";
    }

    private string Query => string.Join('&', Http.Request.Query
        .Where(q => q.Key is not (QueryNames.Language or QueryNames.Done))
        .Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value.ToString())}"));
}

/// <summary>One visit to one page.</summary>
/// <param name="Me">Who the reader is in this cluster.</param>
/// <param name="AsOf">The day asked for; null for now.</param>
/// <param name="Texts">The words of the language it is read in.</param>
public sealed record PageVisit(Standing Standing, Membership Me, DateOnly? AsOf, DateOnly Today, Texts Texts)
{
    public DateOnly Day => AsOf ?? Today;

    /// <summary>Id of the plan that is looked back at; null for the one in hand.</summary>
    public string? EarlierPlan => Standing.IsEarlier ? Standing.Plan?.Id : null;

    /// <summary>Whether to offer this: some role of the reader's could do it. Whether they may is asked again when it is sent.</summary>
    public bool May<TCommand>(int? number = null, string? forum = null) => AsOf is null && !Standing.IsEarlier && Guard.MayAsk(Me, RightsTable.Of(typeof(TCommand)), number, forum);

    internal bool May(Right right) => Guard.MayAsk(Me, right);

    /// <summary>The same about one written procedure, which may be all that the reader's link opens.</summary>
    internal bool May(Right right, string procedure) => AsOf is null && Guard.MayAsk(Me, right, procedure: procedure);
}

/// <summary>A page that only tells something.</summary>
public sealed record Message(Frame Frame, string Text);

/// <summary>303: the answer to a form is another page, which is then fetched.</summary>
internal sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = SignInPaths.Local(path);
        return Task.CompletedTask;
    }
}
