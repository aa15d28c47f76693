using System.Globalization;
using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>
/// Keeps a picture of each page at the width of a desk and of a phone, as the person sees it who lives there. Run by
/// <c>docs/pages/take</c> alone, which says where they are kept.
/// </summary>
[Collection(OneSite.Name)]
public sealed class PictureTests(Site site)
{
    // Some two windows at a desk: how a long page begins is what tells its reader where they are.
    private const int MostHeight = 2000;

    // A reviewer's clone should not grow by much: the whole folder stays around 10 MB.
    private const int MostBytes = 95_000;

    private static readonly (string Name, string Path, string? Persona)[] Pages =
    [
        ("log-ind", "/log-ind", null), ("overblik", "/", "Politician"), ("overblik-da-det-var", "/?pr=2026-08-01", "Secretariat"), ("min-side", "/min-side", "Owner"),
        ("opgaver-projektejer", "/opgaver", "Owner"), ("opgaver-sekretariat", "/opgaver", "Secretariat"), ("opgaver-formand", "/opgaver", "Chair"), ("opgaver-direktoer", "/opgaver", "Director"),
        ("indsats", "/indsatser/10", "Owner"), ("status", "/indsatser/10/status", "Owner"), ("kvittering", "/indsatser/10/status/kvittering", "Owner"), ("ejerskab", "/indsatser/10/ejerskab", "Secretariat"),
        ("ordrebekraeftelse", "/indsatser/10/ordrebekraeftelse?trin=1", "Owner"), ("ordrebekraeftelse-gennemse", "/indsatser/10/ordrebekraeftelse?trin=8", "Owner"), ("ordrebekraeftelse-revision", "/indsatser/5/ordrebekraeftelse/2", "Reader"),
        ("godkendelser", "/godkendelser", "Director"), ("godkendelse", "/godkendelser/12/1", "Director"),
        ("afvigelser", "/afvigelser", "Chair"), ("afvigelse", "/afvigelser/10-1", "Chair"), ("eskaler", "/afvigelser/9-2/eskaler", "Chair"), ("luk-afvigelse", "/afvigelser/9-2/luk", "Chair"),
        ("eskaleringer", "/eskaleringer", "Director"), ("eskalering", "/eskaleringer/10-1", "Director"),
        ("leveret", "/indsatser/10/leveret", "Owner"), ("pause", "/indsatser/7/pause", "Chair"), ("patientinddragelse", "/indsatser/10/patientinddragelse", "Patient"),
        ("handleplan", "/handleplan", "Politician"), ("bestilling", "/handleplan/bestilling", "Secretariat"), ("import", "/handleplan/import", "Secretariat"),
        ("moeder", "/moeder", "Director"), ("rapporter", "/rapporter", "Politician"),
        ("sekretariat", "/sekretariat", "Secretariat"), ("personer", "/sekretariat/personer", "Secretariat"), ("person", "/sekretariat/personer/projektejer-10", "Secretariat"), ("fora", "/sekretariat/fora", "Secretariat"), ("tolerancer", "/sekretariat/tolerancer", "Secretariat"), ("kalender", "/sekretariat/kalender", "Secretariat"),
        ("integrationer", "/sekretariat/integrationer", "Secretariat"), ("webhooks", "/sekretariat/webhooks", "Secretariat"), ("aarshjul", "/sekretariat/aarshjul", "Secretariat"),
        ("efterfoelger", "/handleplan/efterfoelger", "Secretariat"),
        ("skriftlige-godkendelser", "/skriftlige-godkendelser", "Chair"), ("ny-skriftlig-godkendelse", "/skriftlige-godkendelser/ny?forum=chefforum&sag=andet", "Chair"),
        ("log", "/log", "Secretariat"), ("drift", "/drift", "Operator"), ("hjaelp", "/hjaelp", "Owner"), ("tilgaengelighed", "/tilgaengelighed", null),
        ("ikke-fundet", "/indsatser/99", "Reader"), ("ikke-adgang", "/sekretariat", "Reader"),
    ];

    /// <summary>Pages whose addresses follow the calendar, or that somebody's act leads to, by the way there.</summary>
    private static readonly (string Name, string Path, string? Persona, Func<IPage, Task>? Way)[] Followed =
    [
        ("rapport", "/rapporter", "Politician", page => FollowAsync(page, "main th a[href^='/rapporter/']")),
        ("sammenlign", "/rapporter/sammenlign", "Director", page => page.ClickAsync("main form button[type=submit]")),
        ("moede", "/moeder", "Chair", page => FollowAsync(page, "main a[href^='/moeder/chefforum-']")),
        ("runde", "/moeder", "Secretariat", page => FollowAsync(page, "main a[href^='/runder/']")),
        ("referat", "/moeder", "Chair", page => FollowAsync(page, Held, "/referat")),
        ("storskaerm", "/moeder", "Reader", page => FollowAsync(page, "main a[href^='/moeder/chefforum-']", "/visning?punkt=2")),
        ("skriftlig-godkendelse", "/skriftlige-godkendelser/ny?forum=chefforum&sag=andet", "Chair", AskInWritingAsync),
    ];

    private const string Held = "section[aria-labelledby=past] a[href^='/moeder/chefforum']";

    [Theory(Explicit = true)]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Every_page_has_its_picture(int width)
    {
        var only = Environment.GetEnvironmentVariable("INITIATIVES_PICTURES_ONLY")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var folder = Environment.GetEnvironmentVariable("INITIATIVES_PICTURES") ?? throw new InvalidOperationException("Run docs/pages/take, which says where the pictures are kept.");
        foreach (var (name, path, persona, way) in Pages.Select(p => (p.Name, p.Path, p.Persona, Way: (Func<IPage, Task>?)null)).Concat(Followed).Where(p => only.Length == 0 || only.Contains(p.Name)))
        {
            var page = await site.OpenAsync(path, width, persona: persona);
            if (way is not null) await way(page);
            await page.EvaluateAsync(NamesTheFolderAsInstalled, site.Folder);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}-{width}.jpg"), await TakeAsync(page), TestContext.Current.CancellationToken);
            await page.Context.CloseAsync();
        }
    }

    private static async Task FollowAsync(IPage page, string link, string below = "") => await page.GotoAsync(await page.Locator(link).First.GetAttributeAsync("href") + below);

    private static async Task AskInWritingAsync(IPage page)
    {
        await page.FillAsync("[name=heading]", "Fælles ansøgning om midler til hjemmemonitorering");
        await page.FillAsync("[name=background]", "Ansøgningen skal afleveres før næste ordinære møde. Egenfinansieringen er 10 %, og den deles lige mellem parterne.");
        await page.FillAsync("[name=recommendation]", "Det indstilles, at Chefforum tilslutter sig en fælles ansøgning med en egenfinansiering på 240.000 kr.");
        await page.FillAsync("[name=deadline]", TimeProvider.System.GetLocalNow().AddDays(14).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.ClickAsync("main .button-row button.button-primary");
    }

    // A picture shows where an installation keeps its data, not where this run happened to.
    private const string NamesTheFolderAsInstalled = """
        folder => {
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replaceAll(folder, '/var/lib/initiatives');
        }
        """;

    /// <summary>The page from its top, as fine as its size allows.</summary>
    private static async Task<byte[]> TakeAsync(IPage page)
    {
        byte[] taken = [];
        var shown = await page.EvaluateAsync<int>("most => Math.min(most, document.documentElement.scrollHeight)", MostHeight);
        var part = new Clip { Width = page.ViewportSize!.Width, Height = shown };
        foreach (var quality in new[] { 60, 45, 30, 20, 12 })
        {
            taken = await page.ScreenshotAsync(new() { FullPage = true, Clip = part, Type = ScreenshotType.Jpeg, Quality = quality });
            if (taken.Length <= MostBytes) return taken;
        }
        throw new InvalidOperationException($"{page.Url} makes a picture of {taken.Length} bytes; {MostBytes} at the most are kept.");
    }
}
