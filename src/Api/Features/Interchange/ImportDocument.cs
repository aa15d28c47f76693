using Initiatives.Api.Features.People;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Rights;
using Initiatives.Domain;
using Initiatives.EventStore;
using MediatR;

namespace Initiatives.Api.Features.Interchange;

/// <summary>Takes a whole document in, or says why none of it can be; with a dry run it only says what it would do.</summary>
/// <param name="File">A local file, which must not change meanwhile: it is read several times.</param>
/// <param name="Actor">Who imports.</param>
/// <param name="By">Who is asked whether they may import into the cluster that the document names; null when the operator imports by hand.</param>
/// <param name="Progress">Told from the importing thread.</param>
internal sealed record ImportDocument(string File, string Actor, DateTimeOffset Now, bool DryRun, Action<ImportProgress>? Progress = null, Caller? By = null) : IRequest<ImportReport>;

internal enum ImportPhase
{
    /// <summary>Counted in bytes.</summary>
    Read,

    /// <summary>Counted in initiatives.</summary>
    Compare,

    /// <summary>Counted in deeds of the history.</summary>
    Record,
}

internal readonly record struct ImportProgress(ImportPhase Phase, long Done, long Total);

/// <summary>
/// Three passes: read and check every entry by itself; compare each initiative with what is recorded of it; and, when
/// nothing at all is wrong, record what is new in one transaction. Memory holds the cluster's frame, one entry, one
/// initiative's history, and a few dozen bytes per entry.
/// </summary>
internal sealed class ImportDocumentHandler(EventLog log, EventStoreDataSources sources, PeopleRegister register, IEnumerable<Alongside> alongside) : IRequestHandler<ImportDocument, ImportReport>
{
    public async Task<ImportReport> Handle(ImportDocument request, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var tally = new Tally();
        await using var file = new FileStream(request.File, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        var scan = new Scan(problems, LocalInstant.Day(request.Now, Cluster.None.TimeZone));
        if (file.Length > Limits.DocumentBytes)
            problems.Add(JsonPath.Root, ImportErrors.DocumentTooLarge());
        else
            scan.Read(file, done => request.Progress?.Invoke(new(ImportPhase.Read, done, file.Length)));
        if (scan.Cluster is not { Entry: var cluster })
            return Report(request, null, tally, 0, problems);
        if (!MayImport(request.By, cluster.Id))
        {
            problems.Add(JsonPath.Root, Platform.Http.Faults.Forbidden);
            return Report(request, null, tally, 0, problems);
        }

        var known = await KnownCluster.LoadAsync(log, register, cluster.Id, scan.Plan?.Entry.Id, cancellationToken);
        var timeZone = known.Cluster.Exists ? known.Cluster.TimeZone : cluster.TimeZone ?? Cluster.None.TimeZone;
        await known.LoadIndicatorsAsync(scan.Ids.InitiativesWithUnknownIndicators, cancellationToken);
        scan.Ids.Resolve(problems, known.Has, known.Plan.Initiatives.ToHashSet(), known.HasIndicator);
        if (problems.Any)
            return Report(request, cluster, tally, 0, problems);

        var frame = ImportFrame.Of(scan, known, timeZone, request.Now, tally, problems);
        var source = new EntrySource(file.SafeFileHandle, frame.Deeds);
        var life = await CompareAsync(request, scan, source, frame, known, tally, problems, cancellationToken);
        var people = PeopleFacts.Of(scan, known, tally);
        var events = frame.Count + life.Facts;
        if (problems.Any || request.DryRun || events + people.Count == 0)
            return Report(request, cluster, tally, events, problems);

        var context = new ImportContext(cluster.Id, timeZone, request.Actor, request.Now);
        try
        {
            await RecordAsync(request, context, scan, source, frame, known, life.New, people, cancellationToken);
        }
        catch (Exception e) when (e is ConcurrencyConflict or ChangedMeanwhile)
        {
            problems.Add(JsonPath.Root, ContentErrors.ChangedMeanwhile());
        }
        return Report(request, cluster, tally, events, problems);
    }

    private static bool MayImport(Caller? caller, string cluster) =>
        caller is null || (caller.In(cluster) is { } member && Guard.MayAsk(member, RightsTable.Import));

    private async Task<(List<NewDeed> New, int Facts)> CompareAsync(
        ImportDocument request, Scan scan, EntrySource source, ImportFrame frame, KnownCluster known, Tally tally, Problems problems, CancellationToken cancellation)
    {
        var news = new List<NewDeed>();
        var facts = 0;
        var compare = new LifeImport(frame.Chain, problems, tally);
        var groups = Enumerable.Range(0, scan.Life.Count).GroupBy(i => scan.Life[i].Initiative).OrderBy(g => g.Key).ToList();
        for (var g = 0; g < groups.Count; g++)
        {
            var number = groups[g].Key;
            var recorded = known.Plan.Initiatives.Contains(number)
                ? RecordedLife.Of(await known.LifeAsync(number, cancellation), frame.TimeZone)
                : RecordedLife.None;
            var (added, count) = compare.Take(number, [.. groups[g].Select(i => (i, scan.Life[i].List, source.DeedsOf(scan.Life[i])))], recorded);
            news.AddRange(added);
            facts += count + added.Count(d => scan.Life[d.Entry].List is EntryList.Initiatives && d.Ordinal == 0);
            request.Progress?.Invoke(new(ImportPhase.Compare, g + 1, groups.Count));
        }
        news.Sort(static (a, b) => (a.At, a.Initiative).CompareTo((b.At, b.Initiative)));
        return (news, facts);
    }

    private async Task RecordAsync(
        ImportDocument request, ImportContext context, Scan scan, EntrySource source, ImportFrame frame, KnownCluster known,
        List<NewDeed> news, IReadOnlyList<Person> people, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var writer = new ImportWriter(log, transaction, context, known, [.. alongside]);
        var left = news.CountBy(d => d.Initiative).ToDictionary();
        var since = news.Count > 0 && news[0].At < frame.Since ? news[0].At : frame.Since;
        var framed = new Queue<FrameFact>(frame.Facts(since));
        for (var i = 0; i < news.Count; i++)
        {
            var deed = news[i];
            while (framed.TryPeek(out var next) && next.At <= deed.At)
                await framed.Dequeue().AddAsync(writer, cancellation);
            var stream = await writer.OpenAsync(Streams.Initiative(frame.PlanId, deed.Initiative), Noun.Initiative, cancellation);
            var told = Telling.Tell((Initiative)stream.State, source.DeedsOf(scan.Life[deed.Entry])[deed.Ordinal], frame.Chain, deed.About);
            if (told.Events is [InitiativeOrdered, ..])
                await FrameFact.Listed(frame.PlanId, deed.Initiative, deed.At).AddAsync(writer, cancellation);
            await writer.AddAsync(stream, told.Events, deed.At, --left[deed.Initiative] == 0, cancellation);
            request.Progress?.Invoke(new(ImportPhase.Record, i + 1, news.Count));
        }
        while (framed.TryDequeue(out var fact))
            await fact.AddAsync(writer, cancellation);
        var position = await writer.CompleteAsync([.. people.Select(PeopleRegister.Recording)], cancellation);
        await transaction.CommitAsync(cancellation);
        if (position > 0)
            log.Signal.Appended(position);
    }

    private static ImportReport Report(ImportDocument request, ClusterEntry? cluster, Tally tally, int events, Problems problems) =>
        new(cluster?.Id, cluster?.Name, request.DryRun, tally.ToList(), problems.Any ? 0 : events, problems.Listed, problems.Count);
}
