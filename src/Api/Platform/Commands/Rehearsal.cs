using Initiatives.Domain;

namespace Initiatives.Api.Platform.Commands;

/// <summary>What would come of a change, decided as it would be and written nowhere: previews and dry runs.</summary>
internal sealed class Rehearsal(Loading loading)
{
    /// <returns>For each wish why not, in the wishes' order; empty where it would hold. And how many facts there would be.</returns>
    public async Task<Rehearsed> TryAsync(CommandContext context, IReadOnlyList<Wish> wishes, CancellationToken cancellation)
    {
        var loaded = await loading.LoadAsync(context, wishes, cancellation);
        var setting = new Setting(Clock.Day(context.Now, loaded.Cluster.TimeZone), loaded.Cluster, loaded.Calendar);
        var refusals = wishes.Select((wish, i) => wish.Decide(loaded.Streams[i], setting)).ToList();
        return new(refusals, loaded.Streams.Distinct().Sum(s => s.Events.Count));
    }
}

internal sealed record Rehearsed(IReadOnlyList<IReadOnlyList<Refusal>> Refusals, int Facts);
