using Initiatives.Api.Features.Shell;

namespace Initiatives.Api.Features.Accounts;

/// <summary>
/// What a browser calls itself, in words that its owner knows: "Chrome på Windows". Browsers name each other as well, so the most
/// particular name is looked for first; one that is none of these is shown as it told itself.
/// </summary>
internal static class BrowserName
{
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("CrOS", "ChromeOS"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    public static string Of(string agent, Texts texts)
    {
        var browser = Find(Browsers, agent);
        var system = Find(Systems, agent);
        return browser is null || system is null ? agent : texts["Account.BrowserOn", browser, system];
    }

    private static string? Find((string Mark, string Name)[] known, string agent) =>
        known.FirstOrDefault(k => agent.Contains(k.Mark, StringComparison.Ordinal)).Name;
}
