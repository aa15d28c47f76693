using Initiatives.Api.Features.Shell;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Agendas;

/// <summary>Where an item's material is read.</summary>
public sealed record AgendaMaterial(string Text, string Path)
{
    public static IReadOnlyList<AgendaMaterial> Of(AgendaItem item, Texts texts)
    {
        if (item is { Kind: AgendaItemKind.Minutes, About: { } meeting }) return [new(texts["Agenda.Material.Minutes"], $"/moeder/{meeting}/referat")];
        if (item is { Kind: AgendaItemKind.Procedure, About: { } procedure }) return [new(texts["Agenda.Material.Procedure"], $"/skriftlige-godkendelser/{procedure}")];
        if (item is not { Initiative.Number: var number, Part: { } part }) return [];
        var about = new AgendaMaterial(texts["Agenda.Material.Initiative", number], FormattableString.Invariant($"/indsatser/{number}"));
        return item.Kind switch
        {
            AgendaItemKind.Confirmation => [new(texts["Agenda.Material.Confirmation", part], FormattableString.Invariant($"/godkendelser/{number}/{part}")), about],
            AgendaItemKind.Deviation => [new(texts["Agenda.Material.Deviation", part], FormattableString.Invariant($"/afvigelser/{number}-{part}")), about],
            AgendaItemKind.Escalation or AgendaItemKind.Answer => [new(texts["Agenda.Material.Escalation", part], FormattableString.Invariant($"/eskaleringer/{number}-{part}")), about],
            _ => [about],
        };
    }
}
