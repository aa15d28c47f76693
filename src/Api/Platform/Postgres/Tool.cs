using System.ComponentModel;
using System.Diagnostics;

namespace Initiatives.Api.Platform.Postgres;

/// <summary>A small program of the machine, asked and answered.</summary>
internal static class Tool
{
    /// <summary>What it wrote to standard output when it succeeded; null when it failed or is not on this machine.</summary>
    public static string? Ask(string program, params string[] arguments)
    {
        try
        {
            var (exit, said, _) = Run(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
            return exit == 0 ? said.Trim() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Runs a program, whose both outputs are redirected, to its end.</summary>
    public static (int ExitCode, string Said, string Complained) Run(ProcessStartInfo command)
    {
        using var process = Process.Start(command)!;
        var complained = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said, complained.GetAwaiter().GetResult());
    }
}
