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

    private readonly EmbeddedPostgresOptions options;
    private readonly ILogger log;
    private readonly Postmaster postmaster;
    private readonly ManualResetEventSlim stop = new();
    private readonly TaskCompletionSource up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread thread;
    private volatile int child;

    public PostgresKeeper(EmbeddedPostgresOptions options, string socketDirectory, ILogger log)
    {
        this.options = options;
        this.log = log;
        postmaster = new Postmaster(options, socketDirectory, log, stop);
        thread = new Thread(Keep) { Name = "PostgreSQL keeper", IsBackground = true };
        thread.Start();
    }

    /// <summary>Done when a server of this installation, ours or another process's, is ready; faulted when it cannot be.</summary>
    public Task Up => up.Task;

    /// <summary>The server's process while this process keeps it, otherwise 0.</summary>
    public int Child => child;

    /// <summary>Stops the server if it is ours, and returns when it has gone.</summary>
    public void Stop()
    {
        stop.Set();
        thread.Join();
    }

    private void Keep()
    {
        var began = Stopwatch.GetTimestamp();
        var troubles = 0;
        while (!stop.IsSet)
        {
            try
            {
                using var held = TryLock();
                if (held is not null)
                {
                    Serve();
                }
                else
                {
                    LookForOther(Stopwatch.GetElapsedTime(began));
                }
                troubles = 0;
                stop.Wait(held is null ? LockGlance : Glance);
            }
            catch (Exception fault) when (Up.IsCompletedSuccessfully)
            {
                // It ran before, so what is wrong may pass (a full disk, say): readiness tells, and we go on trying.
                log.LogError(fault, "PostgreSQL cannot be started again; the next attempt follows");
                var pause = Glance * Math.Pow(2, Math.Min(troubles++, 10));
                stop.Wait(pause < LongestPause ? pause : LongestPause);
            }
            catch (Exception fault)
            {
                up.TrySetException(fault);
                return;
            }
        }
    }

    /// <summary>One life of the server, from its start until it ends or we are told to stop.</summary>
    private void Serve()
    {
        using var server = postmaster.Start();
        child = server.Id;
        try
        {
            if (!postmaster.WaitUntilReady(server))
            {
                return;
            }
            up.TrySetResult();
            Watch(server);
        }
        finally
        {
            child = 0;
        }
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
            postmaster.End(server);
            return;
        }
        log.LogWarning("PostgreSQL ended by itself (exit code {ExitCode}); it is started again", server.ExitCode);
    }

    private void LookForOther(TimeSpan waited)
    {
        if (PostmasterFile.Read(options.DataPath) is { Ready: true })
        {
            up.TrySetResult();
        }
        else if (!Up.IsCompleted && waited > options.StartLimit)
        {
            throw PostgresFaults.Silent(options.Directory, options.StartLimit);
        }
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
        catch (IOException) when (File.Exists(options.LockPath))
        {
            return null;
        }
    }
}
