namespace Initiatives.Api.Mail;

/// <summary>When a mail that could not be handed over is tried again: soon at first, then ever more seldom, for three days.</summary>
internal static class Pauses
{
    private static readonly TimeSpan[] Growing =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4)];

    /// <summary>A mail server that is down over a weekend loses nothing; RFC 5321, 4.5.4.1 asks for four to five days of a relay, and we are none.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3);

    /// <summary>Null: it has been tried long enough.</summary>
    /// <param name="tries">How often it has been tried, at least once.</param>
    /// <param name="since">From when it is counted.</param>
    public static DateTimeOffset? Next(int tries, DateTimeOffset since, DateTimeOffset now) =>
        now - since >= Longest ? null : now + Growing[Math.Min(tries, Growing.Length) - 1];
}
