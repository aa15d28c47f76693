namespace Initiatives.Domain;

/// <summary>Who was at the meeting and who had sent regrets; until the chair approves the minutes it may be written again.</summary>
/// <param name="Present">Person ids.</param>
/// <param name="Regrets">Person ids.</param>
public sealed record RecordAttendance(string Meeting, string Forum, IReadOnlyList<string> Present, IReadOnlyList<string> Regrets) : AgendaCommand(Meeting, Forum)
{
    public override Decision<AgendaEvent> Decide(Agenda agenda, Setting setting)
    {
        var attendance = new Attendance(Present, Regrets);
        if (agenda.Attendance?.Says(attendance) ?? Present.Count + Regrets.Count == 0)
            return Decision<AgendaEvent>.Nothing;
        var meeting = setting.Calendar.Find(Meeting);
        var rules = Open(agenda, setting);
        return rules
            .If(meeting is not null && meeting.On > setting.Today, () => AgendaRefusals.NotHeldYet(meeting!.On))
            .Each(Present, "present", (id, path) => rules.Id(id, path))
            .Each(Regrets, "regrets", (id, path) => rules.Id(id, path))
            .If(Present.Concat(Regrets).Distinct().Count() < Present.Count + Regrets.Count, AgendaRefusals.AttendanceNamesTwice)
            .Else(() => new AttendanceRecorded(Meeting, attendance));
    }
}
