using System.Text.RegularExpressions;
using Initiatives.Api.Features.Interchange;
using Initiatives.Api.SignIn;
using Initiatives.Api.Tests.Features;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Api.Tests.SignIn;

/// <summary>Programs' ways in: shown once, as far as their owner's rights or the role they were given, closed at once.</summary>
public sealed partial class TokenTests : IAsyncLifetime
{
    private const string Midt = "eksempel-midt";

    private ApiHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        var now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        _host = await ApiHost.StartAsync(now);
        await _host.Services.GetRequiredService<IMediator>().Send(new LoadDemo(now));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_person_makes_a_token_that_is_shown_once_listed_with_its_use_and_closed()
    {
        using var owner = await SignedInAsync("projektejer-10");
        var made = await owner.PostAsync("/min-side/tokens", "/min-side", ("name", "Regneark"), ("access", "read"), ("days", "30"));
        made.Status.ShouldBe(200);
        var secret = Shown().Match(made.Text).Groups[1].Value;

        var listed = (await owner.GetAsync("/min-side")).Text;
        listed.ShouldContain("Regneark");
        listed.ShouldContain("Aldrig");
        listed.ShouldNotContain(secret);
        ((string)(await _host.ScalarAsync("SELECT string_agg(t::text, ' ') FROM api_tokens t"))!).ShouldNotContain(secret);
        (await StatusAsync(secret, $"/api/v1/clusters/{Midt}")).ShouldBe(200);
        (await owner.GetAsync("/min-side")).Text.ShouldNotContain("Aldrig");

        var id = (Guid)(await _host.ScalarAsync("SELECT id FROM api_tokens"))!;
        (await owner.PostAsync("/min-side/tokens/luk", "/min-side", ("token", id.ToString()))).Status.ShouldBe(303);
        (await StatusAsync(secret, $"/api/v1/clusters/{Midt}")).ShouldBe(401);
    }

    [Theory]
    [InlineData("", "read", "30")]
    [InlineData("Regneark", "secretariat", "30")]
    [InlineData("Regneark", "read", "366")]
    [InlineData("Regneark", "read", "0")]
    public async Task A_token_has_a_name_an_access_and_a_year_at_most(string name, string access, string days)
    {
        using var owner = await SignedInAsync("projektejer-10");

        (await owner.PostAsync("/min-side/tokens", "/min-side", ("name", name), ("access", access), ("days", days))).Status.ShouldBe(400);
        (await _host.ScalarAsync("SELECT count(*) FROM api_tokens")).ShouldBe(0L);
    }

    [Fact]
    public async Task A_token_is_over_when_its_time_is()
    {
        var secret = await MakeAsync("projektejer-10", write: false, days: 30);
        _host.Clock.Now += TimeSpan.FromDays(30);

        (await StatusAsync(secret, $"/api/v1/clusters/{Midt}")).ShouldBe(401);
    }

    [Fact]
    public async Task A_token_for_reading_changes_nothing_and_makes_no_other()
    {
        var secret = await MakeAsync("sekretariat", write: false, days: 30);

        (await StatusAsync(secret, $"/api/v1/clusters/{Midt}/name", "PUT", """{"name":"x"}""")).ShouldBe(403);
        (await StatusAsync(secret, "/api/v1/tokens", "POST", $$"""{"cluster":"{{Midt}}","name":"en til","write":true,"days":30}""")).ShouldBe(403);
        (await StatusAsync(secret, $"/api/v1/clusters/{Midt}/integrations", "POST", """{"name":"en til","role":"reader","days":30}""")).ShouldBe(403);
    }

    [Fact]
    public async Task A_token_made_with_a_token_does_not_outlive_it()
    {
        var first = await MakeAsync("projektejer-10", write: true, days: 5);

        (await StatusAsync(first, "/api/v1/tokens", "POST", $$"""{"cluster":"{{Midt}}","name":"en til","write":true,"days":365}""")).ShouldBe(201);
        (await _host.ScalarAsync("SELECT count(DISTINCT expires) FROM api_tokens")).ShouldBe(1L);
    }

    [Fact]
    public async Task Nobody_closes_somebody_elses_token()
    {
        await MakeAsync("projektejer-10", write: false, days: 30);
        var id = (Guid)(await _host.ScalarAsync("SELECT id FROM api_tokens"))!;
        using var other = await SignedInAsync("sekretariat");

        (await other.PostAsync("/min-side/tokens/luk", "/min-side", ("token", id.ToString()))).Status.ShouldBe(404);
        (await other.PostAsync("/sekretariat/integrationer/luk", "/sekretariat/integrationer", ("token", id.ToString()))).Status.ShouldBe(404);
        (await _host.ScalarAsync("SELECT count(*) FROM api_tokens WHERE revoked IS NULL")).ShouldBe(1L);
    }

    [Fact]
    public async Task An_integration_has_the_role_it_was_given_in_its_own_cluster()
    {
        using var secretariat = await SignedInAsync("sekretariat");
        var made = await secretariat.PostAsync("/sekretariat/integrationer", "/sekretariat/integrationer", ("name", "Ledelsesinformation"), ("access", "reader"), ("days", "365"));
        var secret = Shown().Match(made.Text).Groups[1].Value;

        (await StatusAsync(secret, $"/api/v1/clusters/{Midt}")).ShouldBe(200);
        (await StatusAsync(secret, "/api/v1/clusters/eksempel-syd")).ShouldBe(403);
        (await StatusAsync(secret, $"/api/v1/clusters/{Midt}/name", "PUT", """{"name":"x"}""")).ShouldBe(403);
        (await StatusAsync(secret, "/api/v1/tokens", "POST", $$"""{"cluster":"{{Midt}}","name":"en til","write":true,"days":30}""")).ShouldBe(403);
    }

    private async Task<Visitor> SignedInAsync(string person)
    {
        var visitor = new Visitor(_host.Client.BaseAddress!);
        visitor.Keep("initiatives", await _host.Services.GetRequiredService<Sessions>().BeginAsync($"{person}@example.invalid", "persona", "test", null, default));
        return visitor;
    }

    private async Task<string> MakeAsync(string person, bool write, int days) => (await _host.Services.GetRequiredService<ApiTokens>().MakeAsync(
        new(default, Midt, "test", person, null, write, person, default, _host.Clock.Now.AddDays(days), null), default)).Secret;

    private async Task<int> StatusAsync(string secret, string path, string method = "GET", string? body = null)
    {
        using var client = _host.NewClient(secret);
        using var request = ApiHost.Request(method, path, body is null ? null : System.Text.Encoding.UTF8.GetBytes(body));
        using var answer = await client.SendAsync(request);
        return (int)answer.StatusCode;
    }

    [GeneratedRegex("<code class=\"secret\">([^<]+)</code>")]
    private static partial Regex Shown();
}
