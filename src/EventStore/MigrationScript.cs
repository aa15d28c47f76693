using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Initiatives.EventStore;

/// <summary>One numbered SQL file: <c>0003_events.sql</c>. Written so that running it twice does no harm.</summary>
public sealed record MigrationScript(string Name, string Sql)
{
    /// <summary>Where a project embeds its scripts: <c>LogicalName="Migrations/%(Filename)%(Extension)"</c>.</summary>
    private const string Folder = "Migrations/";

    /// <summary>Line endings do not count: a checkout may change them.</summary>
    internal string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The event store's own scripts (00xx), and those that the given assemblies embed.</summary>
    public static IReadOnlyList<MigrationScript> From(params IEnumerable<Assembly> assemblies) =>
    [
        .. new[] { typeof(MigrationScript).Assembly }.Concat(assemblies).Distinct()
            .SelectMany(assembly => assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
                .Select(name => new MigrationScript(name[Folder.Length..], Read(assembly, name)))),
    ];

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
