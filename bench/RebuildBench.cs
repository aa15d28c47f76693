using System.Diagnostics;
using System.Globalization;
using Initiatives.Api.Features.Operations;
using Initiatives.Api.Platform;
using Initiatives.Bench.Append;
using Initiatives.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Initiatives.Bench;

/// <summary>
/// Folding all states and cards anew from the log of a seeded cluster, against copying the same facts out of the same database. Rounds
/// take turns; each side's median is told, and last how fast the rebuild is as a share of the copy.
/// </summary>
internal static class RebuildBench
{
    private const int Rounds = 5;

    public static async Task<int> RunAsync()
    {
        await using var server = await PostgresServer.StartAsync(durable: true);
        var database = await new Copies(server.ConnectionString, server.ProcessId!.Value).SeedAsync();
        await SeededCluster.SeedAsync(database);
        await using var service = await Installation.OpenAsync([$"--INITIATIVES_POSTGRES={database}"], LogLevel.Warning, default);
        var rebuild = service.Services.GetRequiredService<RebuildReadModels>();
        await using var source = NpgsqlDataSource.Create(database);
        await using var count = source.CreateCommand("SELECT count(*) FROM mt_events");
        var facts = (long)(await count.ExecuteScalarAsync())!;

        var (copied, rebuilt, rows) = (new List<double>(), new List<double>(), 0);
        // The first round is not counted: compiled code is what is measured.
        for (var round = 0; round <= Rounds; round++)
        {
            copied.Add(await TimeAsync(() => CopyAsync(source)));
            rebuilt.Add(await TimeAsync(async () => rows = await rebuild.RunAsync(ReadModels.States | ReadModels.Cards, null, null, default)));
        }

        var (copy, fold) = (Median(copied.Skip(1)), Median(rebuilt.Skip(1)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{facts} facts: copied out {facts / copy:0} facts/s ({copy:0.00} s), rebuilt {facts / fold:0} facts/s ({fold:0.00} s, {rows} rows)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio: {copy / fold:0.00}"));
        return 0;
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Read to its end and thrown away.</summary>
    private static async Task CopyAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var facts = await connection.BeginRawBinaryCopyAsync("COPY mt_events TO STDOUT (FORMAT binary)");
        await facts.CopyToAsync(Stream.Null);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
