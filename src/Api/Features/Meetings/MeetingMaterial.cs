using Initiatives.Api.Features.Agendas;
using Initiatives.Api.Features.Packs;
using Initiatives.Api.Platform.Commands;
using Initiatives.Reporting.Material;
using Initiatives.Reporting.Print;
using MediatR;

namespace Initiatives.Api.Features.Meetings;

/// <summary>A meeting's material in one folder, with an index for agenda systems. Null when there is no such meeting, or it is cancelled.</summary>
public sealed record MeetingMaterial(CommandContext Context, string Meeting) : IRequest<MeetingFolder?>;

internal sealed class MeetingMaterialHandler(AgendaReader agendas, Editions editions, IMediator mediator, MeetingFolderPress press) : IRequestHandler<MeetingMaterial, MeetingFolder?>
{
    public async Task<MeetingFolder?> Handle(MeetingMaterial request, CancellationToken cancellationToken)
    {
        var (context, cluster) = (request.Context, request.Context.Tenant);
        if (await agendas.ReadAsync(cluster, request.Meeting, null, cancellationToken) is not { } agenda) return null;
        var all = await editions.ListAsync(cluster, kind: null, agenda.Meeting.Id, cancellationToken);
        List<IssuedPack> packs = [];
        // The last edition of each kind is the one that counts at the table; the earlier ones stand in the archive.
        foreach (var edition in all.GroupBy(e => e.Kind).Select(kind => kind.MaxBy(e => e.Number)!).OrderBy(e => e.Kind, StringComparer.Ordinal))
        {
            List<(string, string, byte[])> files = [];
            if (await mediator.Send(new PrintEdition(context, edition), cancellationToken) is Printed printed) files.Add(Of(EditionFormat.Pdf, printed.Pdf));
            files.Add(Of(EditionFormat.Word, await mediator.Send(new SetInWord(context, edition), cancellationToken)));
            if (await mediator.Send(new SetInExcel(context, edition), cancellationToken) is { } figures) files.Add(Of(EditionFormat.Excel, figures));
            packs.Add(new(edition.Kind, Title(edition), edition.FileName, files));
        }
        return await press.GatherAsync(agenda.Record, agenda.Sheet, packs, context.Now, cancellationToken);
    }

    // The material is Danish, whoever fetches it.
    private static string Title(Edition edition) => FormattableString.Invariant($"{Shell.Texts.In("da")[$"Pack.{edition.Kind}"]}, {edition.Number}. udgave");

    private static (string, string, byte[]) Of(EditionFormat format, byte[] content) => (format.Name, format.MediaType, content);
}
