using Initiatives.Api.Features.Shell;
using Initiatives.Domain;
using Initiatives.Reporting.Agendas;
using Initiatives.Reporting.Record;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Api.Features.Agendas;

/// <summary>
/// GET /moeder/{meeting}/visning: one item at a time for the screen in the room, worst first. The address names the item and not its
/// place, so that a light that turns red moves the others and not what is being talked about.
/// </summary>
internal static class ShowScreen
{
    public const string ItemName = "punkt";

    public static Task<IResult> Handle(string meeting, [FromQuery(Name = ItemName)] string? item, AgendaDesk desk) => desk.ShowAsync(meeting, visit =>
    {
        AgendaPoint[] points = [.. visit.Sheet.Points.OrderBy(p => p.Light is { } light ? BoardView.Severity(light) : int.MaxValue).ThenBy(p => p.Number)];
        var at = Math.Max(0, Array.FindIndex(points, p => p.Item.Key == item));
        return points.Length == 0 ? null : PageDesk.Set<ScreenPage>(new ScreenView(desk.Frame(visit, desk.Title(visit)), visit, points, at));
    });
}

/// <param name="Points">Worst first.</param>
/// <param name="At">The place of the one that is shown.</param>
public sealed record ScreenView(Frame Frame, AgendaVisit Visit, IReadOnlyList<AgendaPoint> Points, int At)
{
    public AgendaPoint Point => Points[At];

    public string? Previous => At > 0 ? PathOf(At - 1) : null;

    public string? Next => At < Points.Count - 1 ? PathOf(At + 1) : null;

    /// <summary>Where its news come from.</summary>
    public string News => Frame.Link($"{Visit.Path}/visning/nyt");

    /// <summary>The newest status of the initiative it is about, in the owner's words; null where it is about none, or none was posted.</summary>
    public Status? Said => Visit.CaseOf(Point).Initiative?.Latest;

    public string Name(string id) => Visit.Agenda.Record.NameOf(id);

    private string PathOf(int at) => Frame.Link($"{Visit.Path}/visning?{ShowScreen.ItemName}={Points[at].Item.Key}");
}
