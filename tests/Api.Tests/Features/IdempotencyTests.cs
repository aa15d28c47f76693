using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Api.Tests.Features;

/// <summary>One request under one key is done once, and answered the same ever after.</summary>
public sealed class IdempotencyTests
{
    private const string Statuses = $"{Midt.Initiatives}/10/statuses";

    [Fact]
    public async Task The_same_key_twice_adds_nothing_and_gets_the_same_answer()
    {
        await using var host = await Midt.StartAsync();
        var etag = await Midt.StartedAsync(host);
        var first = await host.SendAsync("POST", Statuses, Midt.Status(), etag, "key-1");
        var before = await host.CountEventsAsync();
        // As a client does that never saw the answer: with the version it knew then.
        var again = await host.SendAsync("POST", Statuses, Midt.Status(), etag, "key-1");
        Same(first, again);
        first.Status.ShouldBe(201);
        (await host.CountEventsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task What_goes_with_the_facts_goes_in_their_transaction_or_neither_is_stored()
    {
        await using var host = await Midt.StartAsync();
        await Midt.StartedAsync(host);
        var events = await host.CountEventsAsync();
        var context = new CommandContext(Midt.Cluster, "person-1", host.Clock.Now) { Besides = static () => new("SELECT 1 / 0") };

        await Should.ThrowAsync<Npgsql.PostgresException>(() =>
            host.Services.GetRequiredService<MediatR.IMediator>().Send(new Change(context, new InitiativeWish(null, 10, new PauseInitiative("Ferie", null))), TestContext.Current.CancellationToken));

        (await host.CountEventsAsync()).ShouldBe(events);
    }

    [Fact]
    public async Task The_same_key_from_many_at_once_is_done_once_and_answers_all_of_them_alike()
    {
        await using var host = await Midt.StartAsync();
        var etag = await Midt.StartedAsync(host);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => host.SendAsync("POST", Statuses, Midt.Status(), etag, "key-1")));
        foreach (var answer in answers) Same(answers[0], answer);
        answers[0].Status.ShouldBe(201);
        (await host.ScalarAsync("SELECT count(*) FROM mt_events WHERE type = 'status_reported'")).ShouldBe(1L);
    }

    [Fact]
    public async Task A_creation_sent_by_many_at_once_under_one_key_is_done_once()
    {
        await using var host = await Midt.StartAsync();
        var order = new { forum = "politisk-niveau", number = 3, title = "Titel", focusArea = "mental", order = "Bestilling" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => host.SendAsync("POST", Midt.Initiatives, order, key: "key-1")));
        foreach (var answer in answers) Same(answers[0], answer);
        answers[0].Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_refusal_is_repeated_also_when_the_same_would_now_be_taken()
    {
        await using var host = await Midt.StartAsync();
        var order = new { forum = "politisk-niveau", number = 3, title = "Titel", focusArea = "mental", order = "Bestilling", partners = new[] { "plo" } };
        var refused = await host.SendAsync("POST", Midt.Initiatives, order, key: "key-1");
        (refused.Status, refused.Code).ShouldBe((409, "organisation-unknown"));

        await Midt.SendAsync(host, Midt.Cluster, new ClusterWish(new RecordOrganisation("plo", "PLO-Nordjylland", "general-practice")));
        Same(refused, await host.SendAsync("POST", Midt.Initiatives, order, key: "key-1"));
        (await host.SendAsync("POST", Midt.Initiatives, order, key: "key-2")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_refusal_sent_by_many_at_once_is_one_refusal()
    {
        await using var host = await Midt.StartAsync();
        var ordered = await Midt.OrderAsync(host, 10);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => host.SendAsync("POST", Statuses, Midt.Status(), ordered.ETag, "key-1")));
        foreach (var answer in answers) Same(answers[0], answer);
        answers[0].Status.ShouldBe(409);
    }

    [Fact]
    public async Task A_key_stands_for_one_request_only()
    {
        await using var host = await Midt.StartAsync();
        var etag = await Midt.StartedAsync(host);
        var first = await host.SendAsync("POST", Statuses, Midt.Status(), etag, "key-1");
        var other = Midt.Status();
        other["progress"] = "Noget andet";
        var answer = await host.SendAsync("POST", Statuses, other, first.ETag, "key-1");
        (answer.Status, answer.Code).ShouldBe((422, "idempotency-key-reused"));
        (await host.ScalarAsync("SELECT count(*) FROM mt_events WHERE type = 'status_reported'")).ShouldBe(1L);
    }

    [Fact]
    public async Task A_stale_request_may_come_again_under_its_key_with_the_version_in_force()
    {
        await using var host = await Midt.StartAsync();
        var etag = await Midt.StartedAsync(host);
        var stale = await host.SendAsync("POST", Statuses, Midt.Status(), "\"1\"", "key-1");
        stale.Status.ShouldBe(412);
        (await host.SendAsync("POST", Statuses, Midt.Status(), stale.ETag, "key-1")).Status.ShouldBe(201);
        stale.ETag.ShouldBe(etag);
    }

    [Fact]
    public async Task After_24_hours_a_key_is_free_again()
    {
        await using var host = await Midt.StartAsync();
        var etag = await Midt.StartedAsync(host);
        var first = await host.SendAsync("POST", Statuses, Midt.Status(), etag, "key-1");
        host.Clock.Now += TimeSpan.FromHours(25);
        var next = await host.SendAsync("POST", Statuses, Midt.Status(), first.ETag, "key-1");
        next.Status.ShouldBe(201, next.Text);
        next.Json.GetProperty("version").GetInt64().ShouldBe(first.Json.GetProperty("version").GetInt64() + 1);
    }

    [Fact]
    public async Task A_key_that_cannot_be_one_is_refused()
    {
        await using var host = await Midt.StartAsync();
        var answer = await host.SendAsync("POST", Statuses, Midt.Status(), "\"1\"", new string('k', 201));
        (answer.Status, answer.Code).ShouldBe((400, "idempotency-key-malformed"));
    }

    private static void Same(Answer first, Answer again)
    {
        again.Text.ShouldBe(first.Text);
        again.Status.ShouldBe(first.Status);
        again.Response.Headers.ETag.ShouldBe(first.Response.Headers.ETag);
        again.Response.Headers.Location.ShouldBe(first.Response.Headers.Location);
    }
}
