using System.ComponentModel;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Tokens;

/// <summary>GET .../integrations.</summary>
internal static class ListIntegrations
{
    public static async Task<ListTokens.View> Handle([Description("Cluster id, e.g. nordjylland-midt.")] string cluster, ApiTokens tokens, CancellationToken cancellation) =>
        new(await tokens.ListAsync(cluster, null, cancellation));
}
