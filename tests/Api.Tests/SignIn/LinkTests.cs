using Initiatives.Api.SignIn;
using Initiatives.Api.Tests.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Api.Tests.SignIn;

/// <summary>Signing in by a link that was sent by mail.</summary>
public sealed class LinkTests : IAsyncLifetime
{
    private const string Known = "Projektejer@rn.dk";
    private const string MarkOfVisitor = "initiatives-visitor";

    private ApiHost _host = null!;
    private Visitor _visitor = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await ApiHost.StartAsync(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await Register.AddAsync(_host, Register.Someone(Known));
        _visitor = new(_host.Client.BaseAddress!);
        await _visitor.GetAsync("/log-ind");
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_link_signs_in_once_whoever_asked_for_it()
    {
        var link = await LinkAsync();

        var home = await _visitor.GetAsync($"{link}?til=/min-side");
        home.Location!.PathAndQuery.ShouldBe("/min-side");
        (await _visitor.GetAsync("/min-side")).Text.ShouldContain("projektejer@rn.dk");
        (await _visitor.GetAsync(link)).Status.ShouldBe(410, "it is used up");
    }

    [Fact]
    public async Task A_link_opened_in_another_browser_signs_nobody_in_and_is_not_used_up()
    {
        var link = await LinkAsync();
        using var mailProgram = new Visitor(_host.Client.BaseAddress!);

        (await mailProgram.GetAsync(link)).Status.ShouldBe(410);
        await mailProgram.GetAsync("/log-ind");
        (await mailProgram.GetAsync(link)).Status.ShouldBe(410, "a mark of its own does not help");
        (await _visitor.GetAsync(link)).Status.ShouldBe(303);
    }

    [Theory]
    [InlineData(14.9, 303)]
    [InlineData(15, 410)]
    public async Task A_link_lasts_fifteen_minutes(double minutes, int status)
    {
        var link = await LinkAsync();
        _host.Clock.Now += TimeSpan.FromMinutes(minutes);

        (await _visitor.GetAsync(link)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Neither_the_link_nor_the_browsers_mark_nor_the_session_is_kept_in_the_clear()
    {
        var link = await LinkAsync();
        await _visitor.GetAsync(link);
        var secrets = new[] { link[(link.LastIndexOf('/') + 1)..], _visitor.Cookie(MarkOfVisitor)!, _visitor.Cookie("initiatives")! };

        var kept = (string)(await _host.ScalarAsync("SELECT (SELECT string_agg(l::text, ' ') FROM sign_in_links l) || (SELECT string_agg(s::text, ' ') FROM sessions s)"))!;
        foreach (var secret in secrets) kept.ShouldNotContain(secret);
    }

    [Fact]
    public async Task The_fourth_request_within_fifteen_minutes_sends_nothing_and_is_answered_like_the_others()
    {
        var answers = new List<Seen>();
        for (var n = 0; n < 4; n++) answers.Add(await _visitor.PostAsync("/log-ind", "/log-ind", ("mail", Known)));

        answers.Select(a => a.Status).Distinct().ShouldBe([200]);
        answers.Select(a => a.Text).Distinct().Count().ShouldBe(1);
        (await _host.ScalarAsync("SELECT count(*) FROM sign_in_links")).ShouldBe(3L);
        (await _host.ScalarAsync("SELECT count(*) FROM outgoing_mail")).ShouldBe(3L);

        _host.Clock.Now += SignInLinks.Lasts;
        await _visitor.PostAsync("/log-ind", "/log-ind", ("mail", Known));
        (await _host.ScalarAsync("SELECT count(*) FROM outgoing_mail")).ShouldBe(4L, "a quarter of an hour later there is a new share");
    }

    [Fact]
    public async Task An_address_that_nobody_has_is_answered_alike_and_sent_nothing()
    {
        var known = await _visitor.PostAsync("/log-ind", "/log-ind", ("mail", Known));
        var unknown = await _visitor.PostAsync("/log-ind", "/log-ind", ("mail", "ukendt@rn.dk"));

        unknown.Status.ShouldBe(known.Status);
        unknown.Text.ShouldBe(known.Text);
        (await _host.ScalarAsync("SELECT string_agg(address, ' ') FROM outgoing_mail")).ShouldBe(Known);
    }

    [Fact]
    public async Task The_mail_goes_to_the_address_in_the_register_and_not_to_one_that_folds_to_it()
    {
        await Register.AddAsync(_host, Register.Someone("kim@rn.dk"));
        // U+212A, which PostgreSQL folds to k; to a mail server it is another mailbox.
        await _visitor.PostAsync("/log-ind", "/log-ind", ("mail", "\u212Aim@rn.dk"));

        (await _host.ScalarAsync("SELECT coalesce(string_agg(address, ' '), '') FROM outgoing_mail")).ShouldBeOneOf("", "kim@rn.dk");
    }

    [Theory]
    [InlineData("//ondt.example")]
    [InlineData("/\\ondt.example")]
    [InlineData("https://ondt.example")]
    [InlineData("/%0d%0aSet-Cookie:x=y")]
    public async Task A_link_leads_nowhere_but_to_this_service(string back)
    {
        var home = await _visitor.GetAsync($"{await LinkAsync()}?til={back}");

        home.Status.ShouldBe(303);
        home.Location!.AbsoluteUri.ShouldBe(_host.Client.BaseAddress!.AbsoluteUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ikke en adresse")]
    [InlineData("Navn <navn@rn.dk>")]
    [InlineData("navn@rn.dk\r\nBcc: alle@rn.dk")]
    public async Task What_is_no_address_is_told_at_its_field(string typed)
    {
        var answer = await _visitor.PostAsync("/log-ind", "/log-ind", ("mail", typed));

        answer.Status.ShouldBe(400);
        answer.Text.ShouldContain("mail-error");
        (await _host.ScalarAsync("SELECT count(*) FROM sign_in_links")).ShouldBe(0L);
    }

    [Fact]
    public async Task A_form_without_its_key_is_refused()
    {
        (await _visitor.PostRawAsync("/log-ind", ("mail", Known))).Status.ShouldBe(400);
        (await _visitor.PostRawAsync("/log-ind", ("mail", Known), ("key", "en fremmed"))).Status.ShouldBe(400);
        (await _host.ScalarAsync("SELECT count(*) FROM sign_in_links")).ShouldBe(0L);
    }

    [Fact]
    public async Task Whoever_knocks_too_often_is_told_to_wait_on_a_page_of_its_own()
    {
        Seen last;
        var knocks = 0;
        do last = await _visitor.GetAsync($"/log-ind/{Secret.Make()}"); while (last.Status == 410 && ++knocks < 100);

        last.Status.ShouldBe(429);
        last.Text.ShouldContain("<h1>");
        knocks.ShouldBe(60);
    }

    /// <summary>As the mail would have it.</summary>
    private async Task<string> LinkAsync() =>
        $"/log-ind/{await _host.Services.GetRequiredService<SignInLinks>().MakeAsync(Known, _visitor.Cookie(MarkOfVisitor)!, default)}";
}
