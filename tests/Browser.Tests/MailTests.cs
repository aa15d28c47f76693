using Initiatives.Api.Mail;
using Initiatives.Domain;
using Initiatives.Reporting;
using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>A mail as a mail program shows it, at a desk and on a phone.</summary>
public sealed class MailTests(Site site)
{
    // Of the sample clusters, those whose words are longest.
    private static readonly string[] Titles =
    [
        "Børne- og ungepsykiatri: samrådsmodel, TUT og tilgængelighedsanalyse", "Overgangen fra Børne- og Ungdomspsykiatri til Voksenpsykiatri",
        "Rehabiliteringsindsats Smerter i bevægelse", "Claudicatio intermittens (vindueskiggersyndrom)",
    ];

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public async Task A_mail_with_the_lights_of_three_meetings_does_not_scroll_sideways_on_a_phone(string language)
    {
        await using var typesetter = new Typesetter();
        LetterLight[] rows = [.. Enum.GetValues<BoardState>().Select((state, n) => new LetterLight(n + 1, Titles[n % Titles.Length], state) { Before = [state, null, state] })];
        var letter = new Letter(language, "Sundhedsklynge Midt", "Forbered mødet man. 30. okt. i Chefforum: 4 punkter at tage stilling til", "Fordi du sidder i forummet.")
        {
            Points = new("Det indstilles, at Chefforum:", ["drøfter afvigelsen på indsats 9"]),
            Buttons = [new("Åbn rapporten", new("https://initiatives.example.org/rapporter/afvigelsesrapport.chefforum-2023-10-30.1?klynge=sundhedsklynge-midt"))],
            Lights = new("Status på indsatserne, de værste først", rows) { Before = ["13. jul. 23", "16. sep. 23", "12. okt. 23"] },
        };
        var set = await new LetterPress(typesetter).SetAsync(letter);

        var page = await site.OpenAsync("about:blank", persona: null);
        await page.SetContentAsync(set.Html);
        foreach (var width in new[] { 600, 390, 360 })
        {
            await page.SetViewportSizeAsync(width, 800);
            (await WholePage.OverflowAsync(page)).ShouldBe("", $"at {width} px");
        }
        // What to do is seen before anything is scrolled.
        await page.SetViewportSizeAsync(390, 844);
        (await page.GetByText("Åbn rapporten", new() { Exact = true }).BoundingBoxAsync())!.Y.ShouldBeLessThan(844);
        await page.Context.CloseAsync();
    }
}
