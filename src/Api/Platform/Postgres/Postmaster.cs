using System.Diagnostics;

namespace Initiatives.Api.Platform.Postgres;

/// <summary>
/// One server process: everything that must be right before it starts, its start, and its end. Used by the keeper's thread alone,
/// while it holds the lock.
/// </summary>
internal sealed class Postmaster(EmbeddedPostgresOptions options, string socketDirectory, ILogger log, ManualResetEventSlim stop)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan OrphanLimit = TimeSpan.FromSeconds(10);
    private const int LinesKept = 20;

    private readonly DataDirectory data = new(options.DataPath);
    private readonly PostgresAccount account = PostgresAccount.Choose();
    private readonly List<string> said = [];

    /// <exception cref="OperatorFault">The machine stands in the way.</exception>
    public Process Start()
    {
        if (FreeBytes() is var free && free < options.FreeBytesWanted)
        {
            throw PostgresFaults.DiskFull(options.Directory, free, options.FreeBytesWanted);
        }
        if (!account.CanEnter(options.Directory))
        {
            throw PostgresFaults.Unreachable(options.Directory, account.Other!);
        }
        var binaries = PostgresBinaries.For(options, data.WrittenBy);
        if (data.WrittenBy is null)
        {
            log.LogInformation("Making a PostgreSQL {Major} data directory in {Directory}", binaries.Major, data.Path);
            data.Create(binaries, account, options.Durable);
        }
        WaitForPredecessor();
        SocketDirectory.Make(socketDirectory, account);
        var server = Process.Start(account.Command(
            binaries.Postgres, ServerSettings.Arguments(data.Path, socketDirectory, options.Durable), dieWithThread: true))!;
        Listen(server);
        return server;
    }

    /// <summary>False when we were told to stop meanwhile.</summary>
    /// <exception cref="OperatorFault">It ended, or takes longer than it may.</exception>
    public bool WaitUntilReady(Process server)
    {
        var began = Stopwatch.GetTimestamp();
        while (PostmasterFile.Read(data.Path) is not { Ready: true } file || file.Process != server.Id)
        {
            if (stop.Wait(Glance))
            {
                End(server);
                return false;
            }
            if (server.HasExited || Stopwatch.GetElapsedTime(began) > options.StartLimit)
            {
                End(server);
                throw WhyNot();
            }
        }
        return true;
    }

    /// <summary>
    /// Interrupt: clients are let go of and everything is written. Quit, which leaves recovery to the next start, if that hangs, or for
    /// a test's server, whose data nobody will ask for.
    /// </summary>
    public void End(Process server)
    {
        if (server.HasExited)
        {
            return;
        }
        PostgresAccount.Signal(server.Id, options.Durable ? PostgresAccount.Interrupt : PostgresAccount.Quit);
        if (!server.WaitForExit(TimeSpan.FromSeconds(30)))
        {
            PostgresAccount.Signal(server.Id, PostgresAccount.Quit);
            server.WaitForExit(TimeSpan.FromSeconds(5));
        }
    }

    /// <summary>
    /// A server whose keeper was killed is on its way out; children of a killed server end by themselves. Both are helped along,
    /// gently first, because two servers on one data directory would destroy it.
    /// </summary>
    private void WaitForPredecessor()
    {
        var began = Stopwatch.GetTimestamp();
        var asked = 0;
        while (data.Processes() is { Count: > 0 } orphans && !stop.IsSet)
        {
            if (Stopwatch.GetElapsedTime(began) > OrphanLimit * asked)
            {
                log.LogInformation("A previous PostgreSQL still runs in {Directory} (processes {Orphans}); it is asked to stop", data.Path, orphans);
                foreach (var orphan in orphans)
                {
                    PostgresAccount.Signal(orphan, asked == 0 ? PostgresAccount.Interrupt : PostgresAccount.Quit);
                }
                asked++;
            }
            stop.Wait(Glance);
        }
        if (!stop.IsSet)
        {
            File.Delete(PostmasterFile.In(data.Path));
        }
    }

    /// <summary>The first lines tell why it cannot start; all later ones go to its own log.</summary>
    private void Listen(Process server)
    {
        void Keep(object _, DataReceivedEventArgs line)
        {
            lock (said)
            {
                if (line.Data is { Length: > 0 } text && said.Count < LinesKept)
                {
                    said.Add(text);
                }
            }
        }
        lock (said)
        {
            said.Clear();
        }
        server.OutputDataReceived += Keep;
        server.ErrorDataReceived += Keep;
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
    }

    private OperatorFault WhyNot()
    {
        string words;
        lock (said)
        {
            words = string.Join(Environment.NewLine, [.. said, .. LogTail()]);
        }
        return words.Contains("No space left on device", StringComparison.Ordinal)
            ? PostgresFaults.DiskFull(options.Directory, FreeBytes(), options.FreeBytesWanted)
            : PostgresFaults.DidNotStart(data.Path, words);
    }

    private IEnumerable<string> LogTail()
    {
        var logs = new DirectoryInfo(Path.Combine(data.Path, "log"));
        var newest = logs.Exists ? logs.EnumerateFiles().MaxBy(file => file.LastWriteTimeUtc) : null;
        return newest is null ? [] : File.ReadLines(newest.FullName).TakeLast(5);
    }

    private long FreeBytes() => new DriveInfo(options.Directory).AvailableFreeSpace;
}
