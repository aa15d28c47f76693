using System.Diagnostics;
using System.Globalization;

namespace Initiatives.Support;

/// <summary>
/// A directory for one test, open enough for the account PostgreSQL runs under to pass through. What a test process that was
/// killed leaves behind, the next one clears away.
/// </summary>
public sealed class TemporaryDirectory : IDisposable
{
    private const string Prefix = "initiatives-test-";
    private static int made;

    public TemporaryDirectory()
    {
        var place = new DirectoryInfo(System.IO.Path.GetTempPath());
        foreach (var left in place.EnumerateDirectories(Prefix + "*"))
        {
            if (int.TryParse(left.Name[Prefix.Length..].Split('-')[0], CultureInfo.InvariantCulture, out var process)
                && !Directory.Exists($"/proc/{process}"))
            {
                left.Delete(recursive: true);
            }
        }
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Interlocked.Increment(ref made)}-{Stopwatch.GetTimestamp():x}");
        Path = place.CreateSubdirectory(name).FullName;
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
