using System.Text;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Record;
using MediatR;
using Npgsql;

namespace Initiatives.Api.Features.Packs;

/// <summary>
/// Compiles a pack from what the log says now and freezes it as an edition. Sent twice, or by two nodes at once, or again
/// after a crash, it makes one: the edition is the pack stream's next version, and a stream has one of each.
/// </summary>
/// <param name="Kind">A <see cref="PackKind"/>'s name.</param>
public sealed record CompilePack(CommandContext Context, string Kind, Occasion Occasion) : IRequest<Compiled>
{
    /// <summary>An edition issued at or after this instant is the one that was wanted; null when any will do.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>
    /// Asks for another edition though there is one, and says why: a correction, a status that came late. The reason of the
    /// last edition names that one, so that the command may be sent again.
    /// </summary>
    public string? Why { get; init; }

    /// <summary>Asks for another edition only if statuses have come that the last one ought to hold; its reason tells what they changed.</summary>
    public bool ForLateStatuses { get; init; }

    /// <summary>What must commit with the edition or not at all: the answer kept for whoever asked for it.</summary>
    public Func<Edition, NpgsqlBatchCommand>? Besides { get; init; }

    /// <summary>Told how far it is, in percent.</summary>
    public Action<int>? Progress { get; init; }
}

/// <summary>What came of compiling.</summary>
public abstract record Compiled
{
    private Compiled() { }

    public sealed record Issued(Edition Edition) : Compiled;

    /// <summary>It had been issued before; nothing was written.</summary>
    public sealed record There(Edition Edition) : Compiled;

    /// <summary>There is no such cluster, or a rule of editions was broken.</summary>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : Compiled;
}

internal sealed class CompilePackHandler(EventLog log, ClusterReader records, Verification verification, Editions editions, PackPress press)
    : IRequestHandler<CompilePack, Compiled>
{
    // Who loses the race for an edition finds the winner's; who corrects may have to try again.
    private const int Attempts = 5;

    public async Task<Compiled> Handle(CompilePack request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AttemptAsync(request, cancellationToken);
            }
            catch (ConcurrencyConflict) when (attempt < Attempts)
            {
                // Another node issued it between our look and our append: the next look finds it.
            }
        }
    }

    private async Task<Compiled> AttemptAsync(CompilePack request, CancellationToken cancellation)
    {
        var (tenant, occasion) = (request.Context.Tenant, request.Occasion);
        var stream = Streams.Pack(request.Kind, occasion.Name);
        // The head first: an edition issued from here on makes the append fail, not the facts it knows of go unseen.
        var state = await log.LoadAsync(tenant, stream, cancellation);
        var last = await editions.NewestAsync(tenant, request.Kind, occasion.Name, cancellation);
        if (last is not null && !request.ForLateStatuses && (request.Why is null ? IsWanted(last, request) : request.Why == last.Why))
            return new Compiled.There(last);

        var cutOff = await log.SafePositionAsync(cancellation);
        if (await records.ReadUpToAsync(tenant, cutOff, WholeSecond(request.Context.Now), cancellation) is not { } record)
            return new Compiled.Refused([PackRefusals.ClusterUnknown()]);
        if (PackKind.Named(request.Kind)?.NotYet(record, occasion) is { } notYet)
            return new Compiled.Refused([notYet]);
        var why = last is null ? null : request.Why ?? Again(last, occasion);
        if (last is not null && request.ForLateStatuses && (why = await LateAsync(tenant, last, record, request.Context.Now, cancellation)) is null)
            return new Compiled.There(last);
        request.Progress?.Invoke(30);

        var draft = new Edition(
            request.Kind, occasion.Name, (last?.Number ?? 0) + 1, occasion.Forum, occasion.Meeting, occasion.Meeting is null ? null : occasion.On,
            cutOff, WholeSecond(request.Context.Now), ContentHash: "", (await verification.FingerprintAsync(tenant, cutOff, cancellation)).ToString(),
            ProgramVersion.Pages, why, HasPdf: false);
        var pack = await press.Compile(request.Kind, record, draft.Printed);
        var edition = draft with { ContentHash = pack.ContentHash };
        request.Progress?.Invoke(70);

        var decision = new Domain.IssueEdition(
            edition.Kind, edition.Occasion, edition.Forum, edition.Meeting, cutOff, edition.ContentHash, edition.Fingerprint, edition.Why)
            .Decide(Noun.Pack.Read(state.StateJson));
        if (decision.IsRefused)
            return new Compiled.Refused(decision.Refusals);
        if (decision.Events.Count == 0)
            return new Compiled.There(last!);

        await log.AppendAsync(Batch(request, stream, state, decision.Events, edition, pack.Html), cancellation);
        request.Progress?.Invoke(100);
        return new Compiled.Issued(edition);
    }

    private async Task<string?> LateAsync(string tenant, Edition last, ClusterRecord now, DateTimeOffset at, CancellationToken cancellation) =>
        LateStatuses.Since(last, (await records.ReadUpToAsync(tenant, last.CutOff, last.IssuedAt, cancellation))!, now, at);

    private static AppendBatch Batch(
        CompilePack request, string stream, StreamState state, IReadOnlyList<PackEvent> events, Edition edition, string html)
    {
        var context = request.Context;
        var after = events.Aggregate(Noun.Pack.Read(state.StateJson), Pack.Evolve);
        return new(
            context.Tenant,
            [new StreamAppend(stream, Noun.Pack.StreamType, state.Head, events, Noun.Pack.Write(after))],
            new EventMetadata(context.Now, context.Actor, context.OnBehalfOf, CorrelationId: context.Correlation),
            [
                Editions.Put(context.Tenant, edition, Encoding.UTF8.GetBytes(html)),
                .. request.Besides is { } besides ? [besides(edition)] : Array.Empty<NpgsqlBatchCommand>(),
            ]);
    }

    /// <summary>What is printed and what is stored must be the same instant, and a pack tells no fractions.</summary>
    private static DateTimeOffset WholeSecond(DateTimeOffset instant) => new(instant.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);

    private static bool IsWanted(Edition last, CompilePack request) =>
        request.Due is not { } due || (last.IssuedAt >= due && (request.Occasion.Meeting is null || last.MeetingOn == request.Occasion.On));

    private static string Again(Edition last, Occasion occasion) =>
        occasion.Meeting is not null && last.MeetingOn != occasion.On
            ? "Mødet er flyttet, siden forrige udgave blev dannet."
            : "Dannet på den planlagte dag; forrige udgave blev dannet før.";
}
