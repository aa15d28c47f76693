using System.Diagnostics;
using System.Net;
using Initiatives.Api.Features.Interchange;
using Initiatives.Api.Platform;
using Initiatives.Api.SignIn;
using Initiatives.Support;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Initiatives.Bench;

/// <summary>
/// The board of 15 initiatives as a signed-in reader gets it, over HTTP on the loopback, against an empty page of the same
/// framework in the same process. The three take turns, and a ratio is taken within a round: its median is told. Warm: the
/// reader has seen the board since anything last changed. <c>cold</c> is each reader's first sight of it.
/// </summary>
internal static class BoardBench
{
    private const int Clients = 8;
    private const int Rounds = 7;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync()
    {
        using var directory = new TemporaryDirectory();
        await using var log = new StreamWriter(Path.Combine(directory.Path, "service.log")) { AutoFlush = true };
        Console.SetError(log);
        await using var server = await PostgresServer.StartAsync(durable: true);
        await using var service = await Installation.OpenAsync(
            [$"--INITIATIVES_POSTGRES={server.ConnectionString}", "--Jobs:Run=false", $"--INITIATIVES_DATA={directory.Path}"], LogLevel.Warning, default);
        var app = service.App;
        app.MapGet("/bench/empty", Microsoft.AspNetCore.Http.IResult () => new RazorComponentResult<EmptyPage>());
        app.Urls.Add("http://127.0.0.1:0");
        await service.Services.GetRequiredService<IMediator>().Send(new LoadDemo(TimeProvider.System.GetUtcNow()));
        await app.StartAsync();

        var cookie = await service.Services.GetRequiredService<Sessions>().BeginAsync("sekretariat@example.invalid", "bench", "bench", null, default);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = Clients }) { BaseAddress = new Uri(app.Urls.First()) };
        client.DefaultRequestHeaders.Add("Cookie", $"initiatives={cookie}");
        using var first = await client.GetAsync("/");
        var board = await first.Content.ReadAsStringAsync();
        var tag = first.Headers.ETag?.ToString();
        if (first.StatusCode != HttpStatusCode.OK || tag is null || board.Split("/indsatser/").Length <= 15)
            throw new InvalidOperationException($"The board answered {(int)first.StatusCode}, and is no board of 15 initiatives.");

        (string Name, string Path, string? Tag, HttpStatusCode Status)[] turns =
        [
            ("empty page", "/bench/empty", null, HttpStatusCode.OK),
            ("board", "/", null, HttpStatusCode.OK),
            ("board, unchanged (304)", "/", tag, HttpStatusCode.NotModified),
        ];
        foreach (var turn in turns) await MeasureAsync(client, turn.Path, turn.Tag, turn.Status);

        var rates = turns.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < turns.Length; i++)
            {
                var at = (i + round) % turns.Length;
                rates[at].Add(await MeasureAsync(client, turns[at].Path, turns[at].Tag, turns[at].Status));
            }
        }

        Console.WriteLine(FormattableString.Invariant($"{Clients} clients in the same process, {Rounds} rounds of {Turn.TotalSeconds} s; the board is {board.Length} characters"));
        for (var i = 0; i < turns.Length; i++) Console.WriteLine(FormattableString.Invariant($"  {turns[i].Name,-24} {Median(rates[i]),7:0} requests/s"));
        double Against(int which) => Median([.. rates[which].Zip(rates[0], (mine, empty) => mine / empty)]);
        Console.WriteLine(FormattableString.Invariant($"unchanged: {Against(2):0.00} (bar 0.70)"));
        Console.WriteLine(FormattableString.Invariant($"ratio: {Against(1):0.00}"));
        await app.StopAsync();
        return 0;
    }

    private static async Task<double> MeasureAsync(HttpClient client, string path, string? tag, HttpStatusCode expected)
    {
        var began = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            while (Stopwatch.GetElapsedTime(began) < Turn)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
                using var response = await client.SendAsync(request);
                if (response.StatusCode != expected) throw new InvalidOperationException($"{path} answered {(int)response.StatusCode}.");
                count++;
            }
            return count;
        })));
        return counts.Sum() / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>As little of a page as the framework can set.</summary>
    private sealed class EmptyPage : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) =>
            builder.AddMarkupContent(0, "<!DOCTYPE html><html lang=\"da\"><head><title>Tom</title></head><body><h1>Tom</h1></body></html>");
    }
}
