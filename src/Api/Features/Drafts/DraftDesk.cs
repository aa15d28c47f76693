using System.Reflection;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Drafts;

/// <summary>Where the API's draft routes find the caller's own draft of something about an initiative.</summary>
internal sealed class DraftDesk(HttpContext http, Loading loading, Drafts drafts, TimeProvider time)
{
    public static ValueTask<DraftDesk> BindAsync(HttpContext context, ParameterInfo _)
    {
        var services = context.RequestServices;
        return new(new DraftDesk(
            context, services.GetRequiredService<Loading>(), services.GetRequiredService<Drafts>(), services.GetRequiredService<TimeProvider>()));
    }

    /// <param name="key">Names the draft, by cluster, person, plan and number.</param>
    public async Task<IResult> AtAsync(InitiativeAddress address, Func<string, string, string, int, DraftKey> key, Func<Drafts, DraftKey, CancellationToken, Task<IResult>> then)
    {
        var me = http.Member();
        // Loaded as a change would load it, to find the plan in hand and whether the initiative is there; nothing is sent.
        var loaded = await loading.LoadAsync(new(address.Cluster, me.Id, time.GetUtcNow()), [address.Wish(new Domain.ReconfirmStatus())], http.RequestAborted);
        if (!loaded.Streams[0].Exists) return Missing(loaded.Cluster.Exists ? "initiative" : Streams.Cluster);
        var plan = loaded.Streams[0].State(Noun.Initiative).Plan;
        return await then(drafts, key(address.Cluster, me.Id, plan, address.Number), http.RequestAborted);
    }

    public IResult Missing(string what) => Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing(what));

    public IResult Refused(IReadOnlyList<Refusal> broken) =>
        Problems.Result(http, StatusCodes.Status409Conflict, [.. broken.Select(r => r with { Field = $"$.fields['{r.Field}']" })]);
}
