using Initiatives.Api.Features.Interchange;
using Initiatives.Api.Platform;
using Initiatives.Api.SignIn;
using Initiatives.Api.Tests.Features;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Api.Tests.SignIn;

/// <summary>Being one of the demo's people at the press of a button: in the demo, and nowhere else.</summary>
public sealed class PersonaTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private ApiHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await ApiHost.StartAsync(Now);
        await _host.Services.GetRequiredService<IMediator>().Send(new LoadDemo(Now));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task In_the_demo_one_press_makes_one_of_its_people()
    {
        using var visitor = new Visitor(_host.Client.BaseAddress!);

        (await visitor.PostAsync("/log-ind/rolle", "/log-ind", ("rolle", "Chair"))).Status.ShouldBe(303);
        (await visitor.GetAsync("/min-side")).Text.ShouldContain("formand-chefforum@example.invalid");
        (await visitor.GetAsync("/min-side")).Text.ShouldContain("Formand for Chefforum");
    }

    [Fact]
    public async Task Who_runs_the_installation_and_belongs_to_no_cluster_has_the_operators_page_for_a_front_page()
    {
        using var visitor = new Visitor(_host.Client.BaseAddress!);
        await visitor.PostAsync("/log-ind/rolle", "/log-ind", ("rolle", "Operator"));

        var front = await visitor.GetAsync("/");
        front.Status.ShouldBe(303);
        front.Location!.AbsolutePath.ShouldBe("/drift");
        var events = await _host.ScalarAsync("SELECT count(*) FROM mt_events");
        (await visitor.GetAsync("/drift")).Text.ShouldContain($"<dd>{events}</dd>");
        var elsewhere = await visitor.GetAsync("/moeder");
        elsewhere.Status.ShouldBe(403);
        elsewhere.Text.ShouldContain("href=\"/drift\">Gå til Drift");
    }

    [Fact]
    public async Task The_service_refuses_to_start_with_them_on_a_database_of_the_operators()
    {
        var fault = await Should.ThrowAsync<OperatorFault>(() => _host.StartAnotherAsync($"--{Personas.Setting}=on", "--INITIATIVES_POSTGRES=Host=db"));

        fault.Code.ShouldBe("personas-not-here");
    }

    [Fact]
    public async Task The_service_refuses_to_start_with_them_beside_a_real_cluster_and_offers_them_no_more()
    {
        using var visitor = new Visitor(_host.Client.BaseAddress!);
        (await visitor.GetAsync("/log-ind")).Text.ShouldContain("value=\"Chair\"");
        (await _host.SendAsync("PUT", "/api/v1/clusters/midt", new { name = "Midt", region = (string?)null })).Status.ShouldBe(201);

        (await Should.ThrowAsync<OperatorFault>(() => _host.StartAnotherAsync($"--{Personas.Setting}=on"))).Code.ShouldBe("personas-not-here");
        (await visitor.GetAsync("/log-ind")).Text.ShouldNotContain("value=\"Chair\"");
        (await visitor.PostAsync("/log-ind/rolle", "/log-ind", ("rolle", "Chair"))).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Turned_off_they_are_not_offered_in_the_demo_either()
    {
        await using var other = await _host.StartAnotherAsync($"--{Personas.Setting}=off");
        using var visitor = new Visitor(other.Client.BaseAddress!);

        (await visitor.GetAsync("/log-ind")).Text.ShouldNotContain("value=\"Chair\"");
        (await visitor.PostAsync("/log-ind/rolle", "/log-ind", ("rolle", "Chair"))).Status.ShouldBe(403);
    }
}
