using Initiatives.Api.Features.Plans;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Api.Workbooks;
using Initiatives.Domain;
using Initiatives.Reporting.Record;
using MediatR;

namespace Initiatives.Api.CommandLine;

/// <summary><c>initiatives import FILE.xlsx [--dry-run] [--cluster ID]</c>: orders of initiatives, into the plan in hand; errors by cell on standard error.</summary>
internal static class ImportSheet
{
    public static async Task<int> RunAsync(string file, bool dryRun, string? cluster, string language, CancellationToken cancellation)
    {
        // More than is ever read is not worth a look inside.
        if (new FileInfo(file).Length > WorkbookLimits.File) return Refuse([WorkbookFaults.TooLarge()], language);
        await using var installation = await Installation.OpenAsync([], LogLevel.Warning, cancellation);
        var services = installation.Services;
        var tenant = await WhichCluster.FindAsync(services, cluster, cancellation);
        if (await services.GetRequiredService<CardReader>().ReadAsync(tenant, cancellation: cancellation) is not { Plan.Exists: true } overview)
            return Refuse([PlanRefusals.NotDrawnUp()], language);

        var context = new CommandContext(tenant, Actors.Operator, services.GetRequiredService<TimeProvider>().GetUtcNow());
        var forum = overview.Cluster.Forums.FirstOrDefault(f => f.Has(ForumDuty.PlaceOrders))?.Id ?? "";
        var sheet = await services.GetRequiredService<InitiativeSheet>().ReadAsync(await File.ReadAllBytesAsync(file, cancellation), context, overview.Cluster, overview.Plan, forum, cancellation);
        if (sheet.Faults.Count > 0) return Refuse(sheet.Faults, language);
        if (!dryRun && sheet.Facts > 0 && await services.GetRequiredService<IMediator>().Send(new Change(context, sheet.Wishes), cancellation) is Outcome.Refused refused)
            return Refuse(refused.Refusals, language);

        foreach (var order in sheet.Orders) Console.WriteLine($"  {order.Order.Number,4}  {order.Order.Title}");
        Console.WriteLine(Summary(sheet, overview.Plan, dryRun).In(language));
        return Words.Done;
    }

    private static Text Summary(SheetOfOrders sheet, Plan plan, bool dryRun) => (sheet.Facts, dryRun) switch
    {
        (0, _) => new("Alt i arket er der allerede. Intet er ændret.", "Everything in the sheet is there already. Nothing has changed."),
        (_, true) => new($"{sheet.Orders.Count} indsatser ville blive bestilt i {plan.Title}. Intet er ændret.", $"{sheet.Orders.Count} initiatives would be ordered in {plan.Title}. Nothing has changed."),
        _ => new($"{sheet.Orders.Count} indsatser er bestilt i {plan.Title}.", $"{sheet.Orders.Count} initiatives have been ordered in {plan.Title}."),
    };

    private static int Refuse(IReadOnlyList<Refusal> faults, string language)
    {
        foreach (var fault in faults) Console.Error.WriteLine($"{fault.Field}: {fault.In(language)} ({fault.Code})");
        return Words.Refused;
    }
}
