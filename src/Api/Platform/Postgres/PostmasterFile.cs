using System.Globalization;

namespace Initiatives.Api.Platform.Postgres;

/// <summary>What a running server writes about itself in <c>postmaster.pid</c>: line 1 its process, line 8 how far it has come.</summary>
internal sealed record PostmasterFile(int Process, bool Ready)
{
    public static string In(string data) => Path.Combine(data, "postmaster.pid");

    /// <summary>Null when there is none, or it is being written.</summary>
    public static PostmasterFile? Read(string data)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(In(data));
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        return lines.Length > 0 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var process)
            ? new PostmasterFile(process, lines.Length > 7 && lines[7].StartsWith("ready", StringComparison.Ordinal))
            : null;
    }
}
