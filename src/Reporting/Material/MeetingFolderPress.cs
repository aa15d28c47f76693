using Initiatives.Domain;
using Initiatives.Reporting.Agendas;
using Initiatives.Reporting.Office;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Print;
using Initiatives.Reporting.Record;
using Initiatives.Reporting.Word;

namespace Initiatives.Reporting.Material;

/// <summary>A pack that was issued to a meeting, in the forms there are of it.</summary>
/// <param name="Kind">One of <see cref="PackPress.Kinds"/>.</param>
/// <param name="Title">"Afvigelsesrapport, 1. udgave".</param>
/// <param name="Files">What they are called without an ending, the ending, the media type, and what is in them.</param>
public sealed record IssuedPack(string Kind, string Title, string Name, IReadOnlyList<(string Ending, string MediaType, byte[] Content)> Files);

/// <summary>
/// Gathers a meeting's material: its agenda, what its items ask the forum to judge, the packs it was sent and, once approved, its minutes; with
/// an index for agenda systems. Where no browser prints, the papers are HTML and Word.
/// </summary>
public sealed class MeetingFolderPress(Typesetter typesetter, ChromiumPrinter printer, WordPress word)
{
    /// <param name="at">When the folder is made: the time of every file in it, and up to which the agenda counts.</param>
    public async Task<MeetingFolder> GatherAsync(ClusterRecord record, AgendaSheet agenda, IReadOnlyList<IssuedPack> packs, DateTimeOffset at, CancellationToken cancellation)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { MaterialIndex.FileName, MaterialIndex.SchemaName };
        List<MeetingFile> attachments = [];
        foreach (var pack in packs)
            attachments.AddRange(pack.Files.Select(f => new MeetingFile(FileNames.In(taken, pack.Name, f.Ending), pack.Title, f.MediaType, f.Content)));
        foreach (var point in agenda.Points)
        {
            if (ConfirmationPaper.Of(record, agenda, point.Item, at) is not { } paper) continue;
            var (title, name) = (
                FormattableString.Invariant($"Ordrebekræftelse, indsats {paper.Case.Number}: {paper.Case.Title}, revision {paper.Case.Revision}"),
                FormattableString.Invariant($"ordrebekraeftelse-indsats-{paper.Case.Number}-revision-{paper.Case.Revision}-{paper.Case.Title}"));
            attachments.AddRange(await PaperAsync<ConfirmationPaperPage>(paper, paper.Head, name, title, point.Item.Key, withHtml: false));
        }
        var sheet = AgendaPaper.Agenda(record, agenda, attachments);
        List<MeetingFile> files = [.. await PaperAsync<AgendaPaperPage>(sheet, sheet.Head, "dagsorden", "Dagsorden", null, withHtml: true), .. attachments];
        // Where the decisions were issued as a pack, that is the minutes.
        if (agenda.State.IsFrozen && packs.All(p => p.Kind != DecisionMinutes.Kind))
        {
            var minutes = AgendaPaper.Minutes(record, agenda);
            files.AddRange(await PaperAsync<AgendaPaperPage>(minutes, minutes.Head, "referat", "Referat", null, withHtml: true));
        }
        return new(
            FileNames.Stem($"moede-{agenda.Meeting.Id}"),
            [
                new(MaterialIndex.FileName, "Indeks", "application/xml", MaterialIndex.Write(record, agenda, files, at)),
                new(MaterialIndex.SchemaName, "Skema for indekset", "application/xml", MaterialIndex.Schema),
                .. files,
            ]);

        async Task<List<MeetingFile>> PaperAsync<TPage>(object model, PaperHead head, string name, string title, string? item, bool withHtml)
            where TPage : Microsoft.AspNetCore.Components.IComponent
        {
            var html = await typesetter.Set<TPage>(model);
            List<(string Ending, string MediaType, byte[] Content)> forms = [];
            if (withHtml) forms.Add(("html", "text/html", System.Text.Encoding.UTF8.GetBytes(html)));
            if (await printer.Print(html, cancellation) is Printed printed) forms.Add(("pdf", "application/pdf", printed.Pdf));
            forms.Add(("docx", WordFile.MediaType, (await word.Set(html, new DocumentFacts(head.Title, head.Subject, name, at), cancellation)).Docx));
            return [.. forms.Select(f => new MeetingFile(FileNames.In(taken, name, f.Ending), title, f.MediaType, f.Content, item))];
        }
    }
}
