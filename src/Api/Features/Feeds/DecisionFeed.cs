using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Initiatives.Api.Features.Log;
using Initiatives.Api.Features.People;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Mail;
using Initiatives.Api.Platform.Events;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;
using Initiatives.Api.Rights;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Feeds;

/// <summary>What a cluster's forums have decided, newest first, as Atom (RFC 4287).</summary>
internal sealed class DecisionFeed(EventLog log, CardReader cards, PeopleRegister people, PublicAddress address)
{
    public const string ContentType = "application/atom+xml; charset=utf-8";

    private const int Newest = 100;

    /// <summary>Stored names of the facts that are a forum's decision. What a meeting noted stands in its minutes.</summary>
    public static readonly IReadOnlyList<string> Decisions =
    [
        .. new[]
        {
            typeof(InitiativeOrdered), typeof(PlanApproved), typeof(PlanClosed), typeof(ConfirmationApproved), typeof(ConfirmationReturned), typeof(ConfirmationPostponed),
            typeof(DeviationTrackChosen), typeof(DeviationClosed), typeof(EscalationRaised), typeof(EscalationForwarded), typeof(EscalationDecided),
            typeof(InitiativePaused), typeof(InitiativeResumed), typeof(InitiativeWithdrawn), typeof(InitiativeClosed), typeof(DeliveryRejected), typeof(ProcedureConcluded),
        }.Select(EventCatalog.Types.NameOf),
    ];

    public async Task<IResult> ShowAsync(Membership me, HttpContext http)
    {
        if (await cards.ReadAsync(me.Cluster, cancellation: http.RequestAborted) is not { Cluster: var cluster })
            return Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing("cluster"));
        var facts = await log.ReadNewestAsync(me.Cluster, null, new(Types: Decisions), Newest, http.RequestAborted);
        var tag = $"\"{(facts.Count > 0 ? facts[0].Position : 0)}.{await people.VersionAsync(me.Cluster, http.RequestAborted)}.{me.Language}\"";
        http.Response.Headers.CacheControl = "private, no-cache";
        if (ETags.IsKnown(http, tag)) return Results.StatusCode(StatusCodes.Status304NotModified);

        var names = await people.NamesAsync(me.Cluster, http.RequestAborted);
        var texts = Texts.In(me.Language);
        return Results.Text(Write(cluster, facts, names, texts), ContentType, Encoding.UTF8);
    }

    private string Write(Cluster cluster, IReadOnlyList<RecordedEvent> facts, IReadOnlyDictionary<string, string> names, Texts texts)
    {
        var home = Link("/log", cluster.Id);
        var feed = new SyndicationFeed(texts["Feed.Decisions", cluster.Name], null, home, $"urn:initiatives:{cluster.Id}:decisions", facts.Count > 0 ? facts[0].Timestamp : DateTimeOffset.UnixEpoch)
        {
            Language = texts.Language,
            Items = [.. facts.Select(f => Item(LogRow.Of(f, cluster, names, texts.Language), f, cluster))],
        };
        feed.Authors.Add(new() { Name = cluster.Name });
        var text = new Utf8Text();
        using (var xml = XmlWriter.Create(text, new() { Indent = true })) feed.SaveAsAtom10(xml);
        return text.ToString();
    }

    private SyndicationItem Item(LogRow row, RecordedEvent fact, Cluster cluster)
    {
        var item = new SyndicationItem(row.About is { } number ? $"{row.What} ({number})" : row.What, row.Reason ?? row.What, row.About is { } about ? Link($"/indsatser/{about}", cluster.Id) : Link("/log", cluster.Id), $"urn:uuid:{fact.Id:D}", row.At)
        {
            PublishDate = row.At,
        };
        item.Authors.Add(new() { Name = row.OnBehalfOf ?? row.Who });
        return item;
    }

    private Uri Link(string path, string cluster) => address.Of($"{path}?{QueryNames.Cluster}={Uri.EscapeDataString(cluster)}");

    private sealed class Utf8Text : StringWriter
    {
        public Utf8Text() : base(System.Globalization.CultureInfo.InvariantCulture) { }

        // What is declared in the first line.
        public override Encoding Encoding => Encoding.UTF8;
    }
}
