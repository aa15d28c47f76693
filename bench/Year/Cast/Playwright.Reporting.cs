using Initiatives.Year.Expected;

namespace Initiatives.Year.Cast;

/// <summary>How owners report in a round.</summary>
internal sealed partial class Playwright
{
    /// <summary>In the morning on which a round opens: who will answer it, and when.</summary>
    private void Report(Meeting meeting)
    {
        var opens = Almanac.Of(meeting.FirstSet).Opens;
        foreach (var it in _cases.Values.Where(c => Owes(c.Work, opens, Almanac.Of(meeting.On).Due)))
        {
            _owed.Add((it.Work.Number, meeting.Id));
            var habit = _town.Habits.GetValueOrDefault((it.Work.Number, meeting.Id), Drawn());
            if (Instant(habit, it.Work.Number, opens, Almanac.Of(meeting.On)) is { } at)
                Beat(at, () => Give(it, meeting, at, habit));
        }
    }

    private bool Owes(Work work, DateOnly opens, DateOnly due) =>
        _starts.TryGetValue(work.Number, out var started) && started < opens && !(work.Paused is { } pause && pause.From <= due && pause.To >= opens);

    /// <summary>Rounds running, up to this meeting's, that got no status, not even a late one.</summary>
    private int Silent(int number, Meeting meeting) => _meetings
        .Where(m => m.Forum == _town.Managing && m.Cancelled is null && m.On <= meeting.On).Reverse()
        .TakeWhile(m => _owed.Contains((number, m.Id)) && !_statuses.Any(s => s.Number == number && s.Meeting == m.Id)).Count();

    /// <summary>Most answer at once or when they are reminded; a few are late or forget.</summary>
    private Habit Drawn() => _chance.Next(20) switch
    {
        < 9 => Habit.Prompt,
        < 14 => Habit.AfterReminder,
        < 17 => Habit.LastDay,
        17 => Habit.LateBeforePack,
        18 => Habit.LateAfterPack,
        _ => Habit.Missing,
    };

    private static DateTimeOffset? Instant(Habit habit, int number, DateOnly opens, Almanac.RoundDays days) => habit switch
    {
        Habit.Prompt => Almanac.At(opens.AddDays(2), 10, number),
        Habit.AfterReminder => Almanac.At(days.Reminder, 10, number),
        Habit.LastDay => Almanac.At(days.Due, 14, number),
        Habit.LateBeforePack => Almanac.At(days.Due.AddDays(1), 11, number),
        Habit.LateAfterPack => Almanac.At(days.Pack.AddDays(1), 9, number),
        // Ten minutes to one in UTC: the edition that it makes comes when the clocks have changed.
        Habit.InTheNightOfTheClocks => new DateTimeOffset(days.Pack.AddDays((7 - (int)days.Pack.DayOfWeek) % 7).ToDateTime(new TimeOnly(0, 50)), TimeSpan.Zero),
        _ => null,
    };

    private void Give(Case it, Meeting meeting, DateTimeOffset at, Habit habit)
    {
        var number = it.Work.Number;
        var light = _town.Lights.GetValueOrDefault((number, meeting.Id), "green");
        var unchanged = light == "green" && it.Light == "green" && habit is Habit.Prompt;
        var who = _town.Person(number % 2 == 0 ? it.Work.Lead : it.Work.Owner);
        var decision = _meetings.FirstOrDefault(m => m.Forum == _town.Deciding && m.Cancelled is null && m.On >= meeting.On)?.On ?? meeting.On.AddDays(30);
        Do(at, $"status {number} {meeting.Id}", $"{who.Name} {(unchanged ? "melder uændret på" : $"giver {Documents.Danish(light)} status på")} indsats {number}", desk => unchanged
            ? desk.PostAsync(who, $"initiatives/{number}/statuses/reconfirmations", new { })
            : desk.PostAsync(who, $"initiatives/{number}/statuses", Documents.Status(light, number, _town.Deciding, decision)));
        _statuses.Add(new(number, meeting.Id, at, light));
        it.Light = light;
        it.Statuses++;
        if (light == "green" || it.DeviationOpen)
            return;
        it.DeviationOpen = true;
        it.TrackChosen = false;
        it.Deviations++;
    }
}
