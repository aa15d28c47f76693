using Initiatives.Api.Features.People;
using Initiatives.Api.Mail;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Tests.Features;
using Initiatives.Domain;
using Initiatives.EventStore;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Initiatives.Api.Tests.SignIn;

/// <summary>Signing in by an organisation's provider, against a real one that can be made to lie.</summary>
public sealed class OpenIdTests(OpenIdServer server) : IClassFixture<OpenIdServer>, IAsyncLifetime
{
    private const string Begin = "/log-ind/organisation/nord?til=/min-side";
    private const string Invited = "projektejer@rn.dk";
    private const string Attempt = "initiatives-attempt";
    private const string AnswerPath = "/log-ind/organisation/nord/svar";

    private ApiHost _host = null!;
    private Visitor _visitor = null!;

    public async ValueTask InitializeAsync()
    {
        // The provider's clock is the machine's own.
        _host = await ApiHost.StartAsync(TimeProvider.System.GetUtcNow(), Settings("regionen"));
        await InviteAsync(Invited, "regionen");
        _visitor = new(_host.Client.BaseAddress!);
        await server.BendAsync(null);
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task The_sign_in_page_offers_the_provider() =>
        (await _visitor.GetAsync("/log-ind?til=/rapporter")).Text.ShouldContain("/log-ind/organisation/nord?til=%2Frapporter");

    [Theory]
    [InlineData(null)]
    [InlineData("mail-in-token")]
    public async Task An_invited_person_is_signed_in_and_comes_where_they_were_going(string? way)
    {
        await server.BendAsync(way);
        var home = await AnswerAsync(Invited);

        home.Status.ShouldBe(303);
        home.Location!.PathAndQuery.ShouldBe("/min-side");
        (await _visitor.GetAsync("/min-side")).Text.ShouldContain(Invited);
        (await _host.ScalarAsync("SELECT how FROM sessions")).ShouldBe("nord");
    }

    [Fact]
    public async Task The_question_carries_state_nonce_and_a_hashed_verifier()
    {
        var question = (await _visitor.GetAsync(Begin)).Location!.Query;

        question.ShouldContain("response_type=code");
        question.ShouldContain("code_challenge_method=S256");
        foreach (var name in new[] { "state", "nonce", "code_challenge" }) question.ShouldMatch($"[?&]{name}=[A-Za-z0-9_-]{{43}}(&|$)");
        _visitor.Cookie(Attempt, AnswerPath).ShouldNotBeNull().ShouldNotContain("nonce", Case.Insensitive);
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("no-nonce")]
    [InlineData("audience")]
    [InlineData("party")]
    [InlineData("issuer")]
    [InlineData("expired")]
    [InlineData("foreign-key")]
    [InlineData("tampered")]
    [InlineData("unsigned")]
    [InlineData("other-subject")]
    public async Task An_id_token_that_is_wrong_in_any_one_way_signs_nobody_in(string way)
    {
        await server.BendAsync(way);
        await ShouldBeRefusedAsync(await AnswerAsync(Invited), 400, "Loginnet lykkedes ikke");
    }

    [Fact]
    public async Task A_provider_that_breaks_down_is_told_of_and_signs_nobody_in()
    {
        await server.BendAsync("broken");
        await ShouldBeRefusedAsync(await AnswerAsync(Invited), 503, "svarer ikke");
    }

    [Fact]
    public async Task An_address_that_the_provider_has_not_verified_signs_nobody_in() =>
        await ShouldBeRefusedAsync(await AnswerAsync("unverified:" + Invited), 403, "ikke bekræftet");

    [Theory]
    [InlineData("projektejer@aalborg.dk")]
    [InlineData("projektejer@ondt.rn.dk")]
    [InlineData("projektejer@rn.dk@ondt.dk")]
    [InlineData("proje\u212Atejer@rn.dk")]
    public async Task An_address_of_a_domain_that_is_not_the_providers_signs_nobody_in(string mail)
    {
        await InviteAsync(mail, "regionen");
        await ShouldBeRefusedAsync(await AnswerAsync(mail), 403, "ikke bekræftet");
    }

    [Fact]
    public async Task Somebody_whom_no_cluster_has_invited_is_told_so_and_gets_no_session() =>
        await ShouldBeRefusedAsync(await AnswerAsync("ukendt@rn.dk"), 403, "Du er ikke inviteret endnu");

    [Fact]
    public async Task Somebody_of_an_organisation_that_is_not_the_providers_is_not_invited_by_it()
    {
        await InviteAsync("kommunalt@rn.dk", "aalborg");
        await ShouldBeRefusedAsync(await AnswerAsync("kommunalt@rn.dk"), 403, "Du er ikke inviteret endnu");
    }

    [Fact]
    public async Task An_answer_is_taken_once()
    {
        var back = await _visitor.ProveAsync(Begin, Invited);
        var kept = _visitor.Cookie(Attempt, AnswerPath)!;
        (await _visitor.GetAsync(back.PathAndQuery)).Status.ShouldBe(303);

        (await _visitor.GetAsync(back.PathAndQuery)).Status.ShouldBe(400, "the browser has forgotten the attempt");
        _visitor.Keep(Attempt, kept, AnswerPath);
        (await _visitor.GetAsync(back.PathAndQuery)).Status.ShouldBe(400, "the provider has redeemed the code");
        (await _host.ScalarAsync("SELECT count(*) FROM sessions")).ShouldBe(1L);
    }

    [Fact]
    public async Task An_answer_counts_only_in_the_browser_that_asked()
    {
        var back = await _visitor.ProveAsync(Begin, Invited);
        using var other = new Visitor(_host.Client.BaseAddress!);
        await other.GetAsync(Begin);

        await ShouldBeRefusedAsync(await other.GetAsync(back.PathAndQuery), 400, "Loginnet lykkedes ikke");
    }

    [Fact]
    public async Task An_answer_to_another_question_or_from_another_issuer_is_not_taken()
    {
        var back = (await _visitor.ProveAsync(Begin, Invited)).PathAndQuery;
        var kept = _visitor.Cookie(Attempt, AnswerPath)!;

        await ShouldBeRefusedAsync(await _visitor.GetAsync(back.Replace("state=", "state=x", StringComparison.Ordinal)), 400, "Loginnet lykkedes ikke");
        _visitor.Keep(Attempt, kept, AnswerPath);
        await ShouldBeRefusedAsync(await _visitor.GetAsync(back.Replace("iss=http", "iss=https", StringComparison.Ordinal)), 400, "Loginnet lykkedes ikke");
    }

    [Fact]
    public async Task An_attempt_is_over_after_ten_minutes()
    {
        var back = await _visitor.ProveAsync(Begin, Invited);
        _host.Clock.Now += TimeSpan.FromMinutes(10);

        await ShouldBeRefusedAsync(await _visitor.GetAsync(back.PathAndQuery), 400, "Loginnet lykkedes ikke");
    }

    [Fact]
    public async Task It_leads_nowhere_but_to_this_service()
    {
        var back = await _visitor.ProveAsync("/log-ind/organisation/nord?til=//ondt.example", Invited);

        (await _visitor.GetAsync(back.PathAndQuery)).Location!.AbsoluteUri.ShouldBe(new Uri(_host.Client.BaseAddress!, "/").AbsoluteUri);
    }

    [Fact]
    public async Task A_provider_that_nobody_has_named_is_not_found() =>
        (await _visitor.GetAsync("/log-ind/organisation/syd")).Status.ShouldBe(404);

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_goes_on_to_the_provider()
    {
        await AnswerAsync(Invited);
        var goodbye = await _visitor.PostAsync("/log-ud", "/min-side");

        (await _host.ScalarAsync("SELECT count(*) FROM sessions")).ShouldBe(0L);
        (await _visitor.GetAsync("/min-side")).Location!.AbsolutePath.ShouldBe("/log-ind");
        var onwards = new Uri(goodbye.Refresh.ShouldNotBeNull()["0; url=".Length..]);
        onwards.GetLeftPart(UriPartial.Path).ShouldBe(new Uri(server.Issuer, "/session/end").AbsoluteUri);
        var asked = await _visitor.GetAsync(onwards.AbsoluteUri);
        asked.Status.ShouldBe(200, "the provider knows whose session it is, and where it may go afterwards");
        asked.Text.ShouldContain("logout");
    }

    [Fact]
    public async Task Another_node_takes_the_answer_because_they_share_the_key_ring()
    {
        // Behind a proxy both have one address.
        await using var other = await _host.StartAnotherAsync([.. Settings("regionen"), $"--{PublicAddress.Setting}={_host.Client.BaseAddress}"]);
        var back = await _visitor.ProveAsync(Begin, Invited);
        using var there = new Visitor(other.Client.BaseAddress!);
        there.Keep(Attempt, _visitor.Cookie(Attempt, AnswerPath)!, AnswerPath);

        (await there.GetAsync(back.PathAndQuery)).Status.ShouldBe(303);
        (await there.GetAsync("/min-side")).Text.ShouldContain(Invited);
        (await _host.ScalarAsync("SELECT count(*) FROM data_protection_keys")).ShouldBe(1L);
        (await _host.ScalarAsync("SELECT xml FROM data_protection_keys")).ShouldBeOfType<string>().ShouldNotContain("masterKey", Case.Insensitive);
    }

    [Fact]
    public async Task With_another_token_the_ring_is_read_by_nobody_and_made_anew()
    {
        var before = _host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Protect("secret");
        await using var other = await _host.StartAnotherAsync([.. Settings("regionen"), $"--{OperatorToken.Setting}=another token of the installation's"]);
        var protector = other.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("x");

        Should.Throw<System.Security.Cryptography.CryptographicException>(() => protector.Unprotect(before));
        protector.Unprotect(protector.Protect("secret")).ShouldBe("secret");
    }

    private async Task<Seen> AnswerAsync(string login) => await _visitor.GetAsync((await _visitor.ProveAsync(Begin, login)).PathAndQuery);

    private async Task ShouldBeRefusedAsync(Seen seen, int status, string said)
    {
        seen.Status.ShouldBe(status);
        seen.Text.ShouldContain(said);
        (await _host.ScalarAsync("SELECT count(*) FROM sessions")).ShouldBe(0L);
        _visitor.Cookie("initiatives").ShouldBeNull();
    }

    private async Task InviteAsync(string mail, string organisation)
    {
        var sources = _host.Services.GetRequiredService<EventStoreDataSources>();
        await using var connection = await sources.System.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { PeopleRegister.Recording(new Person(Guid.NewGuid().ToString("N"), "midt", "Projektejer", mail, null, organisation, "da", [])) },
        };
        await batch.ExecuteNonQueryAsync();
    }

    private string[] Settings(string organisations) =>
    [
        "--INITIATIVES_OIDC:0:NAME=nord", "--INITIATIVES_OIDC:0:TITLE=Region Nordjylland", $"--INITIATIVES_OIDC:0:AUTHORITY={server.Issuer}", "--INITIATIVES_OIDC:0:CLIENT_ID=initiatives",
        "--INITIATIVES_OIDC:0:CLIENT_SECRET=a secret with: odd & characters, as some providers make them", "--INITIATIVES_OIDC:0:MAIL_DOMAINS=RN.dk, regionnord.dk",
        $"--INITIATIVES_OIDC:0:ORGANISATIONS={organisations}",
    ];
}
