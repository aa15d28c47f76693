using Initiatives.Api.Mail;

namespace Initiatives.Api.SignIn;

/// <summary>The mail that carries a sign-in link.</summary>
internal sealed class LinkMail(LetterPress press, Outbox outbox, PublicAddress address, TimeProvider time)
{
    /// <param name="mail">As the register has it. One that no mail server takes gets nothing.</param>
    /// <param name="back">Where to go once signed in.</param>
    public async Task SendAsync(string mail, string secret, string back, string language, CancellationToken cancellation)
    {
        if (!Recipient.TryParse(mail, out var to)) return;
        var link = address.Of($"{SignInPaths.SignIn}/{secret}{(back == "/" ? "" : $"?{SignInPaths.Back}={Uri.EscapeDataString(back)}")}");
        var letter = await press.SetAsync(SignInLetter.Of(language, link, SignInLinks.Lasts));
        // The cause is kept for a year, so it names the link without opening anything.
        var cause = $"sign-in/{Convert.ToHexStringLower(Secret.HashOf(secret))}";
        await outbox.QueueAsync(new(OutgoingMail.Installation, SignInLetter.Kind, cause, to, letter) { Secret = true, Expires = time.GetUtcNow() + SignInLinks.Lasts }, cancellation);
    }
}
