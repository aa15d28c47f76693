namespace Initiatives.Domain;

/// <summary>The chair approves the minutes as they read, and they are frozen.</summary>
/// <param name="Points">All of them, as they were shown to the one who approves.</param>
public sealed record ApproveMinutes(string Meeting, string Forum, IReadOnlyList<MinutesPoint> Points) : AgendaCommand(Meeting, Forum)
{
    public override Decision<AgendaEvent> Decide(Agenda agenda, Setting setting)
    {
        if (agenda.Minutes is { } approved)
            return approved.SequenceEqual(Points) ? Decision<AgendaEvent>.Nothing : AgendaRefusals.MinutesApprovedOtherwise();
        var meeting = setting.Calendar.Find(Meeting);
        var rules = Open(agenda, setting);
        return rules
            .If(meeting is not null && meeting.On > setting.Today, () => AgendaRefusals.NotHeldYet(meeting!.On))
            .If(Points.All(p => string.IsNullOrWhiteSpace(p.Text)), AgendaRefusals.MinutesEmpty)
            .Each(Points, "points", (point, path) => rules
                .Text(point.Heading, $"{path}.heading", ("punktets overskrift", "the item's heading"), BrokenRules.LongestTitle)
                .Note(point.Recommendation, $"{path}.recommendation")
                .Note(point.Text, $"{path}.text"))
            .Else(() => new MinutesApproved(Meeting, Points));
    }
}
