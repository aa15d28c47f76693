using System.Text.Json.Serialization;

namespace Initiatives.Domain;

/// <summary>What people have made of one meeting's agenda, and of its minutes. What fills it by itself is worked out by its readers.</summary>
/// <param name="Added">Added by hand, or received from an earlier meeting.</param>
/// <param name="Reworded">Recommendations in other words than the customary ones.</param>
/// <param name="Order">Keys as last ordered; empty for the customary order.</param>
/// <param name="Away">Taken off, or moved to a later meeting.</param>
/// <param name="Outcomes">In the order they were recorded.</param>
/// <param name="Written">The minutes of items in the secretariat's words.</param>
/// <param name="Minutes">The minutes as approved; null before.</param>
/// <param name="SentTo">The forums whose members have got them; null before.</param>
public sealed record Agenda(
    IReadOnlyList<AgendaItem> Added,
    IReadOnlyList<AgendaText> Reworded,
    IReadOnlyList<string> Order,
    IReadOnlyList<AgendaAway> Away,
    IReadOnlyList<AgendaOutcomeRecorded> Outcomes,
    IReadOnlyList<AgendaText> Written,
    bool IsPutForward,
    IReadOnlyList<MinutesPoint>? Minutes,
    IReadOnlyList<string>? SentTo)
{
    /// <summary>Who was there, and who had sent regrets; null while nobody has written it down.</summary>
    public Attendance? Attendance { get; init; }

    /// <summary>Ids of the people who got the minutes later, because they had no address at first.</summary>
    public IReadOnlyList<string> SentAgain { get; init; } = [];

    /// <summary>As it fills itself.</summary>
    public static Agenda Untouched { get; } = new([], [], [], [], [], [], false, null, null);

    [JsonIgnore]
    public bool IsFrozen => Minutes is not null;

    /// <summary>How many were added by hand: the next one's number.</summary>
    [JsonIgnore]
    public int FreeItems => Added.Count(i => i.Key.StartsWith(FreeKey, StringComparison.Ordinal));

    internal const string FreeKey = "free-";

    public static Agenda Evolve(Agenda agenda, AgendaEvent @event) => @event switch
    {
        AgendaItemReworded e => agenda with { Reworded = With(agenda.Reworded, e.Item, e.Recommendation) },
        AgendaItemAdded e => agenda with { Added = [.. agenda.Added, e.Item] },
        AgendaOrdered e => agenda with { Order = e.Items },
        AgendaItemMoved e => agenda with { Away = [.. agenda.Without(e.Item), new(e.Item, e.To)] },
        AgendaItemReceived e => agenda with { Added = [.. agenda.Added.Where(i => i.Key != e.Item.Key), e.Item], Away = [.. agenda.Without(e.Item.Key)] },
        AgendaItemTakenOff e => agenda with { Away = [.. agenda.Without(e.Item), new(e.Item, null)] },
        AgendaItemPutBack e => agenda with { Away = [.. agenda.Without(e.Item)] },
        AgendaOutcomeRecorded e => agenda with { Outcomes = [.. agenda.Outcomes, e] },
        MinutesItemWritten e => agenda with { Written = With(agenda.Written, e.Item, e.Text) },
        AttendanceRecorded e => agenda with { Attendance = e.Attendance },
        MinutesPutForward => agenda with { IsPutForward = true },
        MinutesApproved e => agenda with { Minutes = e.Points },
        MinutesSent e => agenda with { SentTo = e.To },
        MinutesSentAgain e => agenda with { SentAgain = [.. agenda.SentAgain, .. e.To] },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} has no fold in Agenda."),
    };

    private IEnumerable<AgendaAway> Without(string item) => Away.Where(a => a.Item != item);

    private static List<AgendaText> With(IReadOnlyList<AgendaText> texts, string item, string text) => [.. texts.Where(t => t.Item != item), new(item, text)];
}

/// <param name="Item">Key.</param>
public sealed record AgendaText(string Item, string Text);

/// <param name="Item">Key.</param>
/// <param name="To">The later meeting it was moved to; null when it was taken off.</param>
public sealed record AgendaAway(string Item, string? To);
