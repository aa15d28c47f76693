using System.Diagnostics;

namespace Initiatives.Support;

/// <summary>The real program in a process of its own, for tests that kill it or run two of them.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServiceProcess(Process process, Uri address, HttpClient http) => (this.process, Address, Http) = (process, address, http);

    /// <summary>The program as it was built with the tests.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "initiatives");

    public Uri Address { get; }

    /// <summary>A client with that address.</summary>
    public HttpClient Http { get; }

    public int Id => process.Id;

    /// <summary><c>initiatives serve</c> on a free port; returns when it says that it is ready.</summary>
    /// <param name="settings">Its environment, e.g. <c>INITIATIVES_DATA</c> or <c>INITIATIVES_POSTGRES</c>.</param>
    public static Task<ServiceProcess> ServeAsync(IReadOnlyDictionary<string, string> settings) =>
        ServeAsync(Program, ["serve", "--urls", "http://127.0.0.1:0"], settings);

    /// <summary>The same by any command line that ends in the service; where it listens is then in the settings.</summary>
    public static async Task<ServiceProcess> ServeAsync(string program, string[] words, IReadOnlyDictionary<string, string> settings)
    {
        var process = Start(program, words, settings);
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is var at and >= 0)
            {
                var address = new Uri(line[at..].Trim());
                return new ServiceProcess(process, address, new HttpClient { BaseAddress = address });
            }
        }
        await process.WaitForExitAsync();
        throw new InvalidOperationException($"The service ended with exit code {process.ExitCode} before it was ready.");
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string[] words, IReadOnlyDictionary<string, string> settings)
    {
        using var process = Start(Program, words, settings);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }

    /// <summary>kill -9: the process gets no chance to say goodbye.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!process.HasExited)
        {
            // SIGTERM, so that the service and with it its database stop in order.
            using var terminate = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    private static Process Start(string program, string[] words, IReadOnlyDictionary<string, string> settings)
    {
        var command = new ProcessStartInfo(program, words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            command.Environment[name] = value;
        }
        return Process.Start(command)!;
    }
}
