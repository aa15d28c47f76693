namespace Initiatives.Domain;

/// <summary>Something the secretariat, or a job at its hour, wants of the calendar. Decides like <see cref="InitiativeCommand"/>.</summary>
public abstract record CalendarCommand
{
    /// <summary>The facts that follow, or why not.</summary>
    /// <param name="calendar">The stream's own state; the setting's copy may be older.</param>
    public abstract Decision<CalendarEvent> Decide(Calendar calendar, Setting setting);

    /// <summary>An end has a start before it; either may be unknown.</summary>
    private protected static bool IsBackwards(TimeOnly? start, TimeOnly? end) => end is not null && (start is null || end <= start);
}
