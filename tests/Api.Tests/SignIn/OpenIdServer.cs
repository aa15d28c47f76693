using System.Diagnostics;
using System.Reflection;

namespace Initiatives.Api.Tests.SignIn;

/// <summary>The certified provider of <c>oidc/provider.mjs</c> in a process of its own. It ends with the tests.</summary>
public sealed class OpenIdServer : IAsyncLifetime
{
    private Process? _process;

    public Uri Issuer { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var directory = typeof(OpenIdServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "OpenIdProvider").Value!;
        _process = Process.Start(new ProcessStartInfo("node", ["provider.mjs"])
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginErrorReadLine();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("http://", StringComparison.Ordinal)) continue;
            Issuer = new Uri(line);
            return;
        }
        throw new InvalidOperationException($"The provider did not start. Run 'npm ci --ignore-scripts && node provider.mjs' in {directory}");
    }

    /// <summary>Makes what it answers from now on wrong in one way, named in the script; null: right again.</summary>
    public async Task BendAsync(string? way)
    {
        using var http = new HttpClient { BaseAddress = Issuer };
        using var response = await http.PutAsync("/bend", new StringContent(way ?? ""));
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null) return;
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
