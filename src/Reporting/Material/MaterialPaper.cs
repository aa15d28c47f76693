using Initiatives.Domain;
using Initiatives.Reporting.Agendas;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Material;

/// <summary>What stands at the head of a paper of the meeting's own: agenda, minutes, a confirmation.</summary>
/// <param name="Kind">"Dagsorden".</param>
/// <param name="Meeting">"man. 30. okt. 2023 kl. 15.00".</param>
public sealed record PaperHead(string Kind, string Cluster, string Forum, string Meeting, string? Place, bool ExampleData)
{
    public string Title => $"{Kind} til møde i {Forum} {Meeting}, {Cluster}";

    public string Footer => $"{Cluster} · {Kind} · {Forum} {Meeting}{(ExampleData ? " · EKSEMPELDATA" : "")}";

    public string Subject => $"{Forum}, møde {Meeting}";

    internal static PaperHead Of(string kind, ClusterRecord record, AgendaSheet agenda) =>
        new(kind, record.Cluster.Name, agenda.Forum.Name, Danish.LongDate(agenda.Meeting.On, agenda.Meeting.Start), agenda.Meeting.Place, record.Cluster.ExampleData);
}

/// <summary>The agenda, or the approved minutes, to be sent out: what stands in it and which attachments each item has.</summary>
public sealed record AgendaPaper(PaperHead Head, IReadOnlyList<PaperPoint> Points, IReadOnlyList<string> Attachments)
{
    /// <summary>Names as the register has them now; empty where nobody has written it down.</summary>
    public IReadOnlyList<string> Present { get; init; } = [];

    public IReadOnlyList<string> Regrets { get; init; } = [];

    public static AgendaPaper Agenda(ClusterRecord record, AgendaSheet agenda, IReadOnlyList<MeetingFile> attachments) => new(
        PaperHead.Of("Dagsorden", record, agenda),
        [.. agenda.Points.Select(p => new PaperPoint(p.Number, p.Item.Heading, p.Light, p.Item.Recommendation, p.Item.Background, null, Titles(attachments, p.Item.Key)))],
        Titles(attachments, null));

    public static AgendaPaper Minutes(ClusterRecord record, AgendaSheet agenda) => new(
        PaperHead.Of("Referat", record, agenda),
        [.. agenda.Minutes.Select(p => new PaperPoint(p.Number, p.Heading, null, p.Recommendation, null, p.Text, []))],
        [])
    {
        Present = [.. (agenda.State.Attendance?.Present ?? []).Select(record.NameOf)],
        Regrets = [.. (agenda.State.Attendance?.Regrets ?? []).Select(record.NameOf)],
    };

    // A file in two forms is one attachment.
    private static string[] Titles(IReadOnlyList<MeetingFile> files, string? item) => [.. files.Where(f => f.Item == item).Select(f => f.Title).Distinct()];
}

/// <param name="Decision">Null where the paper is no minutes; empty where nothing was said.</param>
public sealed record PaperPoint(int Number, string Heading, BoardState? Light, string Recommendation, string? Background, string? Decision, IReadOnlyList<string> Attachments);

/// <summary>An order confirmation as the forum must see it, as an attachment to its item.</summary>
public sealed record ConfirmationPaper(PaperHead Head, ConfirmationCase Case)
{
    /// <summary>Null when the item is about no confirmation.</summary>
    public static ConfirmationPaper? Of(ClusterRecord record, AgendaSheet agenda, AgendaItem item, DateTimeOffset at)
    {
        if (item is not { Kind: AgendaItemKind.Confirmation, Initiative: { } about, Part: { } revision }
            || record.Initiatives.FirstOrDefault(i => (i.Card.Plan, i.Card.Number) == (about.Plan, about.Number)) is not { } initiative
            || initiative.Confirmations.FirstOrDefault(c => c.Revision == revision) is not { } confirmation)
            return null;
        var material = new PackMaterial(record, new PackOccasion(agenda.Forum.Id, agenda.Meeting.Id, 1, null, at, ""));
        return new(PaperHead.Of("Ordrebekræftelse", record, agenda), ConfirmationCase.Of(material, initiative, confirmation));
    }
}
