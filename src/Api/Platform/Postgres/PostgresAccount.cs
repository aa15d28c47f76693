using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Initiatives.Api.Platform.Postgres;

/// <summary>
/// Under whose name PostgreSQL runs. It refuses to run as root, so a service that is root starts it as <c>postgres</c>
/// (or <c>nobody</c>); any other service starts it as itself.
/// </summary>
internal sealed class PostgresAccount
{
    private static readonly string? SetPriv = Locate("setpriv");
    private static readonly string? SetSid = Locate("setsid");

    private PostgresAccount(string? other) => Other = other;

    /// <summary>The account to change to; null keeps our own.</summary>
    public string? Other { get; }

    public static PostgresAccount Choose()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new PostgresAccount(null);
        }
        var known = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet();
        return new PostgresAccount(known.Contains("postgres") ? "postgres" : "nobody");
    }

    /// <summary>
    /// A program under this account, with nothing of ours in its environment that PostgreSQL would obey.
    /// <paramref name="dieWithThread"/> has the kernel interrupt it (a fast, clean shutdown) when the thread that starts it
    /// ends, also by kill -9; and a session of its own keeps a Ctrl-C at the terminal from reaching it before the service has stopped.
    /// </summary>
    public ProcessStartInfo Command(string program, IEnumerable<string> arguments, bool dieWithThread = false)
    {
        List<string> words = [];
        if (dieWithThread && SetSid is not null)
        {
            words.Add(SetSid);
        }
        if (SetPriv is not null && (Other is not null || dieWithThread))
        {
            words.AddRange([SetPriv, "--no-new-privs"]);
            words.AddRange(Other is null ? [] : [$"--reuid={Other}", $"--regid={Other}", "--init-groups", "--inh-caps=-all"]);
            words.AddRange(dieWithThread ? ["--pdeathsig", "INT"] : []);
            words.Add("--");
        }
        words.Add(program);
        words.AddRange(arguments);
        var command = new ProcessStartInfo(words[0], words.Skip(1))
        {
            // The checkout may be closed to the other account, and every PostgreSQL program wants a readable directory.
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in command.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            command.Environment.Remove(name);
        }
        command.Environment["LC_ALL"] = "C";
        return command;
    }

    /// <summary>Runs a program under this account to its end; returns its exit code and what it wrote.</summary>
    public (int ExitCode, string Said) Run(string program, params string[] arguments)
    {
        var (exit, said, complained) = Tool.Run(Command(program, arguments));
        return (exit, (said + complained).Trim());
    }

    /// <summary>Makes a directory only this account may enter.</summary>
    public void MakePrivateDirectory(string path)
    {
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (Other is not null)
        {
            Tool.Ask("chown", "--no-dereference", $"{Other}:", path);
        }
    }

    /// <summary>Whether this account may go into the directory; as ourselves, that shows soon enough.</summary>
    public bool CanEnter(string path) => Other is null || Run("test", "-x", path).ExitCode == 0;

    public const int Interrupt = 2;
    public const int Quit = 3;

    public static void Signal(int process, int signal) => _ = kill(process, signal);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int kill(int process, int signal);

    private static string? Locate(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Append("/usr/bin").Append("/bin")
            .Select(directory => Path.Combine(directory, program))
            .FirstOrDefault(File.Exists);
}
