using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Initiatives.EventStore;
using Npgsql;

namespace Initiatives.Bench.Append;

/// <summary>PostgreSQL's own load generator, its statements prepared, running one of the scripts of <see cref="PgbenchScripts"/>.</summary>
internal sealed partial class Pgbench(string name, string script, string directory, SeededCluster seeded, bool cold) : Contender(name)
{
    public override async Task<Posted> RunAsync(string connectionString, int writers, Pace pace)
    {
        var file = Path.Combine(directory, $"{Name.Replace(' ', '-')}.sql");
        await File.WriteAllTextAsync(file, script);
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        var seconds = (int)(pace.WarmUp + pace.Measured).TotalSeconds;
        var start = new ProcessStartInfo("pgbench") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])
            ["-n", "-M", "prepared", "-P", "1", "-T", Text(seconds), "-c", Text(writers), "-j", Text(Math.Min(writers, Environment.ProcessorCount)), "-f", file,
             .. Variables(writers).SelectMany(v => new[] { "-D", $"{v.Name}={v.Value}" })])
            start.ArgumentList.Add(word);
        start.Environment["PATH"] = $"{PostgresPrograms()}:{start.Environment["PATH"]}";
        foreach (var (name, value) in new[]
        {
            ("PGHOST", server.Host), ("PGPORT", Text(server.Port)), ("PGUSER", server.Username), ("PGDATABASE", server.Database),
            ("PGSSLMODE", "disable"), ("PGGSSENCMODE", "disable"), ("PGOPTIONS", $"-c role=initiatives_app{EventStoreDataSources.PlannedOnce}"),
        })
            start.Environment[name] = value;

        var cpu = Cpu.OfEndedChildren(Environment.ProcessId);
        using var process = Process.Start(start)!;
        var (said, progress) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{Name}: pgbench ended with {process.ExitCode}:\n{await progress}");

        var perSecond = Progress().Matches(await progress).Skip((int)pace.WarmUp.TotalSeconds).Select(m => double.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        var total = long.Parse(Processed().Match(await said).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return new(total, perSecond.Average(), (Cpu.OfEndedChildren(Environment.ProcessId) - cpu) / total);
    }

    /// <summary>Sent as parameters with every statement, as the service sends them.</summary>
    private IEnumerable<(string Name, string Value)> Variables(int writers) =>
    [
        ("n", "-1"), ("writers", Text(writers)), ("share", Text(SeededCluster.Streams / writers)), ("first", Text(SeededCluster.First)), ("base", Text(seeded.Version)),
        ("tenant", SeededCluster.Tenant), ("names", "{cluster,calendar}"), ("plan", SeededCluster.Plan), ("prefix", $"initiative/{SeededCluster.Plan}/"),
        ("marks", $"{{{string.Join(',', seeded.Marks(cold))}}}"), ("hash", SeededCluster.Hash), ("stream_type", "initiative"),
        ("id", Guid.CreateVersion7().ToString()), ("type", seeded.EventType), ("happened", SeededCluster.Now.ToString("O", CultureInfo.InvariantCulture)),
        ("data", seeded.Data), ("headers", seeded.Headers), ("correlation", Guid.CreateVersion7().ToString()), ("state", seeded.State), ("card", seeded.Card),
    ];

    private static string PostgresPrograms() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin")).LastOrDefault(d => File.Exists(Path.Combine(d, "pgbench"))) ?? ""
            : "";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^progress: [0-9.]+ s, ([0-9.]+) tps", RegexOptions.Multiline)]
    private static partial Regex Progress();

    [GeneratedRegex("number of transactions actually processed: ([0-9]+)")]
    private static partial Regex Processed();
}
