using Initiatives.Domain;
using Initiatives.Reporting.Agendas;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Agendas;

/// <summary>GET .../meetings/{meeting}/agenda: the items in order, what is recommended, and what the meeting made of each.</summary>
internal static class ReadAgenda
{
    /// <param name="Version">The next If-Match; 0 while nobody has changed anything about it.</param>
    /// <param name="TakenOff">Keys of items that the meeting does not take up.</param>
    public sealed record View(string Meeting, string Forum, DateOnly On, long Version, IReadOnlyList<ItemView> Items, IReadOnlyList<string> TakenOff);

    /// <param name="Key">Names the item in addresses.</param>
    /// <param name="Recommendation">The whole sentence, in the cluster's language.</param>
    /// <param name="Reworded">In other words than the customary ones.</param>
    /// <param name="Initiative">Number of the initiative it is about; null when it is about none.</param>
    /// <param name="Part">Number of the revision, deviation, escalation or claim.</param>
    /// <param name="About">The meeting whose minutes are told of.</param>
    /// <param name="Light">Of the initiative, on the meeting's day or now.</param>
    /// <param name="CanHave">The outcomes that can be recorded for it.</param>
    public sealed record ItemView(
        int Number,
        string Key,
        AgendaItemKind Kind,
        string Heading,
        string Recommendation,
        bool Reworded,
        string? Background,
        int? Initiative,
        int? Part,
        string? About,
        BoardState? Light,
        IReadOnlyList<PointOutcome> Outcomes,
        IReadOnlyList<AgendaOutcome> CanHave);

    public static Task<IResult> Handle([AsParameters] AgendaQuery query) => query.ShowAsync(Show);

    private static View Show(AgendaInHand agenda) => new(
        agenda.Meeting.Id, agenda.Forum.Id, agenda.Meeting.On, agenda.Version, [.. agenda.Sheet.Points.Select(Show)], [.. agenda.Sheet.TakenOff.Select(i => i.Key)]);

    private static ItemView Show(AgendaPoint p) => new(
        p.Number, p.Item.Key, p.Item.Kind, p.Item.Heading, p.Item.Recommendation, p.IsReworded, p.Item.Background, p.Item.Initiative?.Number, p.Item.Part, p.Item.About,
        p.Light, p.Outcomes, AgendaItem.OutcomesOf(p.Item.Kind));
}
