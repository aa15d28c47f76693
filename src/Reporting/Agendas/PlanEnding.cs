using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Agendas;

/// <summary>A plan that ends asks the managing forum, at its last meeting of the period, what is delivered and what goes on.</summary>
internal static class PlanEnding
{
    public static IEnumerable<AgendaItem> Items(ClusterRecord record, Forum forum, Meeting meeting)
    {
        if (record.Plan?.Plan is not { Exists: true } plan || PlanEnd.LastMeeting(plan, record.Cluster, record.Calendar)?.Id != meeting.Id) yield break;
        // Closed at the meeting or after it, the item was there; closed before it, there is nothing left to ask.
        if (plan.Closed < meeting.On) yield break;
        int[] open = [.. record.Initiatives.Where(i => i.Card.Plan == plan.Id && !i.Card.Track.HasEnded).Select(i => i.Card.Number)];
        yield return new AgendaItem(
            $"plan-end-{plan.Id}", AgendaItemKind.Wheel, $"Handleplanen slutter {Danish.Date(plan.To)}",
            Awaiting.Customary(forum, "drøfter, hvad der er leveret, hvad der er lært, og hvilke indsatser der skal føres videre i den næste handleplan"),
            Background: open.Length == 0 ? "Alle indsatser er afsluttet eller udgået." : $"Ikke afsluttet: indsats {Danish.List([.. open.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))])}.");
    }
}
