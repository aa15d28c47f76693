using System.Reflection;
using Initiatives.Api.Features.Drafts;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Statuses;

/// <summary>Where the API's three draft routes find the caller's own draft of an initiative's status.</summary>
internal sealed class DraftDesk(HttpContext http, Loading loading, Drafts.Drafts drafts, TimeProvider time)
{
    public static ValueTask<DraftDesk> BindAsync(HttpContext context, ParameterInfo _)
    {
        var services = context.RequestServices;
        return new(new DraftDesk(
            context, services.GetRequiredService<Loading>(), services.GetRequiredService<Drafts.Drafts>(), services.GetRequiredService<TimeProvider>()));
    }

    public async Task<IResult> AtAsync(InitiativeAddress address, Func<Drafts.Drafts, DraftKey, CancellationToken, Task<IResult>> then)
    {
        var me = http.Member();
        // Loaded as a change would load it, to find the plan in hand and whether the initiative is there; nothing is sent.
        var loaded = await loading.LoadAsync(new(address.Cluster, me.Id, time.GetUtcNow()), [address.Wish(new Domain.ReconfirmStatus())], http.RequestAborted);
        if (!loaded.Streams[0].Exists) return Missing(loaded.Cluster.Exists ? "initiative" : Streams.Cluster);
        var plan = loaded.Streams[0].State(Noun.Initiative).Plan;
        return await then(drafts, StatusDrafts.Key(address.Cluster, me.Id, plan, address.Number), http.RequestAborted);
    }

    public IResult Missing(string what) => Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing(what));

    public IResult Refused(IReadOnlyList<Refusal> broken) =>
        Problems.Result(http, StatusCodes.Status409Conflict, [.. broken.Select(r => r with { Field = $"$.fields['{r.Field}']" })]);
}
