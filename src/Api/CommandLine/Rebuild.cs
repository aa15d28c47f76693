using System.CommandLine;
using System.Globalization;
using Initiatives.Api.Features.Operations;
using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Reading;

namespace Initiatives.Api.CommandLine;

/// <summary>
/// <c>initiatives rebuild [PROJECTION]</c>: what is kept beside the streams, folded from the facts again. The service may go
/// on meanwhile, and pages show the old rows until the new ones stand; a stream that somebody writes to meanwhile is left to them.
/// </summary>
internal static class Rebuild
{
    private static readonly Text About = new(
        "Dan det, der er afledt af loggen, forfra. Tjenesten må køre imens.",
        "Derive what is derived from the log again. The service may run meanwhile.");

    private static readonly Text Projection = new("states (beslutningernes grundlag) eller cards (overblikkets rækker); ellers begge.", "states (what decisions rest on) or cards (the board's rows); otherwise both.");

    private static readonly Text Unit = new("hændelser", "events");

    private static readonly Text Done = new("rækker dannet.", "rows rebuilt.");

    public static Command Verb(string language)
    {
        var projection = new Argument<string?>("PROJECTION") { Description = Projection.In(language), Arity = ArgumentArity.ZeroOrOne };
        projection.AcceptOnlyFromAmong("states", "cards");
        var cluster = WhichCluster.Option(language, allOtherwise: true);
        var verb = new Command("rebuild", About.In(language)) { projection, cluster };
        verb.SetAction(async (parsed, cancellation) =>
        {
            await using var installation = await Installation.OpenAsync([], LogLevel.Warning, cancellation);
            var services = installation.Services;
            var only = parsed.GetValue(cluster) is { } asked ? await WhichCluster.FindAsync(services, asked, cancellation) : null;
            var which = parsed.GetValue(projection) switch
            {
                "states" => ReadModels.States,
                "cards" => ReadModels.Cards,
                _ => ReadModels.States | ReadModels.Cards,
            };
            int rows;
            using (var progress = Progress.On(Unit.In(language), await services.GetRequiredService<KeptStreams>().CountFactsAsync(only, cancellation)))
                rows = await services.GetRequiredService<RebuildReadModels>().RunAsync(which, only, Told.To(progress), cancellation);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} {Done.In(language)}"));
            return Words.Done;
        });
        return verb;
    }
}
