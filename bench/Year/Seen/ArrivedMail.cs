namespace Initiatives.Year.Seen;

/// <summary>A message as the mail server took it.</summary>
/// <param name="At">Where the clock stood.</param>
/// <param name="File">The whole message.</param>
internal sealed record ArrivedMail(DateTimeOffset At, string File);
