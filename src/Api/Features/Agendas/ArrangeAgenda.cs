using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Agendas;

/// <summary>POST /moeder/{meeting}/dagsorden: the buttons beside the items: one up, one down, on the agenda after all.</summary>
internal static class ArrangeAgenda
{
    public const string Up = "op";
    public const string Down = "ned";
    public const string Back = "tilbage";

    /// <summary>The value of a button.</summary>
    public static string Press(string what, AgendaItem item) => $"{what} {item.Key}";

    public static Task<IResult> Handle(string meeting, AgendaDesk desk) => desk.TakeAsync(
        meeting,
        (visit, _, pressed) => pressed.Split(' ') is [var what, var item] ? Read(visit, what, item) : null,
        static (_, _, _) => (IResult?)null);

    private static AgendaAsked? Read(AgendaVisit visit, string what, string item)
    {
        var (meeting, forum) = (visit.Meeting.Id, visit.Meeting.Forum);
        if (what == Back) return new([new AgendaWish(new PutBackAgendaItem(meeting, forum, item))], visit.Path, "AgendaPutBack");
        var keys = visit.Sheet.Points.Select(p => p.Item.Key).ToList();
        var at = keys.IndexOf(item);
        var to = at + (what == Up ? -1 : 1);
        if (at < 0) return null;
        // The first has nothing above it: pressed on an older page, it stays where it is.
        if (to >= 0 && to < keys.Count) (keys[at], keys[to]) = (keys[to], keys[at]);
        return new([new AgendaWish(new OrderAgenda(meeting, forum, keys))], $"{visit.Path}#{Fields.Id(item)}", "AgendaArranged");
    }
}
