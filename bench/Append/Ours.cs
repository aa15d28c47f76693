using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Commands;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Initiatives.Bench.Append;

/// <summary>The service's own way in, whole but for HTTP: its host, its mediator, its log of every command.</summary>
internal sealed class Ours() : Contender("ours")
{
    public override async Task<Posted> RunAsync(string connectionString, int writers, Pace pace)
    {
        await using var service = await Installation.OpenAsync([$"--INITIATIVES_POSTGRES={connectionString}"], LogLevel.Information, default);
        var mediator = service.Services.GetRequiredService<IMediator>();
        return await Crew.RunAsync(writers, pace, _ => Task.FromResult<Func<int, int, Task>>(async (stream, time) =>
        {
            var context = new CommandContext(SeededCluster.Tenant, "person-1", SeededCluster.Now, Correlation: Guid.CreateVersion7());
            var outcome = await mediator.Send(new Change(context, SeededCluster.Post(SeededCluster.First + stream, time)));
            if (outcome is not Outcome.Accepted { Events.Count: 1 }) throw new InvalidOperationException($"A status came to {outcome}.");
        }));
    }
}
