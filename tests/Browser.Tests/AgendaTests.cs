using Initiatives.Domain;
using Initiatives.Reporting;
using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>
/// Item 4 of the minutes of 31 March 2023, acted out through the agendas of two forums: order, confirmation, approval in both, lights,
/// escalation and decision, and patient involvement; read back in the minutes, and in what was issued of them. On a site of its own: it changes what others read.
/// </summary>
public sealed class AgendaTests(Site site) : IClassFixture<Site>
{
    private const string Send = "main button.button-primary[type=submit]";

    // Where the cluster is: near midnight it is another day than on a machine that keeps UTC.
    private static readonly DateOnly Day = LocalInstant.Day(TimeProvider.System.GetUtcNow(), "Europe/Copenhagen");
    private static readonly string Today = Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    private static readonly string Chefforum = $"/moeder/chefforum-{Today}";
    private static readonly string Directors = $"/moeder/direktoerforum-{Today}";

    [Fact]
    public async Task Two_forums_take_an_initiative_from_its_order_to_a_decision_through_their_agendas_and_the_minutes_say_so()
    {
        var (secretariat, owner, chair, director) = (await SitDownAsync("Secretariat"), await SitDownAsync("Owner"), await SitDownAsync("Chair"), await SitDownAsync("Director"));
        foreach (var forum in new[] { "chefforum", "direktoerforum" }) await MeetTodayAsync(secretariat, forum);
        var number = await WholeLifeTests.OrderAsync(secretariat);
        await WholeLifeTests.ConfirmAsync(owner, number);

        // What awaits the forum stands on its agenda by itself; the other's has it once the first has approved.
        var confirmation = $"confirmation-handleplan-2023-{number}-1";
        await director.Page.GotoAsync(Directors);
        (await director.Page.Locator($"main a[href$='{confirmation}']").CountAsync()).ShouldBe(0);
        var room = await site.OpenAsync($"{Chefforum}/visning?punkt={confirmation}", persona: "Politician");
        await RecordAsync(chair, Chefforum, confirmation, "bemaerkning", async () => await chair.WriteAsync("remarks[0]", "Indsatsen skal være handlingsorienteret."));
        await chair.ReadsAsync("Udfaldet er skrevet ind.", "Godkendt med bemærkning");
        await RecordAsync(director, Directors, confirmation, "godkendt", () => Task.CompletedTask);
        // The screen in the room was not touched.
        await Assertions.Expect(room.Locator("#screen")).ToContainTextAsync("Indsatsen skal være handlingsorienteret.");

        await WholeLifeTests.StartAsync(secretariat, number);
        await WholeLifeTests.PostGreenAsync(owner, number, "Første forløb er i gang");
        await WholeLifeTests.PostRedAsync(owner, number);
        var deviation = $"deviation-handleplan-2023-{number}-1";
        await RecordAsync(chair, Chefforum, deviation, "besluttet", () => chair.ChooseAsync("track", "BackToPlan"));
        await RecordAsync(chair, Chefforum, deviation, "eskaleret", async () =>
        {
            // Begins with the owner's own words.
            (await chair.Page.InputValueAsync("[name=question]")).ShouldBe("Midler til en vikar");
            await chair.WriteAsync("recommendation", "At Direktørforum bevilger 60.000 kr.");
        });
        await RecordAsync(director, Directors, $"escalation-handleplan-2023-{number}-1", "besluttet", async () =>
        {
            await director.ChooseAsync("answer", "Money");
            await director.WriteAsync("amount", "60.000");
            await director.WriteAsync("decision", "Vikaren ansættes i tre måneder.");
        });

        await secretariat.Page.GotoAsync("/opgaver");
        await secretariat.GoAsync($"main a[href='{Chefforum}/referat']");
        await secretariat.GoAsync("main button[value=frem]");
        await secretariat.ReadsAsync("Sendt til godkendelse hos formanden.");
        await chair.Page.GotoAsync("/opgaver");
        await chair.GoAsync($"main a[href='{Chefforum}/referat']");
        (await chair.Page.InputValueAsync($"[name='{deviation}']")).ShouldContain("Chefforum eskalerede til Direktørforum. Spørgsmål: Midler til en vikar");
        await chair.GoAsync("main button[value=godkend]");
        await chair.ReadsAsync("Her står intet endnu", "Et godkendt referat kan ikke ændres.");
        await chair.GoAsync("main button[value=godkend-alligevel]");
        await chair.ReadsAsync("Godkendt. Ordlyden ligger fast.", "Indsatsen skal være handlingsorienteret.", "Chefforum valgte sporet »tilbage til planen«.");
        await chair.GoAsync(Send);
        await chair.ReadsAsync("Godkendt og sendt til medlemmerne af");

        await room.GotoAsync($"{Directors}/referat");
        await Assertions.Expect(room.Locator("main")).ToContainTextAsync("Direktørforum besluttede (økonomi, 60.000 kr.): Vikaren ansættes i tre måneder.");
        await secretariat.Page.GotoAsync($"{Directors}/referat");
        await secretariat.GoAsync("main button[value=frem]");
        await director.Page.GotoAsync($"{Directors}/referat");
        await director.GoAsync("main button[value=godkend]");
        await director.GoAsync("main button[value=godkend-alligevel]");
        await director.ReadsAsync("Godkendt. Ordlyden ligger fast.");

        await ReadBackAsync(room);
        foreach (var page in new[] { secretariat.Page, owner.Page, chair.Page, director.Page, room }) await page.Context.CloseAsync();
    }

    /// <summary>Each thing that item 4 asks for stands in one of the two editions, with the forum it came from and the day, on the screen and on paper.</summary>
    private async Task ReadBackAsync(IPage reader)
    {
        var on = Danish.Date(Day);
        (await IssuedDecisions.ReadAsync(site, reader, Chefforum)).ShouldSay(
            $"Fra Chefforum Anledning Møde {Danish.LongDate(Day)}",
            $"Bestilt Ingen borger udskrives uden en aftale. Politisk Niveau, {on}",
            $"Bekræftet Et fælles forløb ved udskrivning Økonomisk ramme 450.000 kr., periode {Danish.Date(new DateOnly(Day.Year, 1, 1))} til {Danish.Date(new DateOnly(Day.Year + 1, 12, 12))} Aalborg Kommune, {on}",
            $"Patientinddragelse Relevant: Udvalget læser med Aalborg Kommune, {on}", $"Patientinddragelse Relevant: Udvalget læser med Aalborg Kommune, projektejer, {on}",
            "Godkendt med bemærkning", "Chefforum godkendte ordrebekræftelsen. Bemærkning: Indsatsen skal være handlingsorienteret.",
            $"Status Rød: Ingen kvalificerede ansøgere Konsekvens: To afdelinger venter Aalborg Kommune, projektejer, {on}",
            "Chefforum valgte sporet »tilbage til planen«.", "Chefforum eskalerede til Direktørforum. Spørgsmål: Midler til en vikar Indstilling: At Direktørforum bevilger 60.000 kr.");
        (await IssuedDecisions.ReadAsync(site, reader, Directors)).ShouldSay(
            $"Fra Direktørforum Anledning Møde {Danish.LongDate(Day)}",
            $"Bestilt Ingen borger udskrives uden en aftale. Politisk Niveau, {on}",
            $"Behandlet af Chefforum godkendte {on} med bemærkning: Indsatsen skal være handlingsorienteret. Direktørforum godkendte {on}", "Direktørforum godkendte ordrebekræftelsen.",
            $"Eskaleret Til Direktørforum Chefforum, {on}", "Rød: Ingen kvalificerede ansøgere", "Patientinddragelse Relevant: Udvalget læser med",
            "Direktørforum besluttede (økonomi, 60.000 kr.): Vikaren ansættes i tre måneder.", "Chefforum Følger op på svaret: Vikaren ansættes i tre måneder. 16");
    }

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public async Task Every_page_of_an_agenda_is_whole(string language)
    {
        var chair = await site.OpenAsync($"/moeder?sprog={language}", persona: "Chair");
        // The forum's next meeting and the last one that was held: before the day, and with outcomes.
        var held = await chair.Locator("section[aria-labelledby=past] a[href^='/moeder/chefforum']").First.GetAttributeAsync("href");
        var ahead = await chair.Locator("section[aria-labelledby=ahead] a[href^='/moeder/chefforum']").First.GetAttributeAsync("href");
        var path = held!.Split('?')[0];
        foreach (var page in new[] { ahead!.Split('?')[0], path, $"{path}/nyt-punkt", $"{path}/punkter/opening", $"{path}/punkter/opening/udfald/bemaerkning", $"{path}/referat", $"{path}/visning" })
        {
            await chair.GotoAsync($"{page}?sprog={language}");
            await chair.ShouldBeWholeAsync();
        }
        site.Foreign.ShouldBeEmpty();
        await chair.Context.CloseAsync();
    }

    [Fact]
    public async Task The_room_goes_from_item_to_item_with_the_arrow_keys_and_with_links_where_there_is_no_script()
    {
        var path = (await (await site.OpenAsync("/moeder", persona: "Reader")).Locator("section[aria-labelledby=past] a[href^='/moeder/chefforum']").First.GetAttributeAsync("href"))!;
        var keys = await site.OpenAsync($"{path}/visning", persona: "Reader");
        var links = await site.OpenAsync($"{path}/visning", script: false, persona: "Reader");
        var first = await keys.Locator("h1").InnerTextAsync();

        await keys.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(keys.Locator("h1")).Not.ToHaveTextAsync(first);
        var second = await keys.Locator("h1").InnerTextAsync();
        await keys.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(keys.Locator("h1")).ToHaveTextAsync(first);

        await links.Locator("a[rel=next]").ClickAsync();
        await Assertions.Expect(links.Locator("h1")).ToHaveTextAsync(second);
        await keys.Context.CloseAsync();
        await links.Context.CloseAsync();
    }

    private async Task<Hand> SitDownAsync(string persona) => new Pointer(await site.OpenAsync("/", persona: persona));

    private static async Task MeetTodayAsync(Hand secretariat, string forum)
    {
        await secretariat.Page.GotoAsync("/sekretariat/kalender/nyt");
        await secretariat.PickAsync("forum", forum);
        await secretariat.WriteAsync("on", Today);
        await secretariat.Page.CheckAsync("main [name=extraordinary]");
        await secretariat.GoAsync(Send);
    }

    /// <summary>From the agenda to the item, from the item to the outcome, and the outcome's own fields.</summary>
    private static async Task RecordAsync(Hand hand, string meeting, string item, string outcome, Func<Task> answer)
    {
        await hand.Page.GotoAsync(meeting);
        await hand.GoAsync($"main h3 a[href='{meeting}/punkter/{item}']");
        await hand.GoAsync($"main a[href$='/udfald/{outcome}']");
        await answer();
        await hand.GoAsync(Send);
        await hand.ReadsAsync("Udfaldet er skrevet ind.");
    }
}
