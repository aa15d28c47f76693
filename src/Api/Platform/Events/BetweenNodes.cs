using Initiatives.EventStore;

namespace Initiatives.Api.Platform.Events;

/// <summary>Tells the other nodes that this one has written, while the host runs.</summary>
internal sealed partial class TellOtherNodes(LogNotifier notifier, ILogger<TellOtherNodes> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => notifier.RunAsync(e => LogUntold(e.Message), stoppingToken);

    [LoggerMessage(LogLevel.Warning, "The other nodes were not told of what this one wrote; they find it when they next look: {Reason}")]
    private partial void LogUntold(string reason);
}

/// <summary>Hears what the other nodes write, while the host runs.</summary>
internal sealed partial class HearOtherNodes(LogListener listener, ILogger<HearOtherNodes> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => listener.RunAsync(e => LogDeaf(e.Message), stoppingToken);

    [LoggerMessage(LogLevel.Warning, "What other nodes write is not heard for the moment: {Reason}")]
    private partial void LogDeaf(string reason);
}
