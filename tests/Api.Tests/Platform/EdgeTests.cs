using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Tests.Features;
using Microsoft.Extensions.Configuration;

namespace Initiatives.Api.Tests.Platform;

/// <summary>What holds for every answer, and under which names there is one.</summary>
public sealed class EdgeTests(EdgeTests.Served served) : IClassFixture<EdgeTests.Served>
{
    public sealed class Served : IAsyncLifetime
    {
        internal ApiHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Host = await Midt.StartAsync("--INITIATIVES_PUBLIC_URL=https://initiatives.example.org/");

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", null)]
    [InlineData("/nowhere", null)]
    [InlineData("/api/v1/clusters", 200)]
    [InlineData("/api/v1/nowhere", 404)]
    [InlineData("/openapi/v1.json", 200)]
    [InlineData("/lib/dkfds/css/dkfds.min.css", 200)]
    [InlineData("/lib/nothing.css", 404)]
    [InlineData("/health/ready", 200)]
    public async Task Every_answer_tells_the_browser_to_be_careful(string path, int? status)
    {
        using var answer = await GetAsync(path);
        if (status is not null) ((int)answer.StatusCode).ShouldBe(status.Value);
        One(answer, "X-Content-Type-Options").ShouldBe("nosniff");
        One(answer, "Referrer-Policy").ShouldBe("same-origin");
        One(answer, "Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        One(answer, "Permissions-Policy").ShouldNotBeNull().ShouldContain("camera=()");
        One(answer, "Content-Security-Policy").ShouldNotBeNull().ShouldContain("frame-ancestors 'none'");
        One(answer, "Strict-Transport-Security").ShouldBeNull("it came over http");
        One(answer, "Server").ShouldBeNull();
    }

    [Fact]
    public async Task Over_https_as_the_proxy_on_this_machine_tells_it_the_browser_is_to_insist_on_https()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await served.Host.Client.SendAsync(request, Cancellation);
        One(answer, "Strict-Transport-Security").ShouldBe("max-age=31536000");
    }

    [Theory]
    [InlineData("rebound.example.com")]
    [InlineData("127.0.0.1.example.com")]
    [InlineData("0.0.0.0")]
    public async Task Under_a_name_that_is_not_its_own_it_answers_nobody_and_says_why(string host)
    {
        using var api = await GetAsync("/api/v1/clusters", host);
        ((int)api.StatusCode).ShouldBe(400);
        (await api.Content.ReadAsStringAsync(Cancellation)).ShouldContain("\"host-unknown\"");

        using var page = await GetAsync("/", host);
        ((int)page.StatusCode).ShouldBe(400);
        var told = await page.Content.ReadAsStringAsync(Cancellation);
        told.ShouldContain(host);
        told.ShouldContain(AllowedHosts.Setting);
        told.ShouldNotContain("Sundhedsklynge");
        One(page, "X-Content-Type-Options").ShouldBe("nosniff");
    }

    [Theory]
    [InlineData("/openapi/v1.json", "initiatives.example.org")]
    [InlineData("/openapi/v1.json", "INITIATIVES.example.org:8443")]
    [InlineData("/openapi/v1.json", "localhost")]
    [InlineData("/openapi/v1.json", "[::1]:5080")]
    [InlineData("/health/live", "node1:8080")]
    public async Task Under_its_own_names_it_answers_and_its_health_under_any(string path, string host)
    {
        using var answer = await GetAsync(path, host);
        ((int)answer.StatusCode).ShouldBe(200);
    }

    [Theory]
    [InlineData(null, "http://10.1.2.3:5080", "10.1.2.3", true)]
    [InlineData(null, "http://*:5080", "10.1.2.3", false)]
    [InlineData("a.example.org, *.b.example.org", "http://10.1.2.3:5080", "x.b.example.org", true)]
    [InlineData("a.example.org, *.b.example.org", "http://10.1.2.3:5080", "b.example.org", false)]
    [InlineData("a.example.org", "http://10.1.2.3:5080", "10.1.2.3", false)]
    [InlineData("*", "http://10.1.2.3:5080", "anything", true)]
    public void The_names_are_those_it_listens_on_unless_a_setting_lists_them(string? setting, string listening, string host, bool allowed)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [AllowedHosts.Setting] = setting }).Build();
        AllowedHosts.Of(settings, [listening]).Allows(host).ShouldBe(allowed);
    }

    [Fact]
    public void Proxies_are_addresses_and_networks_and_anything_else_is_told()
    {
        Proxies.Read("10.0.0.7, 10.1.0.0/16, fd00::/8").Select(n => n.ToString()).ShouldBe(["10.0.0.7/32", "10.1.0.0/16", "fd00::/8"]);
        Proxies.Read(null).ShouldBeEmpty();
        Should.Throw<OperatorFault>(() => Proxies.Read("proxy.example.org").ToList()).Code.ShouldBe("proxies-malformed");
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        return await served.Host.Client.SendAsync(request, Cancellation);
    }

    private static string? One(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
