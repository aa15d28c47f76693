namespace Initiatives.Api.SignIn;

/// <summary>The mail that carries a sign-in link.</summary>
internal sealed class LinkMail
{
    /// <param name="back">Where to go once signed in.</param>
    public Task SendAsync(string mail, string secret, string back, string language, CancellationToken cancellation) => Task.CompletedTask;
}
