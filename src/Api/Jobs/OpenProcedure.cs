using Initiatives.Api.Features.Packs;
using Initiatives.Api.Features.Procedures;
using Initiatives.Domain;

namespace Initiatives.Api.Jobs;

/// <summary>A written procedure that nobody has ended, as its jobs go by it.</summary>
/// <param name="Deadline">The last day that is not late.</param>
/// <param name="ToldOn">The day its members were last told of its deadline.</param>
public sealed record OpenProcedure(string Id, string Forum, DateOnly Deadline, DateOnly ToldOn)
{
    // What nobody has concluded in a week stands in the tasks of those who ought to, and needs no mail any more.
    private const int DueIsNewsForDays = 7;

    /// <summary>The reminder on the working day before its deadline, and the word that the deadline is over.</summary>
    /// <param name="told">Causes of what was told.</param>
    internal IEnumerable<WantedJob> Wanted(Cluster cluster, IReadOnlySet<string> told, DateTimeOffset now)
    {
        var occasion = new Occasion(Id, Forum, null, Deadline);
        var hour = (cluster.Forum(Forum)?.Rhythm ?? Rhythm.Default).Hour;
        var (reminder, over) = (WorkingDays.Previous(Deadline), Deadline.AddDays(1));
        // Whom the question or the new deadline has just reached is not reminded on the same day.
        if (ToldOn < reminder && !Told(ProcedureNews.Reminder) && now < At(reminder.AddDays(1), 0))
            yield return new($"remind-procedure {Id}", JobKind.RemindProcedure, occasion, null, At(reminder, hour));
        if (!Told(ProcedureNews.Due) && now < At(over.AddDays(DueIsNewsForDays), 0))
            yield return new($"procedure-due {Id}", JobKind.ProcedureDue, occasion, null, At(over, hour));

        bool Told(ProcedureNews news) => told.Contains(ProcedureMail.CauseOf(news, Id, Deadline));
        DateTimeOffset At(DateOnly day, int hour) => LocalInstant.At(day, hour, cluster.TimeZone);
    }
}
