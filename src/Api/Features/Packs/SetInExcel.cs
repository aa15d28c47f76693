using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Reporting.Excel;
using MediatR;

namespace Initiatives.Api.Features.Packs;

/// <summary>
/// The figures behind an edition as Excel, from the facts up to its cut-off, and kept beside it: what was once handed out stays as it was,
/// also when a later build counts otherwise. Null when its kind has none.
/// </summary>
public sealed record SetInExcel(CommandContext Context, Edition Edition) : IRequest<byte[]?>;

internal sealed class SetInExcelHandler(Editions editions, ClusterReader records) : IRequestHandler<SetInExcel, byte[]?>
{
    public async Task<byte[]?> Handle(SetInExcel request, CancellationToken cancellationToken)
    {
        var (tenant, edition) = (request.Context.Tenant, request.Edition);
        if (!ExcelPress.HasFigures(edition.Kind))
            return null;
        if (await editions.FileAsync(tenant, edition, EditionFormat.Excel, cancellationToken) is { } kept)
            return kept;
        var record = await records.ReadUpToAsync(tenant, edition.CutOff, edition.IssuedAt, cancellationToken)
            ?? throw new InvalidOperationException($"There was no cluster {tenant} at position {edition.CutOff}.");
        var xlsx = ExcelPress.Compile(edition.Kind, record, edition.Printed, edition.Id);
        await editions.KeepAsync(tenant, edition, EditionFormat.Excel, xlsx, request.Context.Now, cancellationToken);
        return xlsx;
    }
}
