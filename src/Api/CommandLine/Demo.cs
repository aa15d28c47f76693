using System.CommandLine;
using Initiatives.Api.Features.Interchange;
using Initiatives.Api.Platform;
using MediatR;

namespace Initiatives.Api.CommandLine;

/// <summary><c>initiatives demo</c>: the sample clusters with an example history.</summary>
internal static class Demo
{
    public static Command Verb(string language)
    {
        var verb = new Command("demo", InterchangeTexts.Demo.In(language));
        verb.SetAction(async (_, cancellation) =>
        {
            await using var installation = await Installation.OpenAsync([], LogLevel.Warning, cancellation);
            IReadOnlyList<DemoCluster> clusters;
            using (var bars = new ImportBars(language))
            {
                var now = installation.Services.GetRequiredService<TimeProvider>().GetUtcNow();
                var mediator = installation.Services.GetRequiredService<IMediator>();
                clusters = await mediator.Send(new LoadDemo(now, bars.Show), cancellation);
                await mediator.Send(new IssueDemoPacks(clusters, now), cancellation);
            }
            var exits = clusters.Select(c => Tell(c, language)).ToList();
            return exits.Max();
        });
        return verb;
    }

    private static int Tell(DemoCluster cluster, string language)
    {
        if (cluster.Report is { } report)
            return Import.Tell(report, language);
        Console.WriteLine($"{cluster.Name} ({cluster.Id}) {InterchangeTexts.Exists.In(language)}");
        return Words.Done;
    }
}
