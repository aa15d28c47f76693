using System.Text;
using Initiatives.Api.Platform.Commands;
using Initiatives.Reporting.Print;
using MediatR;

namespace Initiatives.Api.Features.Packs;

/// <summary>
/// Prints an edition's own HTML and keeps the PDF beside it. Comes after the edition and apart from it: a machine without a
/// browser issues editions all the same, and they are printed as soon as one is there.
/// </summary>
/// <param name="Again">Prints though there is a PDF: a better browser, a damaged file.</param>
public sealed record PrintEdition(CommandContext Context, Edition Edition, bool Again = false) : IRequest<PrintOutcome>;

internal sealed class PrintEditionHandler(Editions editions, ChromiumPrinter printer) : IRequestHandler<PrintEdition, PrintOutcome>
{
    public async Task<PrintOutcome> Handle(PrintEdition request, CancellationToken cancellationToken)
    {
        var (tenant, edition) = (request.Context.Tenant, request.Edition);
        if (!request.Again && await editions.PdfAsync(tenant, edition, cancellationToken) is { } kept)
            return new Printed(kept);

        var html = Encoding.UTF8.GetString(await editions.HtmlAsync(tenant, edition, cancellationToken));
        var outcome = await printer.Print(html, cancellationToken);
        if (outcome is Printed printed)
            await editions.KeepPdfAsync(tenant, edition, printed.Pdf, request.Context.Now, cancellationToken);
        return outcome;
    }
}
