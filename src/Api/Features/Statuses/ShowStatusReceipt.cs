using Initiatives.Api.Features.Shell;

namespace Initiatives.Api.Features.Statuses;

/// <summary>GET /indsatser/{number}/status/kvittering: what was just posted, what happens to it, and what to do next.</summary>
internal static class ShowStatusReceipt
{
    public static Task<IResult> Handle(int number, PageDesk desk, StatusSubjects subjects) => desk.ShowAsync(
        async visit =>
        {
            if (await subjects.FindAsync(visit, number, corrects: null, desk.Cancellation) is not { Record.Latest: { } latest } subject) return desk.NotFound();
            var frame = desk.Frame(
                visit, desk.Texts["Receipt.Title", number], new Crumb($"{subject.State.Number}. {subject.State.Title}", $"/indsatser/{number}"));
            return PageDesk.Set<StatusReceiptPage>(StatusReceiptView.Of(frame, subject, latest));
        },
        fromRecord: false);
}
