using System.Globalization;

namespace Initiatives.Api.Platform.Postgres;

/// <summary>A directory that holds <c>postgres</c> and <c>initdb</c> of one major version.</summary>
internal sealed record PostgresBinaries(string Directory, int Major)
{
    /// <summary>15 is the first with <c>CREATE DATABASE ... STRATEGY</c> and <c>MERGE</c>; older ones are not tried against.</summary>
    public const int OldestMajor = 15;

    public string Postgres => Path.Combine(Directory, "postgres");

    public string Initdb => Path.Combine(Directory, "initdb");

    /// <summary>
    /// The binaries for a data directory: those of the version that wrote it, or the first found when there is none yet.
    /// </summary>
    public static PostgresBinaries For(EmbeddedPostgresOptions options, int? writtenBy)
    {
        var places = (options.Binaries is { Length: > 0 } told ? [told] : options.SearchPlaces()).Distinct().ToList();
        var found = places.Select(At).OfType<PostgresBinaries>().Where(each => each.Major >= OldestMajor).ToList();
        if (found.Count == 0)
        {
            throw PostgresFaults.MissingBinary(places);
        }
        return found.FirstOrDefault(each => writtenBy is null || each.Major == writtenBy)
            ?? throw PostgresFaults.ForeignVersion(options.DataPath, writtenBy!.Value, found.Select(each => each.Major).Distinct());
    }

    /// <summary>
    /// Everywhere worth looking, in order: PATH, Debian's versioned directories (newest first), where pg_config points,
    /// and last the npm package that carries PostgreSQL along.
    /// </summary>
    public static IEnumerable<string> Places()
    {
        foreach (var entry in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (File.Exists(Path.Combine(entry, "postgres")))
            {
                yield return entry;
            }
        }
        const string debian = "/usr/lib/postgresql";
        if (System.IO.Directory.Exists(debian))
        {
            var versions = System.IO.Directory.GetDirectories(debian)
                .Select(each => (Path: each, Major: int.TryParse(Path.GetFileName(each), CultureInfo.InvariantCulture, out var major) ? major : 0))
                .OrderByDescending(each => each.Major);
            foreach (var (path, _) in versions)
            {
                yield return Path.Combine(path, "bin");
            }
        }
        else
        {
            yield return debian;
        }
        if (Tool.Ask("pg_config", "--bindir") is { Length: > 0 } configured)
        {
            yield return configured;
        }
        foreach (var carried in NpmPostgres.Places())
        {
            yield return carried;
        }
    }

    private static PostgresBinaries? At(string directory) =>
        File.Exists(Path.Combine(directory, "postgres")) && File.Exists(Path.Combine(directory, "initdb"))
        && MajorOf(Tool.Ask(Path.Combine(directory, "postgres"), "--version")) is { } major
            ? new PostgresBinaries(directory, major)
            : null;

    /// <summary>Reads "postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)", and "18beta1" as 18.</summary>
    internal static int? MajorOf(string? version)
    {
        const string mark = "(PostgreSQL) ";
        var at = version?.IndexOf(mark, StringComparison.Ordinal) ?? -1;
        var digits = at < 0 ? "" : new string([.. version![(at + mark.Length)..].TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, CultureInfo.InvariantCulture, out var major) ? major : null;
    }
}
