using Initiatives.Api.Features.People;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Approvals;

/// <summary>GET /godkendelser: confirmations that await a forum, whose turn it is and since when; and reservations that are not met yet.</summary>
internal static class ShowApprovals
{
    public static Task<IResult> Handle(PageDesk desk, ClusterReader records, PeopleRegister people) => desk.ShowAsync(
        async visit =>
        {
            var cluster = visit.Standing.Cluster;
            List<AwaitingApproval> awaiting = [];
            List<OpenReservationRow> reservations = [];
            // Only the few that await something are read whole.
            foreach (var card in visit.Standing.Cards.Where(c => c.Submitted is not null || c.OpenReservations > 0))
            {
                if (await records.InitiativeAsync(cluster.Id, card.Plan, card.Number, cluster.TimeZone, cancellation: desk.Cancellation) is not { Record: var record }) continue;
                if (AwaitingApproval.Of(record, visit) is { } found) awaiting.Add(found);
                if (!card.Track.HasEnded)
                    reservations.AddRange(record.Reservations.Where(r => r.Fulfilled is null).Select(r => new OpenReservationRow(card, r, visit.May<FulfilReservation>(card.Number))));
            }
            awaiting.Sort((a, b) => (a.Since, a.Card.Number).CompareTo((b.Since, b.Card.Number)));
            bool IsMine(AwaitingApproval a) => visit.May<ApproveConfirmation>(a.Card.Number, a.Turn.Id);
            var names = await people.NamesAsync(cluster.Id, desk.Cancellation);
            return PageDesk.Set<ApprovalsPage>(new ApprovalsView(
                desk.Frame(visit, desk.Texts["Approvals.Title"]),
                [.. awaiting.Where(IsMine)],
                [.. awaiting.Where(a => !IsMine(a))],
                [.. reservations.OrderBy(r => r.Reservation.Due ?? DateOnly.MaxValue).ThenBy(r => r.Card.Number)],
                visit.Day,
                id => id is null ? desk.Texts["Reserve.nobody"] : ClusterRecord.NameOf(id, cluster, names, desk.Texts.Language)));
        },
        fromRecord: false);
}
