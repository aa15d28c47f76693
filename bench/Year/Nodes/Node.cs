using System.Globalization;
using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Events;
using Initiatives.Reporting.Print;
using Initiatives.Year.Clock;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Initiatives.Year.Nodes;

/// <summary>
/// The service in a process of its own, as <c>initiatives serve</c> runs it but for its clock, which is set by whoever started it: a line
/// with an instant on standard input, answered by the same when everybody has been woken. It ends when nobody is there to set it.
/// </summary>
internal static class Node
{
    public const string Verb = "node";

    /// <summary>In its environment: the database, and <c>off</c> where nothing is printed.</summary>
    public const string Database = "YEAR_DATABASE", Print = "YEAR_PRINT";

    public static async Task<int> RunAsync(string now)
    {
        var clock = new SteppedClock(Parse(now));
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders().AddProvider(new StandardErrorLog(Console.Error, clock)).SetMinimumLevel(LogLevel.Error);
        builder.Services.AddEventStore(builder.Configuration[Database]!);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddParts();
        if (builder.Configuration[Print] == "off")
            builder.Services.AddSingleton(_ => new ChromiumPrinter(browser: null, TimeSpan.FromMinutes(1)));
        await using var app = builder.Build();
        app.MapParts();
        await app.StartAsync();
        var scheduler = await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await SayAsync($"{app.Urls.First()} {await scheduler.GetSchedulerInstanceId()}");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            clock.Set(Parse(line));
            await SayAsync(line);
        }
        await app.StopAsync();
        return 0;
    }

    public static string Write(DateTimeOffset instant) => instant.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Parse(string instant) => DateTimeOffset.ParseExact(instant, "O", CultureInfo.InvariantCulture);

    private static async Task SayAsync(string line)
    {
        await Console.Out.WriteLineAsync(line);
        await Console.Out.FlushAsync();
    }
}
