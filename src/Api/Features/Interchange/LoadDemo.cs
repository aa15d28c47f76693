using System.Text.Json.Nodes;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.EventStore;
using MediatR;

namespace Initiatives.Api.Features.Interchange;

/// <summary>
/// Puts the sample clusters in place, each with its calendar moved by whole weeks so that its next meeting lies ahead. They
/// have ids of their own, so that the real clusters can be imported beside them. One that is there already is left as
/// it is: what somebody tried out in it stays, and so does the day its calendar was moved to.
/// </summary>
internal sealed record LoadDemo(DateTimeOffset Now, Action<ImportProgress>? Progress = null) : IRequest<IReadOnlyList<DemoCluster>>;

/// <param name="Report">Null when the cluster was there already.</param>
internal sealed record DemoCluster(string Id, string Name, ImportReport? Report);

internal sealed class LoadDemoHandler(EventLog log, IMediator mediator, Loading loading, DemoPeople people, DemoWheel wheel, DemoDecisions decisions) : IRequestHandler<LoadDemo, IReadOnlyList<DemoCluster>>
{
    /// <param name="Cluster">Its id here.</param>
    /// <param name="First">The first of the seven sample days that today may fall on.</param>
    private sealed record Sample(string File, string Cluster, DateOnly First);

    /// <summary>The one whose history is told in full.</summary>
    private const string Midt = "eksempel-midt";

    private static readonly Sample[] Samples =
    [
        // Eighteen to twelve days before Chefforum of 27 November 2023: its round has opened three days ago or more, and
        // its deadline is two days ahead or more.
        new("eksempelhistorik-midt", Midt, new(2023, 11, 9)),
        new("sundhedsklynge-syd", "eksempel-syd", new(2023, 8, 5)),
        new("midtklyngen", "eksempel-midtklyngen", new(2022, 11, 28)),
    ];

    public async Task<IReadOnlyList<DemoCluster>> Handle(LoadDemo request, CancellationToken cancellationToken)
    {
        var clusters = new List<DemoCluster>();
        foreach (var sample in Samples)
        {
            var document = Shifted(sample, request.Now);
            var name = (string)document["cluster"]!["name"]!;
            var there = await log.LoadAsync(sample.Cluster, Streams.Cluster, cancellationToken);
            clusters.Add(new(sample.Cluster, name, there.Head.Version > 0 ? null : await ImportAsync(document, request, cancellationToken)));
        }
        await people.RecordAsync(clusters, request.Now, cancellationToken);
        foreach (var cluster in clusters.Where(c => c.Report is not null))
        {
            var loaded = await loading.LoadAsync(new(cluster.Id, "demo", request.Now), [], cancellationToken);
            await wheel.SetAsync(cluster.Id, loaded.Cluster, loaded.Calendar, request.Now, cancellationToken);
            if (cluster.Id == Midt) await decisions.MakeAsync(cluster.Id, request.Now, cancellationToken);
        }
        return clusters;
    }

    private async Task<ImportReport> ImportAsync(JsonObject document, LoadDemo request, CancellationToken cancellation)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, document.ToJsonString(), cancellation);
            return await mediator.Send(new ImportDocument(file, "demo", request.Now, DryRun: false, request.Progress), cancellation);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static JsonObject Shifted(Sample sample, DateTimeOffset now)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", sample.File + ".json"));
        var document = JsonNode.Parse(text)!.AsObject();
        var today = LocalInstant.Day(now, (string)document["cluster"]!["timeZone"]!);
        ShiftDays.By(ShiftDays.WeeksTo(sample.First, today), document);
        document["cluster"]!["id"] = sample.Cluster;
        document["cluster"]!["exampleData"] = true;
        return document;
    }
}
