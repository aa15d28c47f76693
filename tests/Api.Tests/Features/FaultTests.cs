using System.Collections.Concurrent;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Initiatives.Api.Tests.Features;

/// <summary>What goes wrong on our side: told honestly, without our insides, and never half written.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task A_bug_is_answered_with_a_trace_id_and_no_inner_text()
    {
        await using var host = await Midt.StartAsync(services => services.AddSingleton<Alongside>(new Failing(static () => new InvalidOperationException("the secret inside"))));
        var before = await host.CountEventsAsync();
        var answer = await Midt.OrderAsync(host, 10);
        (answer.Status, answer.Code).ShouldBe((500, "internal-error"));
        answer.Json.GetProperty("traceId").GetString().ShouldNotBeNullOrEmpty();
        answer.Text.ShouldNotContain("secret");
        (await host.CountEventsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_database_that_is_away_is_told_as_such_and_may_be_tried_again()
    {
        var away = true;
        await using var host = await Midt.StartAsync(services => services.AddSingleton<Alongside>(new Failing(() => away ? new NpgsqlException("gone", new IOException()) : null)));
        var order = new { forum = "politisk-niveau", number = 3, title = "Titel", focusArea = "mental", order = "Bestilling" };
        var answer = await host.SendAsync("POST", Midt.Initiatives, order, key: "key-1");
        (answer.Status, answer.Code).ShouldBe((503, "database-away"));
        answer.Response.Headers.RetryAfter.ShouldNotBeNull();

        away = false;
        (await host.SendAsync("POST", Midt.Initiatives, order, key: "key-1")).Status.ShouldBe(201);
        (await host.ScalarAsync("SELECT count(*) FROM mt_events WHERE type = 'initiative_ordered'")).ShouldBe(1L);
    }

    [Fact]
    public async Task Logs_name_the_command_and_the_stream_and_never_what_was_written()
    {
        var lines = new Lines();
        await using var host = await Midt.StartAsync(services => services.AddLogging(logging => logging.AddProvider(lines).AddFilter<Lines>(null, LogLevel.Trace)));
        var etag = await Midt.StartedAsync(host);
        await host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", Midt.Status("red"), etag);
        lines.All.ShouldContain(l => l.Contains("PostStatus for nordjylland-midt", StringComparison.Ordinal) && l.Contains("2 facts", StringComparison.Ordinal));
        lines.All.ShouldNotContain(l => l.Contains("stilling", StringComparison.Ordinal) || l.Contains(ApiHost.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_recorded_for_another_says_so()
    {
        await using var host = await Midt.StartAsync();
        var ordered = await Midt.OrderAsync(host, 10);
        var request = ApiHost.Request("POST", $"{Midt.Initiatives}/10/order/remarks", """{"forum":"politisk-niveau","text":"Handlingsorienteret"}"""u8.ToArray(), ordered.ETag);
        request.Headers.Add("On-Behalf-Of", "politisk-niveau");
        (await host.SendAsync(request)).Status.ShouldBe(200);

        var log = await host.SendAsync("GET", $"/api/v1/clusters/{Midt.Cluster}/events?limit=200");
        var last = log.Json.GetProperty("events").EnumerateArray().Last();
        last.GetProperty("stream").GetString().ShouldBe("initiative/handleplan-2023/10");
        last.GetProperty("fact").GetProperty("by").GetString().ShouldBe("operator");
        last.GetProperty("fact").GetProperty("onBehalfOf").GetString().ShouldBe("politisk-niveau");
    }

    [Fact]
    public async Task Kept_answers_are_swept_when_their_day_is_over()
    {
        await using var host = await Midt.StartAsync();
        await host.SendAsync("POST", Midt.Initiatives, new { forum = "politisk-niveau", number = 3, title = "Titel", focusArea = "mental", order = "Bestilling" }, key: "key-1");
        var sweeper = ActivatorUtilities.CreateInstance<ReplySweeper>(host.Services);
        (await sweeper.SweepAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        host.Clock.Now += TimeSpan.FromHours(24);
        (await sweeper.SweepAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    /// <summary>Fails after the facts of an order are appended, before they commit.</summary>
    private sealed class Failing(Func<Exception?> fault) : Alongside
    {
        public override bool Concerns(object fact) => fact is InitiativeOrdered;

        public override Task RunAsync(string tenant, IReadOnlyList<object> facts, NpgsqlTransaction transaction, CancellationToken cancellation) =>
            fault() is { } e ? Task.FromException(e) : Task.CompletedTask;
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
