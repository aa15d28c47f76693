namespace Initiatives.Reporting.Print;

/// <summary>Where a Chromium that can print lies on this machine.</summary>
public static class Browser
{
    /// <summary>The environment variable that names the executable, when it is none of the usual ones.</summary>
    public const string Variable = "INITIATIVES_CHROMIUM";

    private static readonly string[] Names =
    [
        // The shell first: it has no windows to draw, and starts in a third of the time.
        "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge",
        "chromium.exe", "chrome.exe", "msedge.exe",
    ];

    private static readonly string[] Places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>
    /// The browser named by <see cref="Variable"/>, or else the first found on the path and in the usual places; null when there is none.
    /// A named one that does not exist is none: it is never silently replaced by another.
    /// </summary>
    public static string? Find(Func<string, string?>? environment = null)
    {
        var read = environment ?? Environment.GetEnvironmentVariable;
        if (read(Variable) is { Length: > 0 } named)
            return File.Exists(named) ? named : null;
        var path = (read("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => path.Select(folder => Path.Combine(folder, name))).Concat(Places).FirstOrDefault(File.Exists);
    }
}
