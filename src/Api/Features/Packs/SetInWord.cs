using System.Text;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Reporting.Office;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Word;
using MediatR;

namespace Initiatives.Api.Features.Packs;

/// <summary>
/// Sets an edition's own page in Word and keeps the file beside it, so that whoever asks again gets the same one. Without a browser the
/// charts are words and tables, and the file is not kept: it is made again when the pictures can be taken.
/// </summary>
public sealed record SetInWord(CommandContext Context, Edition Edition) : IRequest<byte[]>;

internal sealed class SetInWordHandler(Editions editions, ClusterReader records, WordPress press) : IRequestHandler<SetInWord, byte[]>
{
    public async Task<byte[]> Handle(SetInWord request, CancellationToken cancellationToken)
    {
        var (tenant, edition) = (request.Context.Tenant, request.Edition);
        if (await editions.FileAsync(tenant, edition, EditionFormat.Word, cancellationToken) is { } kept)
            return kept;
        var html = Encoding.UTF8.GetString(await editions.HtmlAsync(tenant, edition, cancellationToken));
        var record = await records.ReadUpToAsync(tenant, edition.CutOff, edition.IssuedAt, cancellationToken)
            ?? throw new InvalidOperationException($"There was no cluster {tenant} at position {edition.CutOff}.");
        var head = PackPress.HeadOf(edition.Kind, record, edition.Printed);
        var file = await press.Set(html, new DocumentFacts(head.Title, head.Subject, edition.Id, edition.IssuedAt), cancellationToken);
        if (file.HasPictures)
            await editions.KeepAsync(tenant, edition, EditionFormat.Word, file.Docx, request.Context.Now, cancellationToken);
        return file.Docx;
    }
}
