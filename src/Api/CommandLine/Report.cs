using System.CommandLine;
using Initiatives.Api.Features.Packs;
using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.Reporting.Excel;
using Initiatives.Reporting.Office;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Print;
using Initiatives.Reporting.Word;
using MediatR;

namespace Initiatives.Api.CommandLine;

/// <summary>
/// <c>initiatives report KIND --meeting DATE|next --out DIR</c>: the pack as HTML, PDF and Word in a directory, and the
/// figures behind it as Excel where there are any. The edition that was
/// sent, when there is one; before that a preview, marked as such and kept nowhere, so that looking is never sending.
/// </summary>
internal static class Report
{
    private static readonly Text About = new(
        "Skriv en rapport til et møde som HTML, PDF og Word, og tallene bag som Excel: den udgave, der er udsendt, ellers en foreløbig, som ikke gemmes.",
        "Write a pack for a meeting as HTML, PDF and Word, and the figures behind it as Excel: the edition that was issued, otherwise a preview that is kept nowhere.");

    private static readonly Text Kind = new($"{PackKind.Names("eller")}; eller indsatsark.", $"{PackKind.Names("or")}; or indsatsark.");

    private static readonly Text Meeting = new("Mødets dag (2023-10-30) eller id; »next« er det næste.", "The meeting's day (2023-10-30) or id; \"next\" is the next one.");

    private static readonly Text Out = new("Mappen, filerne skrives i; den laves, hvis den ikke er der.", "The directory to write to; made when it is not there.");

    private static readonly Text Issue = new("Udsend udgaven, hvis den ikke er udsendt endnu.", "Issue the edition if it has not been issued yet.");

    private static readonly Text Initiative = new("Indsatsens nummer; kun til indsatsark.", "The initiative's number; for indsatsark only.");

    private static readonly Text AsOf = new("Som det stod ved udgangen af en dag (2023-08-30); kun til indsatsark.", "As it stood at the end of a day (2023-08-30); for indsatsark only.");

    private static readonly Text Preview = new("Foreløbig, ikke udsendt.", "Preview, not issued.");

    public static Command Verb(string language)
    {
        var kind = new Argument<string>("KIND") { Description = Kind.In(language) };
        var meeting = new Option<string>("--meeting") { Description = Meeting.In(language), HelpName = "DATE|next", DefaultValueFactory = _ => FindOccasion.Next };
        var folder = new Option<string>("--out") { Description = Out.In(language), HelpName = "DIR", Required = true };
        var cluster = WhichCluster.Option(language);
        var issue = new Option<bool>("--issue") { Description = Issue.In(language) };
        var initiative = new Option<int?>("--initiative") { Description = Initiative.In(language), HelpName = "N" };
        var asOf = new Option<string?>("--as-of") { Description = AsOf.In(language), HelpName = "DATE" };
        var verb = new Command("report", About.In(language)) { kind, meeting, folder, cluster, issue, initiative, asOf };
        verb.SetAction(async (parsed, cancellation) =>
        {
            await using var installation = await Installation.OpenAsync([], LogLevel.Warning, cancellation);
            var services = installation.Services;
            var tenant = await WhichCluster.FindAsync(services, parsed.GetValue(cluster), cancellation);
            var written = parsed.GetValue(kind) == InitiativeSheet.Kind
                ? await ReportSheet.WriteAsync(services, tenant, parsed.GetValue(initiative), parsed.GetValue(asOf), parsed.GetValue(folder)!, language, cancellation)
                : await WriteAsync(services, tenant, parsed.GetValue(kind)!, parsed.GetValue(meeting)!, parsed.GetValue(folder)!, parsed.GetValue(issue), language, cancellation);
            written.ForEach(Console.WriteLine);
            return Words.Done;
        });
        return verb;
    }

    private static async Task<List<string>> WriteAsync(
        IServiceProvider services, string tenant, string kindName, string meeting, string folder, bool issue, string language, CancellationToken cancellation)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var overview = await services.GetRequiredService<CardReader>().ReadAsync(tenant, cancellation: cancellation);
        if (PackKind.Named(kindName) is not { } kind)
            throw Fault(PackRefusals.KindUnknown(PackKind.All.Select(k => k.Name)));
        var (occasion, unknown) = FindOccasion.Of(overview!.Cluster, overview.Calendar, kind, meeting, LocalInstant.Day(now, overview.Cluster.TimeZone));
        if (occasion is null)
            throw Fault(unknown!);

        var editions = services.GetRequiredService<Editions>();
        var mediator = services.GetRequiredService<IMediator>();
        var context = new CommandContext(tenant, "operator", now);
        var edition = await editions.NewestAsync(tenant, kind.Name, occasion.Name, cancellation);
        if (edition is null && issue)
            edition = await IssueAsync(mediator, new CompilePack(context, kind.Name, occasion), cancellation);

        Directory.CreateDirectory(folder);
        if (edition is null)
        {
            var draft = await mediator.Send(new PreviewPack(context, kind.Name, occasion), cancellation) ?? throw Fault(PackRefusals.ClusterUnknown());
            Console.Error.WriteLine(Preview.In(language));
            var (pack, facts) = (draft.Pack, new DocumentFacts(draft.Pack.Title, PackPress.HeadOf(kind.Name, draft.Record, draft.Draft.Printed).Subject, draft.Draft.Id, now));
            return await SaveAsync(
                Path.Combine(folder, $"{kind.Name}-{occasion.Name}-foreloebig"),
                System.Text.Encoding.UTF8.GetBytes(pack.Html),
                await services.GetRequiredService<ChromiumPrinter>().Print(pack.Html, cancellation),
                (await services.GetRequiredService<WordPress>().Set(pack.Html, facts, cancellation)).Docx,
                ExcelPress.HasFigures(kind.Name) ? ExcelPress.Compile(kind.Name, draft.Record, draft.Draft.Printed, draft.Draft.Id) : null,
                language,
                cancellation);
        }
        return await SaveAsync(
            Path.Combine(folder, edition.FileName),
            await editions.HtmlAsync(tenant, edition, cancellation),
            await mediator.Send(new PrintEdition(context, edition), cancellation),
            await mediator.Send(new SetInWord(context, edition), cancellation),
            await mediator.Send(new SetInExcel(context, edition), cancellation),
            language,
            cancellation);
    }

    private static async Task<Edition> IssueAsync(IMediator mediator, CompilePack command, CancellationToken cancellation) => await mediator.Send(command, cancellation) switch
    {
        Compiled.Issued e => e.Edition,
        Compiled.There e => e.Edition,
        Compiled.Refused e => throw Fault(e.Refusals[0]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal static async Task<List<string>> SaveAsync(
        string path, byte[] html, PrintOutcome pdf, byte[] word, byte[]? excel, string language, CancellationToken cancellation)
    {
        if (pdf is NotPrinted not)
            Console.Error.WriteLine(language == "en" ? not.English : not.Danish);
        List<string> written = [];
        foreach (var (ending, content) in new[] { ("html", html), ("pdf", (pdf as Printed)?.Pdf), ("docx", word), ("xlsx", excel) })
        {
            if (content is null) continue;
            written.Add($"{path}.{ending}");
            await File.WriteAllBytesAsync(written[^1], content, cancellation);
        }
        return written;
    }

    private static OperatorFault Fault(Refusal refusal) => new(refusal.Code, refusal.Danish, refusal.English);
}
