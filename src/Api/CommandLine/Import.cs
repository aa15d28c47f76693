using System.CommandLine;
using System.Diagnostics;
using Initiatives.Api.Features.Interchange;
using Initiatives.Api.Platform;
using MediatR;

namespace Initiatives.Api.CommandLine;

/// <summary>
/// <c>initiatives import FILE.json|FILE.xlsx [--dry-run]</c>: counts on standard output, errors with their paths on standard error. A workbook
/// holds orders for one cluster's plan (<see cref="ImportSheet"/>).
/// </summary>
internal static class Import
{
    public static Command Verb(string language)
    {
        var file = new Argument<string>("FILE") { Description = InterchangeTexts.File.In(language) };
        var dryRun = new Option<bool>("--dry-run") { Description = InterchangeTexts.DryRun.In(language) };
        var cluster = WhichCluster.Option(language);
        var verb = new Command("import", InterchangeTexts.Import.In(language)) { file, dryRun, cluster };
        verb.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(dryRun), parsed.GetValue(cluster), language, cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string file, bool dryRun, string? cluster, string language, CancellationToken cancellation)
    {
        if (!File.Exists(file))
            throw new OperatorFault("file-missing", $"Filen {file} findes ikke.", $"There is no file {file}.");
        if (Path.GetExtension(file).Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
            return await ImportSheet.RunAsync(file, dryRun, cluster, language, cancellation);
        await using var installation = await Installation.OpenAsync([], LogLevel.Warning, cancellation);
        ImportReport report;
        using (var bars = new ImportBars(language))
        {
            var now = installation.Services.GetRequiredService<TimeProvider>().GetUtcNow();
            report = await installation.Services.GetRequiredService<IMediator>().Send(new ImportDocument(file, "operator", now, dryRun, bars.Show), cancellation);
        }
        return Tell(report, language);
    }

    /// <returns>The exit code.</returns>
    public static int Tell(ImportReport report, string language)
    {
        if (report.IsRefused)
        {
            foreach (var error in report.Errors)
                Console.Error.WriteLine($"{error.Field}: {error.In(language)} ({error.Code})");
            if (report.ErrorCount > report.Errors.Count)
                Console.Error.WriteLine(InterchangeTexts.NotListed(report.ErrorCount - report.Errors.Count).In(language));
            Console.Error.WriteLine(InterchangeTexts.Refused(report.ErrorCount).In(language));
            return Words.Refused;
        }
        Console.WriteLine($"{report.Name} ({report.Cluster})");
        Row(InterchangeTexts.List.In(language), InterchangeTexts.New.In(language), InterchangeTexts.Changed.In(language), InterchangeTexts.Unchanged.In(language));
        foreach (var list in report.Lists)
            Row(list.List, $"{list.New}", $"{list.Changed}", $"{list.Unchanged}");
        Console.WriteLine(InterchangeTexts.Outcome(report).In(language));
        return Words.Done;
    }

    private static void Row(params string[] cells) => Console.WriteLine($"  {cells[0],-15}{cells[1],9}{cells[2],9}{cells[3],11}");
}

/// <summary>A bar per phase of an import, one after the other, once it has taken long enough to wonder about.</summary>
internal sealed class ImportBars(string language) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly long _started = Stopwatch.GetTimestamp();
    private Progress? _bar;
    private ImportPhase _phase;

    public void Show(ImportProgress progress)
    {
        if (_bar is null && Stopwatch.GetElapsedTime(_started) < Patience)
            return;
        if (_bar is null || progress.Phase != _phase)
        {
            _bar?.Dispose();
            (_bar, _phase) = (Progress.On(InterchangeTexts.Phase(progress.Phase).In(language), progress.Total), progress.Phase);
        }
        _bar.Report(progress.Done);
    }

    public void Dispose() => _bar?.Dispose();
}
