using System.Diagnostics;

namespace Initiatives.Year.Nodes;

/// <summary>A node as whoever started it sees it: where it answers, its clock, and its end.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private readonly Process _process;

    private NodeProcess(Process process, Uri address, string instance)
    {
        (_process, Instance) = (process, instance);
        Http = new HttpClient { BaseAddress = address };
    }

    public HttpClient Http { get; }

    /// <summary>Its name among the schedulers of the installation.</summary>
    public string Instance { get; }

    public static async Task<NodeProcess> StartAsync(IReadOnlyDictionary<string, string> settings, DateTimeOffset now)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Initiatives.Year"), [Node.Verb, Node.Write(now)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        var said = (await process.StandardOutput.ReadLineAsync())?.Split(' ') ?? throw new InvalidOperationException("The node did not start.");
        return new NodeProcess(process, new Uri(said[0]), said[1]);
    }

    /// <summary>Returns when the node's clock stands there; what that sets going has then only begun.</summary>
    public async Task SetClockAsync(DateTimeOffset now)
    {
        await _process.StandardInput.WriteLineAsync(Node.Write(now));
        await _process.StandardInput.FlushAsync();
        _ = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The node has ended.");
    }

    /// <summary>kill -9: it gets no chance to say goodbye.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        Http.Dispose();
        _process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        Http.Dispose();
        _process.Dispose();
    }
}
