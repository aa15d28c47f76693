using System.Diagnostics;
using Initiatives.Support;

namespace Initiatives.Api.Tests.Operations;

/// <summary>The repository the tests were built from, and its scripts run as an operator runs them.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Debug or Release: what the tests were built as, and so what is there to publish.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string Deploy(string file) => Path.Combine(Root, "deploy", file);

    public static string Read(string file) => File.ReadAllText(Deploy(file));

    /// <summary>Runs a program to its end and demands that it succeeds.</summary>
    /// <returns>What it wrote to standard output, trimmed.</returns>
    public static async Task<string> RunAsync(string program, string[] words, params (string Name, string Value)[] environment)
    {
        using var process = Start(program, words, environment);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', words)}{Environment.NewLine}{output}{await errors}");
        return output.Trim();
    }

    public static Process Start(string program, string[] words, params (string Name, string Value)[] environment)
    {
        var command = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) command.Environment[name] = value;
        return Process.Start(command)!;
    }

    /// <summary>The environment in which deploy/restore finds the program under test.</summary>
    public static (string, string) Program => ("INITIATIVES_PROGRAM", ServiceProcess.Program);

    private static string Find(DirectoryInfo at) => File.Exists(Path.Combine(at.FullName, "Initiatives.sln")) ? at.FullName : Find(at.Parent!);
}
