using System.Security.Cryptography;
using System.Text;

namespace Initiatives.Api.Platform.Postgres;

/// <summary>
/// Where the server listens: a directory only its own account can enter, which is what lets it trust whoever comes in.
/// The place follows from the installation's directory alone, so that every process on it finds the same one.
/// </summary>
internal static class SocketDirectory
{
    /// <summary>The kernel's limit for the whole path of a unix socket (sun_path less its ending zero), in bytes.</summary>
    private const int LongestSocketPath = 107;

    public static string For(string installation)
    {
        var beside = Path.Combine(installation, "socket");
        if (Encoding.UTF8.GetByteCount(Path.Combine(beside, ".s.PGSQL.5432")) <= LongestSocketPath)
        {
            return beside;
        }
        var name = "initiatives-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(installation)))[..16];
        return Path.Combine(ShortPlace(), name);
    }

    /// <summary>Makes it, and refuses one that somebody else made first: /tmp is open to all.</summary>
    public static void Make(string path, PostgresAccount account)
    {
        account.MakePrivateDirectory(path);
        var owner = account.Other is { } other ? Tool.Ask("id", "-u", other) : Tool.Ask("id", "-u");
        if (Tool.Ask("stat", "--format=%u %a", path) != $"{owner} 700")
        {
            throw PostgresFaults.ForeignSocketDirectory(path);
        }
    }

    private static string ShortPlace() =>
        Environment.IsPrivilegedProcess && Directory.Exists("/run") ? "/run"
        : Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 and < 60 } runtime && Directory.Exists(runtime) ? runtime
        : "/tmp";
}
