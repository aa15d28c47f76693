using Initiatives.Api.SignIn;
using Initiatives.Api.Tests.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Api.Tests.SignIn;

/// <summary>Sessions stand on the server and end there.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private const string Mail = "projektejer@rn.dk";

    private ApiHost _host = null!;
    private Sessions _sessions = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await ApiHost.StartAsync(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        _sessions = _host.Services.GetRequiredService<Sessions>();
        await Register.AddAsync(_host, Register.Someone(Mail));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_session_that_is_ended_opens_nothing_at_the_next_request()
    {
        using var here = await SignedInAsync();
        using var there = await SignedInAsync();
        (await there.GetAsync("/min-side")).Status.ShouldBe(200);

        await here.PostAsync("/min-side/sessioner", "/min-side", ("session", SessionOf(there)));

        (await there.GetAsync("/min-side")).Location!.AbsolutePath.ShouldBe("/log-ind");
        (await here.GetAsync("/min-side")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task All_sessions_of_an_address_can_be_ended_at_once()
    {
        using var here = await SignedInAsync();
        using var there = await SignedInAsync();

        await here.PostAsync("/min-side/sessioner", "/min-side", ("session", "alle"));

        (await here.GetAsync("/min-side")).Location!.AbsolutePath.ShouldBe("/log-ind");
        (await there.GetAsync("/min-side")).Location!.AbsolutePath.ShouldBe("/log-ind");
    }

    [Fact]
    public async Task Nobody_ends_somebody_elses_session()
    {
        await Register.AddAsync(_host, Register.Someone("en-anden@rn.dk"));
        using var here = await SignedInAsync();
        using var somebody = await SignedInAsync("en-anden@rn.dk");

        await here.PostAsync("/min-side/sessioner", "/min-side", ("session", SessionOf(somebody)));

        (await somebody.GetAsync("/min-side")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_session_that_is_not_used_for_a_day_is_over()
    {
        using var visitor = await SignedInAsync();
        _host.Clock.Now += Sessions.Idle - TimeSpan.FromMinutes(1);
        (await visitor.GetAsync("/min-side")).Status.ShouldBe(200, "it was used in time, and lasts another day");
        _host.Clock.Now += Sessions.Idle - TimeSpan.FromMinutes(1);
        (await visitor.GetAsync("/min-side")).Status.ShouldBe(200);
        _host.Clock.Now += Sessions.Idle;

        (await visitor.GetAsync("/min-side")).Location!.AbsolutePath.ShouldBe("/log-ind");
    }

    [Fact]
    public async Task A_session_is_over_after_thirty_days_however_much_it_is_used()
    {
        using var visitor = await SignedInAsync();
        var end = _host.Clock.Now + Sessions.Longest;
        for (_host.Clock.Now += TimeSpan.FromHours(23); _host.Clock.Now < end; _host.Clock.Now += TimeSpan.FromHours(23))
            (await visitor.GetAsync("/min-side")).Status.ShouldBe(200);

        _host.Clock.Now = end;
        (await visitor.GetAsync("/min-side")).Location!.AbsolutePath.ShouldBe("/log-ind");
    }

    [Fact]
    public async Task A_form_of_another_session_is_refused()
    {
        using var here = await SignedInAsync();
        using var there = await SignedInAsync();
        var key = (string)(await _host.ScalarAsync($"SELECT form_key FROM sessions WHERE encode(id, 'hex') = '{SessionOf(there)}'"))!;

        (await here.PostRawAsync("/min-side/sessioner", ("session", "alle"), ("key", key))).Status.ShouldBe(400);
        (await here.PostRawAsync("/min-side/sessioner", ("session", "alle"))).Status.ShouldBe(400);
        (await _host.ScalarAsync("SELECT count(*) FROM sessions")).ShouldBe(2L);
    }

    [Fact]
    public async Task A_made_up_cookie_is_nobody()
    {
        using var visitor = new Visitor(_host.Client.BaseAddress!);
        visitor.Keep("initiatives", Secret.Make());

        (await visitor.GetAsync("/min-side")).Location!.AbsolutePath.ShouldBe("/log-ind");
    }

    private async Task<Visitor> SignedInAsync(string mail = Mail)
    {
        var visitor = new Visitor(_host.Client.BaseAddress!);
        visitor.Keep("initiatives", await _sessions.BeginAsync(mail, "mail", "test", null, default));
        return visitor;
    }

    private static string SessionOf(Visitor visitor) => Convert.ToHexStringLower(Secret.HashOf(visitor.Cookie("initiatives")!));
}
