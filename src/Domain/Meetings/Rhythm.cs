namespace Initiatives.Domain;

/// <summary>
/// The rhythm is the meeting, not the calendar month: everything is counted back from a forum's meeting day.
/// </summary>
/// <param name="OpensDaysBefore">Calendar days before the meeting that the round opens.</param>
/// <param name="DeadlineDaysBefore">Calendar days before the meeting that statuses are due; the due day itself is not late.</param>
/// <param name="ReminderWorkingDaysBefore">Working days before the deadline that those who miss are reminded.</param>
/// <param name="PackDaysBefore">Calendar days before the meeting that the pack is compiled and sent.</param>
/// <param name="Hour">Hour of the day, local time, at which jobs run.</param>
/// <param name="MonthlyDashboard">True when the pack is also compiled on the first working day of each month.</param>
public sealed record Rhythm(
    int OpensDaysBefore,
    int DeadlineDaysBefore,
    int ReminderWorkingDaysBefore,
    int PackDaysBefore,
    int Hour,
    bool MonthlyDashboard)
{
    /// <summary>21, 10, 3 and 7 days, at 6 in the morning.</summary>
    public static Rhythm Default { get; } = new(21, 10, 3, 7, 6, MonthlyDashboard: false);
}
