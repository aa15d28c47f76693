using System.CommandLine;
using Initiatives.Api.Features.Interchange;
using Initiatives.Api.Features.People;
using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Reading;

namespace Initiatives.Api.CommandLine;

/// <summary><c>initiatives export [--cluster ID] [--plan ID] [--out FILE]</c></summary>
internal static class Export
{
    public static Command Verb(string language)
    {
        var cluster = new Option<string>("--cluster") { Description = InterchangeTexts.Cluster.In(language), HelpName = "ID" };
        var plan = new Option<string>("--plan") { Description = InterchangeTexts.Plan.In(language), HelpName = "ID" };
        var file = new Option<string>("--out") { Description = InterchangeTexts.Out.In(language), HelpName = "FILE" };
        var verb = new Command("export", InterchangeTexts.Export.In(language)) { cluster, plan, file };
        verb.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(cluster), parsed.GetValue(plan), parsed.GetValue(file), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string? cluster, string? plan, string? file, CancellationToken cancellation)
    {
        await using var installation = await Installation.OpenAsync([], LogLevel.Warning, cancellation);
        var services = installation.Services;
        cluster ??= await OnlyOneAsync(services.GetRequiredService<ClusterRegister>(), cancellation);
        var record = await services.GetRequiredService<ClusterReader>().ReadAsync(cluster, cancellation: cancellation)
            ?? throw new OperatorFault("cluster-missing", $"Der er ingen klynge med id {cluster}.", $"There is no cluster with the id {cluster}.");
        var people = await services.GetRequiredService<PeopleRegister>().ReadAsync(cluster, cancellation);
        using var document = new MemoryStream();
        if (!DocumentWriter.Write(document, record, people, plan))
            throw new OperatorFault("plan-missing", $"Klyngen har ingen handleplan med id {plan}.", $"The cluster has no plan with the id {plan}.");
        document.Position = 0;
        await using var output = file is null ? Console.OpenStandardOutput() : File.Create(file);
        await document.CopyToAsync(output, cancellation);
        return Words.Done;
    }

    private static async Task<string> OnlyOneAsync(ClusterRegister register, CancellationToken cancellation)
    {
        var clusters = await register.ReadAsync(cancellation);
        var all = string.Join(", ", clusters.Select(c => c.Id));
        return clusters switch
        {
            [var only] => only.Id,
            [] => throw new OperatorFault("no-cluster", "Der er ingen klynge endnu. Indlæs en med initiatives import FILE.json.", "There is no cluster yet. Import one with initiatives import FILE.json."),
            _ => throw new OperatorFault("which-cluster", $"Der er flere klynger. Vælg en med --cluster: {all}.", $"There are several clusters. Choose one with --cluster: {all}."),
        };
    }
}
