using Initiatives.Api.Features.Interchange;
using Initiatives.Api.Rights;
using Initiatives.Api.SignIn;
using Initiatives.Api.Tests.Features;
using MediatR;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Api.Tests.SignIn;

/// <summary>A link to one task opens that task, until its round is over, and nothing else.</summary>
public sealed class TaskLinkTests : IAsyncLifetime
{
    private const string Midt = "eksempel-midt";
    private const string Form = "/indsatser/10/status";
    private const string TaskCookie = "initiatives-task";

    private ApiHost _host = null!;
    private Visitor _visitor = null!;
    private string _secret = null!;

    public async ValueTask InitializeAsync()
    {
        var now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        _host = await ApiHost.StartAsync(now);
        await _host.Services.GetRequiredService<IMediator>().Send(new LoadDemo(now));
        var stream = (string)(await _host.ScalarAsync($"SELECT stream_id FROM initiative_cards WHERE tenant_id = '{Midt}' AND stream_id LIKE '%/10'"))!;
        _secret = await _host.Services.GetRequiredService<TaskLinks>().MakeAsync(new(Midt, "projektejer-10", stream, "chefforum-2026-03-19", now.AddHours(20)), default);
        _visitor = new(_host.Client.BaseAddress!);
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task It_opens_its_own_status_form_as_often_as_it_is_followed()
    {
        for (var n = 0; n < 2; n++)
        {
            var sent = await _visitor.GetAsync($"/opgave/{_secret}");
            sent.Location!.AbsolutePath.ShouldBe(Form);
            (await _visitor.GetAsync(sent.Location.PathAndQuery)).Status.ShouldBe(200);
        }
    }

    [Fact]
    public async Task It_opens_no_other_page()
    {
        await _visitor.GetAsync($"/opgave/{_secret}");
        var token = _visitor.Cookie(TaskCookie, Form)!;
        // A browser shows the cookie below the form alone; a thief shows it everywhere, and as what it is not.
        using var thief = new Visitor(_host.Client.BaseAddress!);
        thief.Keep(TaskCookie, token);
        thief.Keep("initiatives", token);
        var tried = 0;
        foreach (var route in Pages().Where(r => r.RoutePattern.Parameters.All(p => p.Name == "number")))
        {
            foreach (var number in new[] { "9", "10" })
            {
                var path = "/" + route.RoutePattern.RawText!.TrimStart('/').Replace("{number:int}", number, StringComparison.Ordinal);
                var right = route.Metadata.GetMetadata<Needs>()!.Right;
                if (right.ByTask && number == "10" && path.Contains("/10", StringComparison.Ordinal)) continue;
                tried++;
                var seen = await thief.GetAsync($"{path}?klynge={Midt}");
                (seen.Status is 403 || seen.Location?.AbsolutePath == "/log-ind" || right == RightsTable.OwnAccount && seen.Status is 403 or 404).ShouldBeTrue($"{path}: {seen.Status}");
            }
        }
        tried.ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task It_opens_nothing_in_the_API()
    {
        await _visitor.GetAsync($"/opgave/{_secret}");
        foreach (var shown in new[] { _secret, _visitor.Cookie(TaskCookie, Form)! })
        {
            using var client = _host.NewClient(shown);
            using var answer = await client.GetAsync($"/api/v1/clusters/{Midt}", TestContext.Current.CancellationToken);
            ((int)answer.StatusCode).ShouldBe(401);
        }
    }

    [Fact]
    public async Task It_is_dead_when_its_round_is_over_and_so_is_what_it_opened()
    {
        await _visitor.GetAsync($"/opgave/{_secret}");
        _host.Clock.Now += TimeSpan.FromHours(20);

        (await _visitor.GetAsync($"/opgave/{_secret}")).Status.ShouldBe(410);
        (await _visitor.GetAsync(Form)).Location!.AbsolutePath.ShouldBe("/log-ind");
    }

    [Fact]
    public async Task It_is_dead_when_it_is_revoked_and_so_is_what_it_opened()
    {
        await _visitor.GetAsync($"/opgave/{_secret}");
        await _host.Services.GetRequiredService<TaskLinks>().RevokeAsync(Midt, "projektejer-10", TestContext.Current.CancellationToken);

        (await _visitor.GetAsync($"/opgave/{_secret}")).Status.ShouldBe(410);
        (await _visitor.GetAsync(Form)).Location!.AbsolutePath.ShouldBe("/log-ind");
    }

    [Fact]
    public async Task It_is_kept_as_a_hash() =>
        ((string)(await _host.ScalarAsync("SELECT string_agg(l::text, ' ') FROM task_links l"))!).ShouldNotContain(_secret);

    [Fact]
    public async Task A_made_up_one_opens_nothing() => (await _visitor.GetAsync($"/opgave/{Secret.Make()}")).Status.ShouldBe(410);

    private IEnumerable<RouteEndpoint> Pages() => _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(r => r.Metadata.GetMetadata<IsPage>() is not null && r.Metadata.GetMetadata<Needs>() is not null)
        .Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET"));
}
