using System.Globalization;

namespace Initiatives.Api.Platform.Postgres;

/// <summary>The directory PostgreSQL keeps its data in. Only the process that holds the lock beside it changes anything here.</summary>
internal sealed class DataDirectory(string path)
{
    public string Path { get; } = path;

    /// <summary>The major version that wrote it; null when there is none yet.</summary>
    public int? WrittenBy
    {
        get
        {
            var mark = System.IO.Path.Combine(Path, "PG_VERSION");
            return File.Exists(mark) ? int.Parse(File.ReadAllText(mark).Trim(), CultureInfo.InvariantCulture) : null;
        }
    }

    /// <summary>
    /// Made beside its place and then renamed into it, so that a start that was cut off half way never leaves a directory
    /// that looks like data and is none.
    /// </summary>
    public void Create(PostgresBinaries binaries, PostgresAccount account, bool durable)
    {
        if (Directory.Exists(Path))
        {
            if (Directory.EnumerateFileSystemEntries(Path).Any())
            {
                throw PostgresFaults.NotADataDirectory(Path);
            }
            Directory.Delete(Path);
        }
        var unfinished = Path + ".unfinished";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }
        account.MakePrivateDirectory(unfinished);
        // Keys are compared byte by byte, which is fast and never changes with the operating system (a changed collation
        // corrupts indexes silently); Danish order is asked for where people read it, with COLLATE "da-x-icu".
        string[] arguments =
        [
            "--pgdata", unfinished, "--username", EmbeddedPostgres.Superuser, "--auth-local", "trust", "--auth-host", "reject",
            "--encoding", "UTF8", "--locale", "C", "--data-checksums", .. durable ? Array.Empty<string>() : ["--no-sync"],
        ];
        var (exit, said) = account.Run(binaries.Initdb, [.. arguments, "--lc-ctype", "C.UTF-8"]);
        if (exit != 0 && said.Contains("invalid locale name", StringComparison.Ordinal))
        {
            (exit, said) = account.Run(binaries.Initdb, arguments);
        }
        if (exit != 0)
        {
            throw PostgresFaults.DidNotStart("initdb", said);
        }
        Directory.Move(unfinished, Path);
    }

    /// <summary>
    /// Every process that works in the directory: a server and its children stand in it all their life. More to be trusted than
    /// the process number in postmaster.pid, which another program may carry after a restart of the machine or the container.
    /// </summary>
    public IReadOnlyList<int> Processes()
    {
        List<int> found = [];
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(System.IO.Path.GetFileName(process), CultureInfo.InvariantCulture, out var id) && WorksHere(process))
            {
                found.Add(id);
            }
        }
        return found;
    }

    private bool WorksHere(string process)
    {
        try
        {
            return new FileInfo(System.IO.Path.Combine(process, "cwd")).LinkTarget == Path;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // Ended while we looked, or another user's: then it is not our server.
            return false;
        }
    }
}
