using Initiatives.Api.Features.Shell;
using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Statuses;

/// <summary>What was posted, and what happens to it now.</summary>
/// <param name="Status">The one that speaks now.</param>
/// <param name="Round">The round it answers; null when it answers none.</param>
/// <param name="Waits">Who the initiative now waits for.</param>
public sealed record StatusReceiptView(Frame Frame, StatusSubject Subject, Status Status, Round? Round, Turn Waits)
{
    public static StatusReceiptView Of(Frame frame, StatusSubject subject, Status status)
    {
        var calendar = subject.Visit.Standing.Calendar;
        var meeting = status.Round is { } id ? calendar.Find(id) : null;
        return new(
            frame,
            subject,
            status,
            meeting is { IsCancelled: false } && subject.Cluster.Forum(meeting.Forum) is { } forum ? Round.Of(meeting, forum.Rhythm) : null,
            CaseTurn.Of(subject.Record, subject.State, subject.Cluster));
    }
}
