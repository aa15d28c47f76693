using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.EventStore;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Record;
using MediatR;

namespace Initiatives.Api.Features.Packs;

/// <summary>What a pack would say if it were issued now, marked as a preview. Writes nothing; null when there is no such cluster.</summary>
public sealed record PreviewPack(CommandContext Context, string Kind, Occasion Occasion) : IRequest<Preview?>;

/// <summary>A pack that nobody was sent.</summary>
/// <param name="Record">What it was compiled from, for its other forms.</param>
/// <param name="Draft">The edition it would be.</param>
public sealed record Preview(CompiledPack Pack, ClusterRecord Record, Edition Draft);

internal sealed class PreviewPackHandler(EventLog log, ClusterReader records, Verification verification, Editions editions, PackPress press)
    : IRequestHandler<PreviewPack, Preview?>
{
    private const string Mark = "FORELØBIG, ikke udsendt";

    public async Task<Preview?> Handle(PreviewPack request, CancellationToken cancellationToken)
    {
        var (tenant, occasion) = (request.Context.Tenant, request.Occasion);
        var cutOff = await log.SafePositionAsync(cancellationToken);
        if (await records.ReadUpToAsync(tenant, cutOff, request.Context.Now, cancellationToken) is not { } record)
            return null;
        var last = await editions.NewestAsync(tenant, request.Kind, occasion.Name, cancellationToken);
        var fingerprint = (await verification.FingerprintAsync(tenant, cutOff, cancellationToken)).ToString();
        var draft = new Edition(
            request.Kind, occasion.Name, (last?.Number ?? 0) + 1, occasion.Forum, occasion.Meeting, occasion.On, cutOff, request.Context.Now, "", fingerprint, "", Mark, false);
        return new(await press.Compile(request.Kind, record, draft.Printed), record, draft);
    }
}
