using System.Diagnostics;

namespace Initiatives.Api.Platform.Postgres;

/// <summary>
/// The thread that keeps the server. One process at a time holds the lock of an installation and runs the server as its child;
/// the others use it through the same socket and take the lock, and thereby the server, over when that process goes.
/// So a server never outlives its keeper (the kernel sees to it, also after kill -9), and the installation is never without
/// one for longer than a restart takes. It has a thread of its own because the kernel ties the child to the thread that started it.
/// </summary>
internal sealed class PostgresKeeper
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LockGlance = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan OrphanLimit = TimeSpan.FromSeconds(10);

    private readonly EmbeddedPostgresOptions options;
    private readonly ILogger log;
    private readonly DataDirectory data;
    private readonly PostgresAccount account = PostgresAccount.Choose();
    private readonly ManualResetEventSlim stop = new();
    private readonly TaskCompletionSource up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread thread;
    private volatile int child;

    public PostgresKeeper(EmbeddedPostgresOptions options, string socketDirectory, ILogger log)
    {
        this.options = options;
        this.log = log;
        SocketPath = socketDirectory;
        data = new DataDirectory(options.DataPath);
        thread = new Thread(Keep) { Name = "PostgreSQL keeper", IsBackground = true };
        thread.Start();
    }

    /// <summary>Done when a server of this installation, ours or another process's, is ready; faulted when it cannot be.</summary>
    public Task Up => up.Task;

    /// <summary>The server's process while this process keeps it, otherwise 0.</summary>
    public int Child => child;

    private string SocketPath { get; }

    /// <summary>Stops the server if it is ours, and returns when it has gone.</summary>
    public void Stop()
    {
        stop.Set();
        thread.Join();
    }

    private void Keep()
    {
        var waited = Stopwatch.StartNew();
        try
        {
            while (!stop.IsSet)
            {
                using var held = TryLock();
                if (held is not null)
                {
                    KeepLocked();
                }
                else if (PostmasterFile.Read(data.Path) is { Ready: true })
                {
                    up.TrySetResult();
                }
                else if (!Up.IsCompleted && waited.Elapsed > options.StartLimit)
                {
                    throw PostgresFaults.Silent(options.Directory, options.StartLimit);
                }
                stop.Wait(LockGlance);
            }
        }
        catch (Exception fault) when (up.TrySetException(fault))
        {
            // The one who waits for the start has it.
        }
    }

    /// <summary>Restarts the server whenever it ends, for as long as this process lives.</summary>
    private void KeepLocked()
    {
        for (var pause = Glance; !stop.IsSet; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                using var server = Start();
                if (!WaitUntilReady(server))
                {
                    continue;
                }
                pause = Glance;
                up.TrySetResult();
                Watch(server);
            }
            catch (Exception fault) when (Up.IsCompletedSuccessfully)
            {
                // It ran before, so what is wrong may pass (a full disk, say): readiness tells, and we go on trying.
                log.LogError(fault, "PostgreSQL cannot be started again; the next attempt follows");
            }
            finally
            {
                child = 0;
            }
            stop.Wait(pause);
        }
    }

    private Process Start()
    {
        var free = new DriveInfo(options.Directory).AvailableFreeSpace;
        if (free < options.FreeBytesWanted)
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
        SocketDirectory.Make(SocketPath, account);
        var server = Process.Start(account.Command(
            binaries.Postgres, ServerSettings.Arguments(data.Path, SocketPath, options.Durable), dieWithThread: true))!;
        child = server.Id;
        return server;
    }

    /// <summary>
    /// A server whose keeper was killed is on its way out; children of a killed server end by themselves. Both are helped along,
    /// gently first, because two servers on one data directory would destroy it.
    /// </summary>
    private void WaitForPredecessor()
    {
        var waited = Stopwatch.StartNew();
        var asked = 0;
        while (data.Processes() is { Count: > 0 } orphans)
        {
            if (waited.Elapsed > OrphanLimit * asked)
            {
                log.LogInformation("A previous PostgreSQL still runs in {Directory} (processes {Orphans}); it is asked to stop", data.Path, orphans);
                foreach (var orphan in orphans)
                {
                    PostgresAccount.Signal(orphan, asked == 0 ? PostgresAccount.Interrupt : PostgresAccount.Quit);
                }
                asked++;
            }
            stop.Wait(Glance);
            if (stop.IsSet)
            {
                return;
            }
        }
        File.Delete(PostmasterFile.In(data.Path));
    }

    /// <summary>False when we were told to stop meanwhile.</summary>
    private bool WaitUntilReady(Process server)
    {
        List<string> said = [];
        void Listen(object _, DataReceivedEventArgs line)
        {
            lock (said)
            {
                // The first lines tell why it cannot start; all later ones go to its own log.
                if (line.Data is { Length: > 0 } text && said.Count < 20)
                {
                    said.Add(text);
                }
            }
        }
        server.OutputDataReceived += Listen;
        server.ErrorDataReceived += Listen;
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        var waited = Stopwatch.StartNew();
        while (PostmasterFile.Read(data.Path) is not { Ready: true } file || file.Process != server.Id)
        {
            if (server.HasExited || waited.Elapsed > options.StartLimit)
            {
                PostgresAccount.Signal(server.Id, PostgresAccount.Quit);
                lock (said)
                {
                    var free = new DriveInfo(options.Directory).AvailableFreeSpace;
                    throw said.Exists(line => line.Contains("No space left on device", StringComparison.Ordinal))
                        ? PostgresFaults.DiskFull(options.Directory, free, options.FreeBytesWanted)
                        : PostgresFaults.DidNotStart(data.Path, string.Join(Environment.NewLine, said.Append(LogTail())));
                }
            }
            if (stop.Wait(Glance))
            {
                End(server);
                return false;
            }
        }
        return true;
    }

    private void Watch(Process server)
    {
        // Not disposed of: the event may still be told after we have gone on.
        var ended = new ManualResetEvent(server.HasExited);
        server.Exited += (_, _) => ended.Set();
        server.EnableRaisingEvents = true;
        WaitHandle.WaitAny([stop.WaitHandle, ended]);
        if (stop.IsSet)
        {
            End(server);
            return;
        }
        log.LogWarning("PostgreSQL ended by itself (exit code {ExitCode}); it is started again", server.ExitCode);
    }

    /// <summary>Interrupt: clients are let go of and everything is written. Quit, which leaves recovery to the next start, only if that hangs.</summary>
    private static void End(Process server)
    {
        PostgresAccount.Signal(server.Id, PostgresAccount.Interrupt);
        if (!server.WaitForExit(TimeSpan.FromSeconds(30)))
        {
            PostgresAccount.Signal(server.Id, PostgresAccount.Quit);
            server.WaitForExit(TimeSpan.FromSeconds(5));
        }
    }

    private string LogTail()
    {
        var logs = new DirectoryInfo(Path.Combine(data.Path, "log"));
        var newest = logs.Exists ? logs.EnumerateFiles().MaxBy(file => file.LastWriteTimeUtc) : null;
        return newest is null ? "" : string.Join(Environment.NewLine, File.ReadLines(newest.FullName).TakeLast(5));
    }

    /// <summary>The lock is the kernel's (flock): it is let go of with the process, however that ends.</summary>
    private FileStream? TryLock()
    {
        try
        {
            return new FileStream(options.LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException closed)
        {
            throw PostgresFaults.NotOurs(options.Directory, closed);
        }
        catch (IOException) when (Directory.Exists(options.Directory))
        {
            return null;
        }
    }
}
