using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>
/// The whole life of one initiative, order to close, through the pages alone, by the five people who live it: with a mouse, with
/// the keyboard alone, and without script. On a site of its own: it changes what others read.
/// </summary>
public sealed class WholeLifeTests(Site site) : IClassFixture<Site>
{
    private const string Send = "main button.button-primary[type=submit]";
    private const string SendStatus = "main .button-row button[value=send]";

    private static readonly int Year = TimeProvider.System.GetLocalNow().Year;

    [Theory]
    [InlineData("mouse")]
    [InlineData("keyboard")]
    [InlineData("mouse without script")]
    public async Task Five_people_take_an_initiative_from_its_order_to_its_close(string with)
    {
        var (secretariat, owner, chair, director, politician) =
            (await SitDownAsync("Secretariat", with), await SitDownAsync("Owner", with), await SitDownAsync("Chair", with), await SitDownAsync("Director", with), await SitDownAsync("Politician", with));

        var number = await OrderAsync(secretariat);
        await ConfirmAsync(owner, number);
        await ApproveAsync(chair, number);
        await ApproveAsync(director, number);
        await StartAsync(secretariat, number);
        await PostGreenAsync(owner, number, "Første forløb er i gang");
        await PostRedAsync(owner, number);
        await HandleAsync(chair, number);
        await DecideAsync(director, number);
        await ReadAsync(politician, number);
        await NoteAsync(chair, number);
        await MendAsync(owner, number);
        await CloseDeviationAsync(chair, number);
        await ClaimAsync(owner, number);
        await ApproveClosingAsync(chair, number, null);
        await ApproveClosingAsync(director, number, "Begynd med aftalen, ikke med forløbet.");

        await politician.Page.GotoAsync($"/indsatser/{number}");
        await politician.ReadsAsync("Lukket", "Begynd med aftalen, ikke med forløbet.");
        foreach (var hand in new[] { secretariat, owner, chair, director, politician }) await hand.Page.Context.CloseAsync();
    }

    private async Task<Hand> SitDownAsync(string persona, string with)
    {
        var page = await site.OpenAsync("/", script: with != "mouse without script", persona: persona);
        return with == "keyboard" ? new Keys(page) : new Pointer(page);
    }

    /// <summary>The political level's order, recorded by the secretariat, and anchored with an owner.</summary>
    internal static async Task<int> OrderAsync(Hand secretariat)
    {
        await secretariat.Page.GotoAsync("/handleplan");
        await secretariat.GoAsync("main a[href='/handleplan/bestilling']");
        var number = int.Parse(await secretariat.Page.InputValueAsync("[name=number]"), System.Globalization.CultureInfo.InvariantCulture);
        await secretariat.WriteAsync("title", "Fælles udskrivning");
        await secretariat.PickAsync("focusArea", "mental");
        await secretariat.WriteAsync("order", "Ingen borger udskrives uden en aftale.");
        await secretariat.GoAsync(Send);
        await secretariat.ReadsAsync("Ingen borger udskrives uden en aftale.");

        await secretariat.GoAsync("main a[href$='/ejerskab']");
        await secretariat.PickAsync("organisation", "aalborg");
        await secretariat.PickAsync("owner", "projektejer-10");
        await secretariat.GoAsync(Send);
        await secretariat.ReadsAsync("Aalborg Kommune");
        return number;
    }

    /// <summary>The owner's answer, step by step.</summary>
    internal static async Task ConfirmAsync(Hand owner, int number)
    {
        const string Next = "main button[value=naeste]:not(.sr-only)";
        await owner.Page.GotoAsync($"/indsatser/{number}");
        await owner.GoAsync("main a[href$='/ordrebekraeftelse']");
        await owner.WriteAsync("deliverable", "Et fælles forløb ved udskrivning");
        await owner.GoAsync(Next);
        await owner.WriteAsync("frame.amount", "450.000");
        await owner.GoAsync(Next);
        await owner.DateAsync("start", 1, Year);
        await owner.DateAsync("end", 12, Year + 1);
        await owner.GoAsync(Next);
        await owner.PickAsync("resources[0].organisation", "aalborg");
        await owner.WriteAsync("resources[0].text", "En halv stilling");
        await owner.GoAsync(Next);
        await owner.WriteAsync("indicators[0].name", "Udskrivninger uden aftale");
        await owner.WriteAsync("indicators[0].unit", "pr. måned");
        await owner.WriteAsync("indicators[0].baseline", "12");
        await owner.WriteAsync("indicators[0].target", "3");
        await owner.ChooseAsync("indicators[0].direction", "Down");
        await owner.GoAsync(Next);
        await owner.ChooseAsync("patientInvolvement.relevant", "ja");
        await owner.WriteAsync("patientInvolvement.text", "Udvalget læser med");
        await owner.GoAsync(Next);
        await owner.GoAsync(Next);
        await owner.GoAsync(SendStatus);
        await owner.ReadsAsync("Afventer Chefforum.", "450.000 kr.");
    }

    private static async Task ApproveAsync(Hand forum, int number)
    {
        await forum.Page.GotoAsync("/godkendelser");
        await forum.GoAsync($"main a[href^='/godkendelser/{number}/1']");
        await forum.ChooseAsync("outcome", "Approved");
        await forum.ChooseAsync("how", "WrittenProcedure");
        await forum.GoAsync(SendStatus);
        await Assertions.Expect(forum.Page.Locator(".alert-success")).ToBeVisibleAsync();
    }

    internal static async Task StartAsync(Hand secretariat, int number)
    {
        await secretariat.Page.GotoAsync($"/indsatser/{number}");
        await secretariat.GoAsync("main a[href$='/start']");
        await secretariat.PickAsync("workingGroup[0].person", "projektejer-10");
        await secretariat.GoAsync(SendStatus);
        await Assertions.Expect(secretariat.Page.Locator(".alert-success")).ToBeVisibleAsync();
    }

    internal static async Task PostGreenAsync(Hand owner, int number, string progress)
    {
        await owner.Page.GotoAsync($"/indsatser/{number}/status");
        foreach (var dimension in new[] { "time", "economy", "resources", "deliverable" }) await owner.ChooseAsync($"dimensions.{dimension}", "Green");
        await owner.ChooseAsync("light", "Green");
        await owner.WriteAsync("progress", progress);
        await owner.WriteAsync("nextStep", "Næste afdeling");
        await owner.GoAsync(SendStatus);
        await owner.ReadsAsync("Status er sendt.");
    }

    internal static async Task PostRedAsync(Hand owner, int number)
    {
        await owner.Page.GotoAsync($"/indsatser/{number}/status");
        await owner.ChooseAsync("dimensions.resources", "Red");
        await owner.ChooseAsync("light", "Red");
        await owner.WriteAsync("progress", "Stillingen er ubesat");
        await owner.WriteAsync("deviation.cause", "Ingen kvalificerede ansøgere");
        await owner.WriteAsync("deviation.consequence", "To afdelinger venter");
        await owner.WriteAsync("deviation.options", "Vikar, eller vente til foråret");
        await owner.WriteAsync("deviation.remedy", "Vikar");
        await owner.WriteAsync("deviation.decisionWanted", "Midler til en vikar");
        await owner.PickAsync("deviation.decisionFrom", "direktoerforum");
        await owner.DateAsync("deviation.decisionBy", 12, Year + 1);
        await owner.GoAsync(SendStatus);
        await owner.ReadsAsync("Afvigelse 1 er åben. Chefforum har ordet.");
    }

    /// <summary>The managing forum chooses a track, agrees a remedy and sends its question up.</summary>
    private static async Task HandleAsync(Hand chair, int number)
    {
        await chair.Page.GotoAsync("/afvigelser");
        await chair.GoAsync($"main a[href='/afvigelser/{number}-1']");
        await chair.GoAsync($"main a[href='/afvigelser/{number}-1/spor']");
        await chair.ChooseAsync("track", "BackToPlan");
        await chair.GoAsync(Send);
        await chair.GoAsync($"main a[href='/afvigelser/{number}-1/afhjaelpning']");
        await chair.WriteAsync("what", "Vikar fra nabokommunen");
        await chair.PickAsync("who", "projektejer-10");
        await chair.DateAsync("due", 12, Year + 1);
        await chair.GoAsync(Send);
        await chair.ReadsAsync("Vikar fra nabokommunen");
        await chair.GoAsync($"main a[href='/afvigelser/{number}-1/eskaler']");
        await chair.WriteAsync("question", "Må der bruges 60.000 kr. på en vikar?");
        await chair.WriteAsync("recommendation", "Chefforum anbefaler en vikar.");
        await chair.GoAsync(Send);
        await chair.ReadsAsync("Eskaleringen er sendt.", "Direktørforum skal besvare eskaleringen.");
    }

    private static async Task DecideAsync(Hand director, int number)
    {
        await director.Page.GotoAsync("/eskaleringer");
        await director.GoAsync($"main a[href='/eskaleringer/{number}-1']");
        await director.ChooseAsync("answer", "Direction");
        await director.WriteAsync("decision", "Vikaren ansættes i tre måneder.");
        await director.ChooseAsync("how", "WrittenProcedure");
        await director.GoAsync("main .decide button.button-primary");
        await director.ReadsAsync("Beslutningen er registreret.", "Vikaren ansættes i tre måneder.");
    }

    /// <summary>Who ordered it sees what came of it, and is offered nothing that is others' to do.</summary>
    private static async Task ReadAsync(Hand politician, int number)
    {
        await politician.Page.GotoAsync("/");
        await politician.GoAsync($"main a[href='/indsatser/{number}']");
        await politician.ReadsAsync("Ingen borger udskrives uden en aftale.", "Midler til en vikar", "Vikaren ansættes i tre måneder.");
        foreach (var others in new[] { "status", "ordrebekraeftelse", "leveret", "luk", "ejerskab" })
            (await politician.Page.Locator($"main a[href='/indsatser/{number}/{others}']").CountAsync()).ShouldBe(0, others);
    }

    private static async Task NoteAsync(Hand chair, int number)
    {
        await chair.Page.GotoAsync($"/afvigelser/{number}-1");
        await chair.GoAsync("main a[href$='/efterretning']");
        await chair.GoAsync(Send);
        await chair.ReadsAsync("Svaret er taget til efterretning.");
    }

    private static async Task MendAsync(Hand owner, int number)
    {
        await owner.Page.GotoAsync($"/afvigelser/{number}-1");
        await owner.GoAsync("main a[href$='/udfoert']");
        await owner.WriteAsync("effect", "Alle afdelinger er med");
        await owner.GoAsync(Send);
        await owner.ReadsAsync("Afhjælpningen er meldt udført.");
        await PostGreenAsync(owner, number, "Vikaren er i gang");
    }

    private static async Task CloseDeviationAsync(Hand chair, int number)
    {
        await chair.Page.GotoAsync($"/afvigelser/{number}-1");
        await chair.GoAsync($"main a[href='/afvigelser/{number}-1/luk']");
        await chair.WriteAsync("effect", "Ingen afdeling venter.");
        await chair.GoAsync(Send);
        await chair.ReadsAsync("Afvigelsen er lukket.", "Ingen afdeling venter.");
    }

    private static async Task ClaimAsync(Hand owner, int number)
    {
        await owner.Page.GotoAsync($"/indsatser/{number}");
        await owner.GoAsync($"main a[href='/indsatser/{number}/leveret']");
        await owner.WriteAsync("claim", "Forløbet er i drift på alle afdelinger.");
        await owner.WriteAsync("indicators.udskrivninger-uden-aftale.value", "2");
        await owner.GoAsync(Send);
        await Assertions.Expect(owner.Page.Locator(".alert-success")).ToBeVisibleAsync();
    }

    /// <param name="learned">Asked of the last forum of the chain.</param>
    private static async Task ApproveClosingAsync(Hand forum, int number, string? learned)
    {
        await forum.Page.GotoAsync($"/indsatser/{number}");
        await forum.GoAsync($"main a[href='/indsatser/{number}/luk']");
        await forum.WriteAsync("decision", "Leverancen er godkendt.");
        if (learned is not null) await forum.WriteAsync("lessonsLearned", learned);
        await forum.ChooseAsync("how", "WrittenProcedure");
        await forum.GoAsync(Send);
        await Assertions.Expect(forum.Page.Locator(".alert-success")).ToBeVisibleAsync();
    }
}
