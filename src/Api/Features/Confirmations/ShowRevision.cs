using Initiatives.Api.Features.Orders;
using Initiatives.Api.Features.Shell;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Confirmations;

/// <summary>GET /indsatser/{number}/ordrebekraeftelse/{revision}: one revision as it was submitted, what it changed, and what each forum made of it.</summary>
internal static class ShowRevision
{
    public static Task<IResult> Handle(int number, int revision, PageDesk desk, InitiativeSubjects subjects) => desk.ShowAsync(async visit =>
    {
        if (await subjects.FindAsync(visit, number, desk.Cancellation) is not { } subject
            || subject.Record.Confirmations.FirstOrDefault(c => c.Revision == revision) is not { } confirmation)
            return desk.NotFound();
        var frame = desk.Frame(visit, desk.Texts["Revision.Title", revision], subject.Crumb);
        return PageDesk.Set<RevisionPage>(new RevisionView(frame, subject, confirmation));
    });
}
