using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Tests.Features;
using Initiatives.Api.Tests.Pages;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Mail;

/// <summary>Minutes of a forum that the reader does not sit in are for information, and can be done without; nothing else can.</summary>
public sealed class DeclinedMailTests : IAsyncLifetime
{
    private const string Meeting = "direktoerforum-2023-04-17";
    private const string Later = "direktoerforum-2023-10-02";

    // A mail program: no cookie, no key.
    private readonly HttpClient _program = new();

    private ApiHost _host = null!;
    private Visitor _director = null!, _chief = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await Midt.StartAsync();
        await Midt.SendAsync(_host, Midt.Cluster, new ClusterWish(new SetDistribution("direktoerforum", ["chefforum"])));
        _program.BaseAddress = _host.Client.BaseAddress;
        _director = await Visitor.SignInAsync(_host, "direktoer", [new("direktoerforum", ForumRole.Chair)]);
        _chief = await Visitor.SignInAsync(_host, "chef", [new("chefforum", ForumRole.Member)]);
    }

    public async ValueTask DisposeAsync()
    {
        _program.Dispose();
        _director.Dispose();
        _chief.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Only_minutes_for_information_say_where_they_are_ended()
    {
        await SendMinutesAsync(Meeting);
        (await MailsAsync(Meeting, "unsubscribe IS NULL")).ShouldBe("direktoer");
        (await MailsAsync(Meeting, "unsubscribe IS NOT NULL")).ShouldBe("chef");
        (await _host.ScalarAsync("SELECT html LIKE '%Stop referater til orientering%' AND plain LIKE '%/afmeld/%' FROM outgoing_mail WHERE recipient = 'chef'")).ShouldBe(true);
    }

    [Fact]
    public async Task A_mail_program_ends_them_by_itself_without_a_cookie_and_opening_the_address_ends_nothing()
    {
        await SendMinutesAsync(Meeting);
        var address = await AddressAsync();

        (await _program.GetStringAsync(address, Cancellation)).ShouldContain("Stop referater til orientering");
        (await DeclinedAsync()).ShouldBe(0L);
        (await PressAsync(address)).Status.ShouldBe(200);
        (await DeclinedAsync()).ShouldBe(1L);

        await SendMinutesAsync(Later);
        (await MailsAsync(Later, "true")).ShouldBe("direktoer");
        // Nobody is told that they were missed.
        (await _host.SendAsync("GET", $"/api/v1/clusters/{Midt.Cluster}/meetings/{Later}/minutes")).Json.GetProperty("unreached").EnumerateArray().Select(u => u.GetString()).ShouldNotContain("Navn chef");

        (await PressAsync(address, ("valg", "igen"))).Text.ShouldContain("Stop referater til orientering");
        (await DeclinedAsync()).ShouldBe(0L);
    }

    [Fact]
    public async Task Ones_own_page_shows_the_choice_and_takes_it_back()
    {
        var page = await _chief.OpenAsync("/min-side");
        page.Text.ShouldContain("Du får referater fra andre fora på mail");
        (await _chief.SendAsync(page, "/min-side/mail", "", [])).Location.ShouldBe("/min-side?done=MailDeclined");
        (await DeclinedAsync()).ShouldBe(1L);
        page = await _chief.OpenAsync("/min-side");
        page.Text.ShouldContain("Du får ikke længere referater fra andre fora på mail");
        (await _chief.SendAsync(page, "/min-side/mail", "", new() { ["valg"] = "igen" })).Location.ShouldBe("/min-side?done=MailWanted");
        (await DeclinedAsync()).ShouldBe(0L);
    }

    [Fact]
    public async Task An_address_that_was_changed_ends_nothing_and_whoever_is_forgotten_leaves_no_choice_behind()
    {
        await SendMinutesAsync(Meeting);
        var address = await AddressAsync();
        (await PressAsync(address.Replace("/afmeld/", "/afmeld/x", StringComparison.Ordinal))).Status.ShouldBe(410);
        (await DeclinedAsync()).ShouldBe(0L);

        await PressAsync(address);
        (await DeclinedAsync()).ShouldBe(1L);
        var person = await _host.SendAsync("GET", $"/api/v1/clusters/{Midt.Cluster}/people/chef");
        (await _host.SendAsync("DELETE", $"/api/v1/clusters/{Midt.Cluster}/people/chef", ifMatch: person.ETag)).Status.ShouldBeInRange(200, 204);
        (await DeclinedAsync()).ShouldBe(0L);
        await PressAsync(address);
        (await DeclinedAsync()).ShouldBe(0L);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<(int Status, string Text)> PressAsync(string address, (string Name, string Value)? field = null)
    {
        var (name, value) = field ?? ("List-Unsubscribe", "One-Click");
        using var content = new FormUrlEncodedContent([new(name, value)]);
        using var answer = await _program.PostAsync(address, content, Cancellation);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task SendMinutesAsync(string meeting)
    {
        var at = $"/api/v1/clusters/{Midt.Cluster}/meetings/{meeting}";
        _host.Clock.Now = new(DateOnly.ParseExact(meeting[^10..], "yyyy-MM-dd", null), new TimeOnly(14, 0), TimeSpan.Zero);
        foreach (var (path, body) in new (string, object?)[] { ("agenda/items/opening/outcome", new { outcome = "approved" }), ("minutes/approval", null), ("minutes/distribution", null) })
        {
            var answer = await _host.SendAsync("PUT", $"{at}/{path}", body);
            answer.Status.ShouldBe(200, answer.Text);
        }
    }

    private async Task<string?> MailsAsync(string meeting, string where) =>
        (await _host.ScalarAsync($"SELECT string_agg(recipient, ' ' ORDER BY recipient) FROM outgoing_mail WHERE cause = 'minutes/{meeting}' AND {where}")) as string;

    private async Task<string> AddressAsync() => new Uri(((string)(await _host.ScalarAsync("SELECT unsubscribe FROM outgoing_mail WHERE recipient = 'chef'"))!)).PathAndQuery;

    private async Task<long> DeclinedAsync() => (long)(await _host.ScalarAsync("SELECT count(*) FROM declined_mail WHERE kind = 'minutes_for_information'"))!;
}
