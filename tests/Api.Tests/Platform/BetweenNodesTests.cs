using Initiatives.Api.Tests.Features;
using Initiatives.EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Api.Tests.Platform;

/// <summary>Two nodes on one database.</summary>
public sealed class BetweenNodesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_node_appends_wakes_those_who_wait_on_the_other()
    {
        await using var one = await Midt.StartAsync();
        await using var other = await one.StartAnotherAsync();
        var listener = other.Services.GetRequiredService<LogListener>();
        await listener.Listening.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        listener.IsListening.ShouldBeTrue();
        var (here, there) = (one.Services.GetRequiredService<LogSignal>(), other.Services.GetRequiredService<LogSignal>());

        (await Midt.OrderAsync(one, 10)).Status.ShouldBe(201);

        while (there.Newest < here.Newest)
        {
            var next = there.Next;
            if (there.Newest < here.Newest) await next.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        }
        there.Newest.ShouldBe(here.Newest);
    }
}
