using System.Diagnostics;
using System.Text;

namespace Initiatives.Reporting.Print;

/// <summary>
/// Prints a pack's own HTML with a headless Chromium: tagged, with an outline, page numbers from the page's own style sheet. And reads
/// back what a page of our own has become once it is drawn. The browser gets one file and no network, and is ended with all its children when its time is up.
/// </summary>
/// <param name="browser">Path of the executable (<see cref="Browser.Find"/>); null prints nothing and says why.</param>
/// <param name="limit">Time for one document, counted from when the browser starts.</param>
public sealed class ChromiumPrinter(string? browser, TimeSpan limit) : IDisposable
{
    // A browser takes a core and some 200 MB; twenty packs on one morning wait in line instead of starving the service.
    private readonly SemaphoreSlim _presses = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>The browser found on this machine, with a minute for each document.</summary>
    public ChromiumPrinter()
        : this(Browser.Find(), TimeSpan.FromMinutes(1))
    {
    }

    /// <summary>Prints one document. Ends early only by <paramref name="cancellation"/>, as an exception.</summary>
    public async Task<PrintOutcome> Print(string html, CancellationToken cancellation)
    {
        if (browser is null)
        {
            return new NotPrinted(
                "no-browser",
                $"Pakken findes som HTML, men ikke som PDF: der er ingen Chromium på maskinen. Installér pakken chromium, eller angiv stien i {Browser.Variable}.",
                $"The pack exists as HTML but not as PDF: there is no Chromium on this machine. Install the package chromium, or give its path in {Browser.Variable}.");
        }

        return await InFolder(folder => Print(browser, html, folder, cancellation), cancellation);
    }

    /// <summary>
    /// The page as it stands when everything in it has loaded and its own script has run; null when there is no browser, it failed, or its
    /// time was up. Ends early only by <paramref name="cancellation"/>, as an exception.
    /// </summary>
    public async Task<string?> Render(string html, CancellationToken cancellation) => browser is null ? null : await InFolder(
        async folder => await Run(browser, html, folder, ["--dump-dom"], cancellation) is { Ended: true, ExitCode: 0 } run ? run.Output : null, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _presses.Dispose();

    private async Task<T> InFolder<T>(Func<string, Task<T>> work, CancellationToken cancellation)
    {
        await _presses.WaitAsync(cancellation);
        var folder = Directory.CreateTempSubdirectory("initiatives-print-");
        try
        {
            return await work(folder.FullName);
        }
        finally
        {
            _presses.Release();
            Remove(folder);
        }
    }

    private async Task<PrintOutcome> Print(string executable, string html, string folder, CancellationToken cancellation)
    {
        var pdf = Path.Combine(folder, "pack.pdf");
        var run = await Run(executable, html, folder, ["--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline", $"--print-to-pdf={pdf}"], cancellation);
        if (!run.Ended)
        {
            return new NotPrinted(
                "print-timed-out",
                FormattableString.Invariant($"Pakken findes som HTML, men udskriften blev afbrudt efter {limit.TotalSeconds:0} sekunder."),
                FormattableString.Invariant($"The pack exists as HTML, but printing was stopped after {limit.TotalSeconds:0} seconds."));
        }

        if (run.ExitCode == 0 && File.Exists(pdf) && await File.ReadAllBytesAsync(pdf, cancellation) is { } bytes && bytes.AsSpan().StartsWith("%PDF-"u8))
            return new Printed(bytes);
        var last = string.Join(' ', new[] { run.Output, run.Errors }.SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)).TakeLast(3));
        return new NotPrinted(
            "print-failed",
            FormattableString.Invariant($"Pakken findes som HTML, men {executable} kunne ikke udskrive den (kode {run.ExitCode}): {last}"),
            FormattableString.Invariant($"The pack exists as HTML, but {executable} could not print it (code {run.ExitCode}): {last}"));
    }

    /// <param name="Ended">False when it was ended because its time was up.</param>
    private sealed record Outcome(bool Ended, int ExitCode, string Output, string Errors);

    private async Task<Outcome> Run(string executable, string html, string folder, string[] wanted, CancellationToken cancellation)
    {
        var page = Path.Combine(folder, "pack.html");
        await File.WriteAllTextAsync(page, html, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellation);
        using var process = new Process { StartInfo = Start(executable, folder, page, wanted) };
        process.Start();
        process.StandardInput.Close();
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(limit);
        try
        {
            await process.WaitForExitAsync(time.Token);
            // A child that outlives it may hold its output open.
            var texts = await said.WaitAsync(time.Token);
            return new(true, process.ExitCode, texts[0], texts[1]);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            return new(false, 0, "", "");
        }
    }

    private static ProcessStartInfo Start(string executable, string folder, string page, string[] wanted)
    {
        var start = new ProcessStartInfo(executable)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-breakpad",
            // /dev/shm is 64 MB in a container.
            "--disable-dev-shm-usage",
            // No network: a pack is self-contained, and what a person wrote in it must not make the service call anybody.
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps",
            "--no-pings", "--host-resolver-rules=MAP * ~NOTFOUND",
            $"--user-data-dir={Path.Combine(folder, "profile")}",
            .. wanted,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        // Chromium refuses to run as root inside its sandbox; as any other user the sandbox stays.
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
            start.ArgumentList.Add("--no-sandbox");
        start.ArgumentList.Add(new Uri(page).AbsoluteUri);
        // What it would leave in the home directory goes with the folder; a service account may have no home at all.
        foreach (var home in (string[])["HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"])
            start.Environment[home] = folder;
        return start;
    }

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A child of the browser that is just ending may still write to its profile. The folder is a temporary one:
            // the machine clears it, and a printed pack must not be lost over it.
        }
    }
}
