namespace Initiatives.Api.Features.Accounts;

/// <summary>GET /min-side: who one is here, where one is signed in, which tokens one has made, and the addresses of one's calendar.</summary>
internal static class ShowAccount
{
    public static Task<IResult> Handle(AccountDesk account) => account.AnswerAsync();
}
