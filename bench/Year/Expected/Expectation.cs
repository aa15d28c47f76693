namespace Initiatives.Year.Expected;

/// <summary>What the rules say is to happen in the year.</summary>
internal sealed record Expectation(IReadOnlyList<ExpectedMail> Mails, IReadOnlyList<ExpectedEdition> Editions, IReadOnlyList<ExpectedRound> Rounds)
{
    public static Expectation Of(IEnumerable<Expectation> all)
    {
        var each = all.ToList();
        return new([.. each.SelectMany(e => e.Mails)], [.. each.SelectMany(e => e.Editions)], [.. each.SelectMany(e => e.Rounds)]);
    }

    public Expectation Until(DateTimeOffset last) =>
        new([.. Mails.Where(m => m.At <= last)], [.. Editions.Where(e => e.At <= last)], [.. Rounds.Where(r => r.At <= last)]);

    public int Count => Mails.Count + Editions.Count + Rounds.Count;

    /// <summary>Every instant at which the service is to do something by itself.</summary>
    public IEnumerable<DateTimeOffset> Instants => Mails.Select(m => m.At).Concat(Editions.Select(e => e.At)).Concat(Rounds.Select(r => r.At));
}

/// <param name="Subject">How its subject begins; null where the receiver reads English, and only that it came is looked at.</param>
/// <param name="Attached">File name of its only attachment without its ending; null for none.</param>
internal sealed record ExpectedMail(DateTimeOffset At, string Town, MailKind Kind, string To, string? Subject, string? Attached = null);

internal enum MailKind
{
    RoundOpened,
    Reminder,
    Pack,
    Calendar,
    Minutes,
}

internal sealed record ExpectedEdition(DateTimeOffset At, string Town, string Kind, string Occasion, int Number)
{
    public string Id => FormattableString.Invariant($"{Kind}.{Occasion}.{Number}");
}

/// <summary>A round that opened or closed.</summary>
/// <param name="Numbers">Of the initiatives that were asked, or that were missing.</param>
internal sealed record ExpectedRound(DateTimeOffset At, string Town, string Meeting, bool Opened, string Numbers);
