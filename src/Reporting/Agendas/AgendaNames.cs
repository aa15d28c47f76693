using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Agendas;

/// <summary>Names that may stand in minutes: of forums and organisations; a person is told by the part they play.</summary>
internal static class AgendaNames
{
    public static string Of(string id, InitiativeRecord initiative, Cluster cluster) =>
        cluster.Forum(id)?.Name
        ?? cluster.Organisations.FirstOrDefault(o => o.Id == id)?.Name
        ?? (id == initiative.Card.ProjectLead ? "projektlederen"
            : id == initiative.Card.Owner ? "projektejeren"
            : initiative.WorkingGroup.Any(m => m.Person == id) ? "arbejdsgruppen"
            : "en navngiven person");
}
