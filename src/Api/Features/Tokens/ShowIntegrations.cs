using Initiatives.Api.Features.Shell;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Tokens;

/// <summary>GET /sekretariat/integrationer: which other systems have a way in to the cluster, and the form for another.</summary>
internal static class ShowIntegrations
{
    public const string Path = "/sekretariat/integrationer";

    /// <summary>The role a system can be given.</summary>
    public static readonly string[] Accesses = ["reader", "secretariat"];

    public static Task<IResult> Handle(PageDesk desk, ApiTokens tokens) =>
        desk.ShowAsync(visit => AnswerAsync(desk, visit, tokens, TokenDraft.Empty with { Access = Accesses[0] }, null, StatusCodes.Status200OK), fromRecord: false);

    public static async Task<IResult> AnswerAsync(PageDesk desk, PageVisit visit, ApiTokens tokens, TokenDraft draft, string? made, int status) =>
        PageDesk.Set<IntegrationsPage>(
            new TokenList(
                desk.Frame(visit, desk.Texts["Integrations.Title"], new Crumb(desk.Texts["Integrations.Secretariat"], "/sekretariat")),
                Path, Accesses, await tokens.ListAsync(visit.Me.Cluster, null, desk.Cancellation), draft, made),
            status);
}
