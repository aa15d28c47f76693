using System.ComponentModel;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>Which initiative a request is about.</summary>
internal sealed record InitiativeAddress(
    [property: Description("Cluster id, e.g. nordjylland-midt.")] string Cluster,
    [property: Description("The initiative's number in the plan.")] int Number,
    [property: FromQuery, Description("Plan id; left out, the plan in hand.")] string? Plan)
{
    public InitiativeWish Wish(InitiativeCommand command) => new(Plan, Number, command);

    /// <summary>Where what a fact added is found, below the cluster.</summary>
    public string? Located(object fact) => fact switch
    {
        ConfirmationSubmitted e => Below($"confirmations/{e.Revision}"),
        StatusReported e => Below($"statuses/{e.Status}"),
        StatusReconfirmed e => Below($"statuses/{e.Status}"),
        OrderReservationAdded e => Below($"reservations/{e.Reservation}"),
        RemedyAgreed e => Below($"remedies/{e.Remedy}"),
        EscalationRaised e => Below($"escalations/{e.Escalation}"),
        _ => null,
    };

    private string Below(string path) => $"initiatives/{Number}/{path}{(Plan is null ? "" : $"?plan={Uri.EscapeDataString(Plan)}")}";
}
